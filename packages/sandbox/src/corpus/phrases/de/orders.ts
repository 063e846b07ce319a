import { parseIntents } from "../../parse-phrases.ts";

export const orders = parseIntents(`
= where-is, usual, Question
? [Wo bleibt meine Bestellung|Lieferstatus|Bestellstatus] [{order}|]?
? {order} [nicht angekommen|noch nicht da]
- [Wo bleibt|Wo ist|Wie steht es um] [meine Bestellung|mein Paket|die Bestellung {order}]? [Sie sollte am {date} kommen|Bestellt am {date}|Seitdem höre ich nichts].
- [Meine Bestellung|Die Bestellung {order}] ist [nach {days} Tagen|immer] noch nicht [da|angekommen|geliefert].
- Ich habe am {date} [einen|das Modell] {product} bestellt, [es gibt noch keine Versandmail|der Status steht auf "in Vorbereitung"].
+ [Zugesagt waren drei Werktage|Es soll ein Geschenk sein für {weekday}].
> {order} hat unser Lager am {date} mit {carrier} verlassen, Sendungsnummer {tracking}; geplant ist der {soon}.
= tracking, usual, Question
? [Sendungsverfolgung|Sendungsnummer] [geht nicht|{tracking}|steht still]
? [Paket|{carrier}] {tracking}
- Die [Sendungsverfolgung|Sendung {tracking}] [bewegt sich seit {date} nicht|zeigt nichts an|hängt fest].
- Laut {carrier} wurde das Paket am {date} [zugestellt|beim Nachbarn abgegeben], [hier ist nichts|kein Nachbar weiß davon].
- [Wo finde ich|Bitte schicken Sie mir] die Sendungsnummer [zu {order}|].
> Wir haben bei {carrier} einen Nachforschungsauftrag zu {tracking} gestellt; sonst liefern wir am {soon} neu.
= change-address, pressing, Question
? [Lieferadresse|Lieferanschrift] [ändern|falsch] [{order}|]
- [Ich habe die falsche Lieferadresse angegeben|Bei {order} stimmt die Lieferadresse nicht], [bitte senden an|richtig wäre] {street}, {city}.
- Kann [man die Lieferung noch umleiten|das Paket noch nach {city} gehen]? [Wir ziehen um|Ich bin ab {soon} verreist].
- In der Lieferanschrift von {order} [fehlt die Hausnummer|ist ein Tippfehler], es muss {street} heißen.
> Die Lieferadresse von {order} ist geändert auf {street}, {city}.
= missing-item, usual, Problem
? [Lieferung unvollständig|Teillieferung|Teil fehlt] [{order}|]
- Das Paket {order} [ist heute gekommen|kam an], aber [{part} fehlt|eins von {quantity} Stück fehlt|{product} ist nicht drin].
- Es [kam nur die halbe Bestellung|wurde nur eins von zwei Paketen geliefert], wann kommt [der Rest|{product2}]?
- Laut Lieferschein sollten es {quantity} Stück sein, [gezählt habe ich weniger|eins liegt nicht im Karton].
> Das fehlende Teil kommt aus dem zweiten Lager und ist am {soon} bei Ihnen.
= wrong-item, usual, Problem
? [Falscher Artikel|Falsche Farbe|Falsch geliefert] [{order}|]
- [Sie haben mir|Geliefert wurde] {product2} statt {product} [geschickt|], [wann kommt der richtige Artikel|ich brauche den richtigen bis {soon}].
- [Bestellt war {colour2}, gekommen ist {colour}|In {order} lag die falsche Ware], [bitte das Richtige liefern|den falschen können Sie abholen lassen].
> Der richtige {product} geht heute raus; den falschen holt {carrier} am {soon} ab.
= delivery-date, calm, Question
? [Liefertermin|Lieferzeit|Wunschtermin] [{order}|]
- [Können Sie|Könnte man] {order} [an einem festen Tag|am {soon}|nach {time} Uhr] liefern? [Tagsüber ist niemand da|Wir arbeiten beide].
- Wie lange [dauert die Lieferung|ist die Lieferzeit] [nach {city}|für {product}|] [zurzeit|]?
- Bitte den Versand von {order} bis {soon} [zurückstellen|aufschieben], [wir sind im Urlaub|die Küche ist noch nicht fertig].
> {carrier} liefert {order} am {soon} zwischen 8 und 12 Uhr.
= cancel-order, pressing, Question
? [Bestellung stornieren|Storno|Bestellung stoppen] {order}
? [Versehentlich|Doppelt] bestellt
- [Bitte|Ich möchte|Ich würde gern] die Bestellung {order} [vor dem Versand|] stornieren, [versehentlich bestellt|die Lieferung dauert zu lange].
- Der Shop hing, jetzt [habe ich zweimal bestellt|gibt es zwei Bestellungen], [bitte nur {order2} liefern|{order} bitte nicht versenden].
- Können Sie [die Menge in {order} ändern|{product} noch dazulegen|{product} aus {order} nehmen], bevor [es rausgeht|Sie versenden]?
> {order} wurde vor dem Packen gestoppt und ist storniert.
= customs-abroad, calm, Question
? [Versand|Lieferung] [ins Ausland|in die Schweiz|auf eine Insel]
? Zoll {tracking}
- [Liefern Sie|Versenden Sie|Was kostet der Versand] [auch|] [in die Schweiz|nach Norwegen|auf die Inseln|nach Liechtenstein]?
- Das Paket {tracking} hängt beim Zoll, [es fehlen Papiere|wer zahlt die Abgaben|die brauchen eine Proforma].
> Wir liefern dorthin mit {carrier} in acht bis zehn Tagen; die Zollpapiere sind erneut verschickt.
= pickup-carrier, usual, Problem
? [Bote hat nicht geklingelt|Paket im Regen|Paket geht zurück]
? {carrier} [Zustellung|Abholstation]
- [Der Bote|{carrier}] [hat nicht geklingelt|behauptet, niemand war da|hat nur eine Karte eingeworfen], [ich war den ganzen Tag zu Hause|bitte erneut zustellen].
- Die Sendung {order} [geht zurück an Sie|wurde zurückgeschickt], [obwohl die Adresse stimmt|bitte nochmal losschicken].
- [Der Paketshop|Die Abholstation] in {city} [findet {tracking} nicht|nimmt den Code nicht an].
> {carrier} versucht es am {soon} erneut; Telefonnummer und Klingelname stehen jetzt auf dem Etikett.
`);
