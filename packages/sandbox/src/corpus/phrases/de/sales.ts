import { parseIntents } from "../../parse-phrases.ts";

export const sales = parseIntents(`
= quote, usual, Question
? [Angebot|Angebotsanfrage] [{quantity} {product}|für {company}|]
- [Bitte senden Sie uns|Wir bitten um|Wir hätten gern] ein Angebot über {quantity} {product} [nach {city}|inklusive Montage|].
- Wir [statten {quantity} Zimmer aus|planen ein Hotel|richten eine Schule ein] und [brauchen ein Angebot für|interessieren uns für] {product}.
+ [Wir vergleichen drei Anbieter|Entschieden wird im {month}].
> Unser Angebot über {quantity} {product} hängt an und gilt bis {soon}.
= volume-discount, calm, Question
? [Mengenrabatt|Händlerkonditionen|Staffelpreise] [{product}|]
- Gibt es [Mengenrabatt|Staffelpreise|Nachlass für Vereine|Händlerpreise] [ab {quantity} Stück|auf {product}|]?
- Wir haben [einen Laden|ein Gartencenter] in {city} und würden {product} gern [ins Sortiment nehmen|weiterverkaufen].
> Ab zehn Stück gibt es 12 %, ab fünfzig 18 %; die Preisliste ist angehängt.
= which-plan, calm, Question
? [Welcher Tarif|Tarifberatung|Wechsel zu {plan}]?
- Welchen Tarif empfehlen Sie für [eine Familie mit {quantity} Geräten|{quantity} Mitarbeiter|zwei Häuser], {plan} oder {plan2}?
- Was ist der Unterschied zwischen {plan} und {plan2}, [bevor ich abschließe|lohnt sich der größere]?
- Wir überlegen, [zu {plan} zu wechseln|{plan} zu buchen], [ist {product} dabei|gibt es einen Probemonat]?
> Bei so vielen Geräten passt {plan} besser; Sie können ihn 30 Tage unverbindlich testen.
= availability, calm, Question
? [Wann wieder lieferbar|Vorbestellung|Verfügbarkeit]: {product}
- Wann gibt es {product} [wieder|in {colour}], ich würde [gleich zwei kaufen|gern vorbestellen]?
- Kommt ein Nachfolger für {product}, [bevor ich noch den alten kaufe|oder soll ich jetzt zugreifen]?
> {product} in {colour} kommt am {soon}; Sie stehen auf der Vorbestellliste.
= demo, usual, Question
? [Vorführung|Beratungstermin|Testgerät] [{product}|]
- [Könnten Sie uns {product} vorführen|Wir würden uns gern {product} ansehen], [am {weekday}|nächste Woche|bevor wir kaufen]?
- Ich hätte gern ein Beratungsgespräch [zur Kasse für {quantity} Filialen|zur Ausstattung unseres Büros|zu einem Kauf].
> Gern zeige ich Ihnen {product} am {weekday} um {time}; die Einladung ist unterwegs.
= product-advice, calm, Question
? [Kaufberatung|{product} oder {product2}]?
? [Vor dem Kauf|Geeignet für] [{product}|]
- [Eignet sich|Reicht] {product} für [einen Balkon|{quantity} Quadratmeter|einen Altbau|ein Gewächshaus] oder sollte ich [lieber|besser] {product2} nehmen?
- Ich kann mich nicht entscheiden: {product} oder {product2}? [Es ist für meine Eltern|Es geht um eine Ferienwohnung].
- [Welche Maße hat|Wie laut ist|Wie viel Strom braucht] {product}, im Shop [steht nichts|finde ich nichts], ich [will heute bestellen|überlege noch].
> Für diesen Raum genügt {product}; {product2} lohnt sich erst ab 80 Quadratmetern.
= voucher, calm, Question
? [Gutschein|Rabattcode] {coupon}
- Der [Gutscheincode|Rabattcode] {coupon} [wird nicht angenommen|ist angeblich abgelaufen|lässt sich nicht kombinieren], [ich möchte heute noch kaufen|gilt er für {product}]?
- [Verkaufen Sie|Gibt es] Geschenkgutscheine [über {amount}|für unser Team]?
> Der Code gilt wieder bis {soon}, auch für {product}.
= partnership, calm, Question
? [Kooperation|Partnerprogramm|Installateur werden]
- Wir sind [ein Elektrobetrieb|ein Architekturbüro|Installateure] in {city} und möchten Partner [für {product}|] werden.
- [Wie sind die Bedingungen|Wer ist Ansprechpartner] für das Partnerprogramm [in unserer Region|]?
> Vielen Dank, die Partnerbedingungen sind angehängt; unsere Kollegin für {city} ruft am {weekday} an.
`);
