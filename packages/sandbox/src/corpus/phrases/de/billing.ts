import { parseIntents } from "../../parse-phrases.ts";

export const billing = parseIntents(`
= charged-twice, pressing, Problem
? [Doppelte Abbuchung|Doppelt abgebucht|Zweimal abgebucht] [{invoice}|]
? Zweimal {amount} belastet
- [Auf meinem Konto|Auf meiner Kreditkarte] [wurden|sind] {amount} [doppelt|zweimal] abgebucht [worden|] [für {invoice}|].
- [Sie haben|Am {date} haben Sie] die Rechnung {invoice} [zweimal|doppelt] eingezogen, [bitte buchen Sie einen Betrag zurück|ich bitte um Erstattung der zweiten Lastschrift].
- [Laut Bank|Im Kontoauszug] gibt es zwei [Lastschriften|Abbuchungen] über {amount} [vom {date}|].
+ [Zurückbuchen lassen wollte ich das nicht gleich|Meine Bank verweist auf Sie].
> Die zweite Lastschrift war ein Fehler bei uns; {amount} gehen heute auf Ihr Konto zurück.
= invoice-copy, calm, Question
? [Rechnung fehlt|Rechnungskopie|Rechnung] [{invoice}|für {month}|bitte zusenden]
? Beleg für [die Steuer|unsere Buchhaltung]
- [Könnten Sie mir bitte|Bitte] die Rechnung [{invoice}|für {month}|zu {order}] [noch einmal schicken|als PDF zusenden|mailen]?
- [Wir haben keine Rechnung|Mir fehlt die Rechnung] [für {month}|über {amount}|zu {order}] [bekommen|erhalten|].
- [Unsere Buchhaltung|Mein Steuerberater] braucht [eine Rechnung mit ausgewiesener Mehrwertsteuer|alle Rechnungen aus {year}|die Rechnung {invoice}].
+ [Künftig bitte an|Rechnungen bitte immer an] {email}.
> Alle Rechnungen liegen unter "Mein Tarif › Dokumente"; {invoice} hängt als PDF an.
= wrong-billing-address, calm, Question
? [Rechnungsanschrift|Rechnungsadresse] [falsch|ändern] [{invoice}|]
? [Falsche Firma|Umfirmierung] auf [der Rechnung|{invoice}]
- Die Rechnung {invoice} [ist auf die falsche Firma ausgestellt|trägt die alte Anschrift|läuft auf meinen Privatnamen], [richtig ist|bitte ändern auf] {company}, {street}, {city}.
- [Bitte|Könnten Sie] die [Rechnungsadresse|Rechnungsanschrift] [in|auf] {company}, {city} ändern.
- [Auf der Rechnung fehlt|Auf {invoice} fehlt] unsere USt-IdNr., [so erkennt das Finanzamt sie nicht an|bitte neu ausstellen].
> Die korrigierte Rechnung {invoice} ist angehängt, die alte ist storniert.
= price-increase, usual, Question
? [Preiserhöhung|Warum teurer|Höherer Beitrag] [{plan}|seit {month}|]
? Monatsbeitrag {amount}
- [Warum kostet|Seit wann kostet] der Tarif {plan} [jetzt|auf einmal] {amount} [im Monat|], [bisher waren es {amount2}|vereinbart waren {amount2}]?
- [Mein Monatsbeitrag|Die Gebühr|Meine Rechnung] ist von {amount2} auf {amount} gestiegen, [ohne Ankündigung|das wurde nie mitgeteilt].
- [Ich widerspreche|Hiermit widerspreche ich] der [Preiserhöhung|Beitragsanpassung] [vom {date}|].
> Ihr Einstiegspreis lief aus; der Tarif {plan} kostet regulär {amount}. Mit jährlicher Zahlung sparen Sie 15 %.
= failed-payment, pressing, Problem
? [Zahlung fehlgeschlagen|Karte abgelehnt|Lastschrift geplatzt] [{invoice}|]
? Zahlung [nicht möglich|wird abgelehnt]
- [Meine Karte wird|Die Zahlung wird] [beim Bezahlen von {invoice}|an der Kasse im Shop|] abgelehnt, [überall sonst funktioniert sie|das Konto ist gedeckt].
- [Beim Bezahlen|Bei der Zahlung] [per Karte|per Lastschrift|] [kommt|erscheint] ["Zahlung nicht möglich"|der Zahlungsfehler {code}].
- Die Lastschrift [ist zurückgegangen|wurde zurückgegeben], [weil ich die Bank gewechselt habe|das war ein Versehen], wie kann ich {amount} [jetzt zahlen|überweisen]?
+ [Bitte den Tarif nicht sperren|Meine neue IBAN habe ich eingetragen].
> Bitte tragen Sie die neue Karte unter "Mein Tarif › Zahlung" ein; wir ziehen {amount} am {soon} erneut ein.
= dunning, pressing, Incident
? [Mahnung|Zahlungserinnerung|Inkasso] [trotz Zahlung|{invoice}]
? [Mahngebühr|Mahnung] [unberechtigt|vom {date}]
- [Ich habe eine Mahnung|Heute kam eine Zahlungserinnerung|Wir haben eine Mahnung] [zu {invoice}|über {amount}] [erhalten|bekommen], [obwohl ich am {date} bezahlt habe|die Überweisung ging längst raus].
- Warum [berechnen Sie {amount} Mahngebühr|soll ich {amount} Mahngebühr zahlen], [die Rechnung kam nie an|es ist alles bezahlt]?
- [Ein Inkassobüro|Ihr Inkasso] fordert {amount} [für {invoice}|], [das ist beglichen|bitte stoppen Sie das].
+ [Überweisungsbeleg|Kontoauszug] [anbei|füge ich bei].
> Ihre Überweisung kam ohne Verwendungszweck an; sie ist nun {invoice} zugeordnet, Mahnung und Gebühr sind gelöscht.
= credit-note, usual, Refund
? [Gutschrift|Guthaben] [fehlt|{amount}|nicht verrechnet]
- [Mir wurde eine Gutschrift über {amount} zugesagt|Sie hatten mir {amount} gutgeschrieben], [auf der neuen Rechnung fehlt sie|auf dem Konto ist nichts].
- [Wann wird|Wie wird] mein Guthaben von {amount} [ausgezahlt|mit der nächsten Rechnung verrechnet]?
> Die Gutschrift über {amount} ist gebucht und mindert Ihre nächste Rechnung.
= cancel-subscription, usual, Question
? [Kündigung|Abo kündigen|Kündigung Tarif {plan}] [{customer}|]
? Tarif {plan} beenden
- [Hiermit kündige ich|Ich kündige|Bitte beenden Sie] [den Tarif {plan}|mein Abo|mein Abonnement] [zum {soon}|zum nächstmöglichen Termin|fristgerecht], [bitte bestätigen Sie das schriftlich|und widerrufe das Lastschriftmandat].
- Ich habe am {date} gekündigt, [trotzdem buchen Sie|und Sie ziehen] {amount} [weiter ab|weiterhin ein].
- Wo kann ich [das Abo|den Tarif {plan}] kündigen, [ich möchte nicht, dass wieder abgebucht wird|am {soon} verlängert es sich]?
> Ihr Tarif {plan} endet zum {soon}; es wird nichts mehr abgebucht.
= payment-method, calm, Question
? [Zahlungsart|Zahlungsweise] [ändern|wechseln]
? [Kauf auf Rechnung|Neue Bankverbindung] [{customer}|]
- [Können wir|Kann man bei Ihnen] [auf Rechnung|jährlich|per Überweisung] zahlen statt mit [Karte|Lastschrift]?
- [Wo ändere ich|Wie ändere ich|Ich möchte wissen, wie man sie ändert:] [meine Bankverbindung|die Kreditkarte|die Zahlungsart] [für den Tarif {plan}|].
- [Wie lautet|Bitte nennen Sie mir] [Ihre IBAN|Ihre Bankverbindung], ich will {invoice} überweisen.
> Kundennummer {customer} zahlt ab der nächsten Rechnung per Überweisung, 14 Tage netto.
`);
