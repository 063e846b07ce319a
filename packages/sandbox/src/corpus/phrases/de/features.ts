import { parseIntents } from "../../parse-phrases.ts";

export const features = parseIntents(`
= dark-mode, calm, Feature Request
? [Wunsch|Idee|Vorschlag]: [dunkles Design|größere Schrift|Widget]
- [Schön wäre|Ich wünsche mir|Toll wäre] [ein dunkles Design|ein Widget|eine größere Schrift|eine Tablet-Ansicht] in der App.
- Ist [ein Nachtmodus|ein Querformat|eine Uhren-App] geplant für eine der nächsten Versionen?
> Danke, das dunkle Design steht für den Sommer auf der Liste; Ihre Stimme ist gezählt.
= export, calm, Feature Request
? [Export|CSV] der [Messwerte|Statistik] [- Vorschlag|]
- [Ich würde gern|Man müsste] die Messwerte von {product} [als CSV|als Tabelle] exportieren [können|dürfen].
- [In der Statistik fehlt|Mir fehlt in der App] [ein Export|ein Vergleich zum Vorjahr|ein Wochenschnitt], [bitte nachrüsten|das wäre klasse].
> Ein CSV-Export ist für Version {version} geplant.
= integration, calm, Feature Request
? [Anbindung|Unterstützung] [Sprachassistent|Kalender|Matter]
? [Offene Schnittstelle|API] gewünscht
- [Bitte unterstützen Sie|Unterstützen Sie irgendwann] [Sprachassistenten|den Matter-Standard|eine offene Schnittstelle|Kalender] [für {product}|]?
- Es wäre [hilfreich|super], wenn {product} mit [unserer Solaranlage|{product2}|anderen Marken] [zusammenspielen könnte|reden würde].
+ [Im Forum wünschen sich das viele|Dafür würde ich sogar zahlen].
> An einer offenen Schnittstelle wird gebaut; Ihr Anwendungsfall liegt beim Produktteam.
= automation-rules, calm, Feature Request
? [Verbesserungsvorschlag|Idee] [Zeitpläne|Regeln]
- [Könnten Zeitpläne|Mein Vorschlag: Regeln sollten] [vom Wetter abhängen|an Feiertagen pausieren|den Sonnenuntergang nutzen] [in einer künftigen Version|].
- Ein [Urlaubsmodus|Kopieren von Zeitplänen zwischen Räumen] [wäre praktisch|fehlt mir|würde viel Arbeit sparen].
> Ein Urlaubsmodus ist in der Testversion; möchten Sie mittesten?
= till-functions, usual, Feature Request
? [Wunsch|Vorschlag] zur [Kasse|Kassette 3]
- Die Kasse [sollte|könnte] [Rechnungen teilen|das Trinkgeld auf dem Bon zeigen|die Tischnummer drucken] [können|].
- Wir [vermissen|wünschen uns] [eine Kundenkarte|einen Übungsmodus|einen Küchenmonitor|halbe Portionen] in der Kassette 3.
> Das Teilen von Rechnungen kommt mit der nächsten Kassenversion.
= multi-user, calm, Feature Request
? [Gastzugang|Kindersicherung] [als Wunsch|Idee]
- [Praktisch wäre|Ich fände gut], wenn [Gäste {product} ohne Konto bedienen könnten|Kinder eingeschränkte Rechte hätten|man nur einen Raum teilen könnte].
- [Wie wäre es mit|Denken Sie mal an] [einer Kindersicherung|einem Gastmodus|Profilen je Person] [in der App|für {product}].
> Gastzugang ohne Registrierung ist eine gute Idee; er steht auf der Liste des App-Teams.
= product-ideas, calm, Feature Request
? [Produktidee|Verbesserung] {product}
- [Warum gibt es|Wie wäre] {product} [nicht|] mit [größerem Tank|wechselbarem Akku|leiserem Lüfter|Solarzelle]?
- Ich habe eine Idee für den nächsten {product}: [ein Griff an der Seite|ein Deckel, der einrastet|zwei Kammern].
> Das Entwicklungsteam mag die Idee und meldet sich, wenn etwas daraus wird.
= language-region, calm, Feature Request
? [Sprache|Übersetzung] der App [als Wunsch|]
- Wird die App [auch|bald] [ins Dänische|ins Italienische|ins Niederländische|ins Plattdeutsche] übersetzt?
- [Bitte machen Sie|Machen Sie bitte] [die Einheit|den Wochenanfang|das Datumsformat] [in der App|] einstellbar.
> Weitere Sprachen folgen nächstes Jahr; wer mithelfen möchte, bekommt eine Einladung.
`);
