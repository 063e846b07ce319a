import { parseIntents } from "../../parse-phrases.ts";

export const returns = parseIntents(`
= return-label, calm, Question
? [Rücksendeetikett|Retourenschein|Retourenlabel] [{order}|fehlt]
? [Zurückschicken|Rücksendung] [{product}|{order}]
- [Ich möchte|Wir möchten] {product} [aus {order}|] zurückschicken, [wo bekomme ich ein Etikett|wie geht das|bitte schicken Sie mir einen Retourenschein].
- [Im Paket lag kein|Der Link zum|Ich kann das] [Rücksendeetikett|Retourenetikett] [nicht öffnen|nicht drucken|] [für {order}|].
- [An welche Adresse|Mit welchem Dienst] soll ich [die Retoure|{product}] [zurücksenden|schicken]?
+ [Ungeöffnet|Nur ausgepackt|Die Originalverpackung ist leider weg].
> Das Etikett für {order} hängt an; bitte binnen 14 Tagen in einem Shop von {carrier} abgeben.
= withdrawal, usual, Refund
? [Widerruf|Widerrufsrecht|Rücktritt vom Kauf] [{order}|]
- [Hiermit widerrufe ich|Ich widerrufe] [den Kauf|den Kaufvertrag] [über {product}|{order}] [, geliefert am {date}|fristgerecht].
- {product} [gefällt mir nicht|passt bei uns nicht hin|ist zu groß], ich [gebe es zurück|möchte vom Kauf zurücktreten] und [bitte um mein Geld|hätte gern das Geld zurück].
- [Kann ich|Bis wann kann ich] {product} noch zurückgeben, [es war ein Geschenk|gekauft im {month}]?
> Ihr Widerruf zu {order} ist notiert; das Geld kommt binnen fünf Tagen nach Eingang.
= defective, usual, Problem
? {product} [defekt|kaputt], [Umtausch|Ersatz|Garantie]
? [Garantiefall|Gewährleistung|Reklamation] {serial}
- {product} [ist nach {days} Tagen kaputtgegangen|kam defekt an|hat ein gebrochenes {part}], [ich möchte Ersatz|bitte tauschen Sie es um|ich möchte die Garantie nutzen].
- [Ist das {part} von der Garantie gedeckt|Gilt hier die Gewährleistung]? Gekauft [am {date}|mit {order}], Seriennummer {serial}.
- [Ich hätte gern|Wir bitten um] [ein Austauschgerät|ein Ersatzteil|einen Umtausch] für [den defekten|unseren kaputten] {product}.
> Die Garantie deckt das; ein Ersatzgerät geht heute mit Rücksendeetikett auf den Weg.
= damaged-in-transit, usual, Problem
? [Transportschaden|Beschädigt angekommen|Glasbruch] [{order}|]
- {product} [kam beschädigt an|ist zerbrochen angekommen|hat Kratzer und Dellen], [bitte Ersatz|ich schicke es zurück|ich will mein Geld wieder].
- Der Karton war [eingedrückt|durchnässt], {part} [ist gebrochen|ist hin], [Ersatz bitte|Fotos anbei].
> Der Transportschaden tut uns leid, ein neuer {product} ist unterwegs; das alte Gerät müssen Sie nicht zurücksenden.
= refund-status, usual, Refund
? [Erstattung|Rückerstattung|Geld zurück] [{order}|{amount}|fehlt]
? [Retoure angekommen|Zurückgeschickt am {date}], [kein Geld|Erstattung?]
- Ich habe {product} am {date} zurückgeschickt, [wann kommt mein Geld|die Erstattung von {amount} fehlt noch].
- Laut {carrier} ist meine Retoure am {date} bei Ihnen angekommen, [bitte erstatten Sie {amount}|wo bleibt die Erstattung]?
- Für die Retoure {order} [wurden nur {amount2} erstattet|kamen nur {amount2}], es [müssten {amount} sein|fehlt der Rest].
+ Retourennummer {ticket}.
> Die Retoure ist heute geprüft; {amount} gehen auf dem Zahlungsweg zurück, den Sie gewählt hatten.
= exchange, calm, Question
? [Umtausch|Tausch] [{product}|andere Farbe]
- [Kann ich|Ich möchte] {product} gegen [{product2}|ein Gerät in {colour}|das größere] [umtauschen|tauschen]?
- [Ich habe das Falsche bestellt|{product} ist zu klein]. [Wie läuft ein Umtausch|Geht stattdessen {product2}]?
> Bitte mit dem angehängten Etikett zurücksenden; {product2} geht raus, sobald das Paket gescannt ist.
= repair, usual, Question
? [Reparatur|Reparaturstatus] [{serial}|{ticket}]
- Mein {product} ist seit {days} Tagen bei Ihnen in Reparatur, [wann kommt es zurück|wie ist der Stand]?
- [Reparieren Sie|Lohnt die Reparatur von] {product} [nach Ablauf der Garantie|], {part} ist verschlissen, was kostet das?
- {product} kam aus der Reparatur [mit demselben Fehler|ohne {part}|verkratzt] zurück.
> Die Reparatur von {serial} ist fertig; das Gerät geht morgen an Sie zurück.
= return-refused, pressing, Problem
? [Retoure abgelehnt|Rücknahme verweigert|Abzug bei Retoure] [{order}|]
- Sie haben meine Retoure [wegen Gebrauchsspuren|als verspätet] abgelehnt, [das stimmt nicht|ich widerspreche].
- [Meine Rücksendung kam zurück|{carrier} brachte die Retoure zurück], [Annahme verweigert|Etikett ungültig], was jetzt?
- Von meiner Erstattung wurden {amount} [für fehlende Verpackung|als Wertersatz] abgezogen, [ich habe nur ausgepackt|warum].
> Wir haben die Fotos noch einmal angesehen und nehmen {order} vollständig zurück.
`);
