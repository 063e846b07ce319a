import { parseAllLists } from "../../parse-phrases.ts";

/** Letters that could mean anything; the head names the queues they come from. */
export const hazy = parseAllLists(`
= billing returns orders
- [Ich warte noch auf mein Geld|Wo bleibt mein Geld|Was ist mit meinem Geld] für {order}?
- [Bei {order} stimmt etwas nicht|Da ist ein Fehler in {order}|Bitte {order} prüfen]. Der Betrag [passt nicht|kommt mir komisch vor].
- [Bitte stornieren|Storno] {order}, [ich will das nicht mehr|danke|hat sich erledigt].
- [Wir haben zwei|Es gibt zwei] {order} [bei uns|], [eins zu viel|bitte korrigieren].
- Ich habe {amount} bezahlt und [seitdem passiert nichts|nichts dafür bekommen].
= technical returns
- [Mein|Unser] {product} [ist kaputt|geht nicht|gibt keinen Mucks von sich|spinnt]. [Was nun?|Was kann ich tun?|Und jetzt?]
- [Das|Am {product} ist das] {part} [ist defekt|ist locker|macht Ärger].
- {product} [kam an und tut nichts|lässt sich nicht einschalten|ist nicht wie erwartet].
= technical account
- [Die App lässt mich nicht rein|Ich komme nicht in die App|App geht nicht auf] [seit gestern|seit dem Update|auf {device}].
- [Da steht Fehler {code}|Fehler {code}], [wenn ich mich anmelden will|auf der Startseite|dann geht nichts].
- [Nichts geht mehr|Geht nicht|Komme nicht rein|Es hängt] [seit {weekday}|heute|].
- [Von Ihnen kommt keine Mail|Der Code kommt nicht|Der Link in Ihrer Mail geht nicht].
= account billing
- [Bitte meine Daten ändern|Unsere Daten haben sich geändert|Neue Anschrift] [Kunde {customer}|ab {soon}|].
- [Ich möchte alles kündigen|Bitte alles löschen|Mitgliedschaft {plan} beenden] [und Daten löschen|].
- [Mein Tarif {plan} ist weg|Angezeigt wird {plan}, ich habe aber {plan2}].
= sales features technical
- [Kann|Unterstützt] [der|das] {product} [auch|eigentlich] [ein zweites {part}|{quantity} Räume|andere Marken|die Kasse]?
- Gibt es [eine Möglichkeit|eine Version|etwas], um {product} mit [dem Kalender|{product2}|einer Tabelle] zu verbinden?
- [Frage zum|Infos zum] {product}: [geht das mit|was bringt mir] dem Tarif {plan}?
= sales billing
- [Was kostet uns|Wie teuer ist] der Tarif {plan} [für {quantity} Leute|ab {month}]?
- [Bitte schicken Sie mir|Ich brauche] [die Unterlagen|etwas Schriftliches] zum {product} [mit Preis|über {amount}].
= orders sales
- [Ist|Wann ist] {product} [lieferbar|da|in {colour} zu haben|wieder da]?
- [Wir hätten gern|Ich möchte] [{quantity} Stück mehr|noch einen {product}|das Gleiche noch mal], [wie lange dauert das|was muss ich tun]?
= orders returns complaints
- [Falsch|Nicht das Bestellte|Das kann nicht sein]. {order}.
- [Immer noch nichts|Wieder nichts|Seit {days} Tagen]. [Was ist los?|Bitte prüfen.|Ich warte.]
- [Das Paket|Der Karton] [sah schlimm aus|war offen|ist eine Katastrophe]. [Bitte tun Sie etwas|Wie geht es weiter?]
= complaints technical billing
- [Ich bin nicht zufrieden|Ich bin enttäuscht|So geht das nicht]. [Bitte um Rückruf|Rufen Sie mich an], {phone}.
- [Schon wieder|Wieder das Gleiche|Es ist erneut passiert], siehe [meine letzte Mail|Ticket {ticket}].
- [Warum antwortet keiner|Das hatte ich schon gefragt|Ich warte noch auf Antwort] [zu {ticket}|].
= billing technical account orders returns
- [Bitte rufen Sie mich an|Bitte Rückruf|Rückruf erbeten]: {phone}. [Es geht um {order}|Wegen {product}|].
- [Ich habe eine Frage|Ich brauche Hilfe] [zu|mit|bei] [meiner Bestellung|{order}|{product}|Kundennummer {customer}].
- [Siehe Anhang|Wie auf dem Bild|Screenshot anbei]. [Was soll ich tun?|Bitte beheben.|]
- [Habe alles gemacht, was Ihr Kollege sagte|Ich habe die Anleitung befolgt], [keine Änderung|hat nichts gebracht]. [Ticket {ticket}|]
`);
