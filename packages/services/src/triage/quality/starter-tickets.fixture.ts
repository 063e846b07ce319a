/**
 * Invented tickets over the starter set. Their author knew the descriptions, so figures on them flatter; no word of a description was
 * chosen because of them. The first ones of a category and language may serve as its examples; the others are judged.
 */
type ByCategory = Readonly<Record<string, readonly (readonly [subject: string, body: string])[]>>;

export const englishTickets: ByCategory = {
  billing: [
    ["March invoice", "Hi, the invoice for March shows 12 seats but we only have 9. Please send a corrected bill."],
    ["Charged two times", "My card statement shows that you took 49 euros twice this month. Please check the payment."],
    ["VAT number missing", "Our accounting needs our VAT id on the receipt, otherwise they cannot book it."],
  ],
  technical_support: [
    ["Printer offline", "Since this morning the label printer is not found on the network, restarting did not help."],
    ["Sync stuck", "The sync between phone and laptop times out after a minute with an error message."],
    ["VPN", "I cannot connect to the VPN from my hotel, the connection drops after a few seconds."],
  ],
  account_access: [
    ["Locked out", "After three wrong tries my user is locked out. Can you reset my password?"],
    ["Two-factor code", "I have a new phone and no longer get the code, so I cannot log in."],
    [
      "Permission for Jonas",
      "Jonas gets access denied when he opens the finance folder, he should have read permission.",
    ],
  ],
  bug_report: [
    [
      "App crashes when I open the calendar",
      "Version 4.2 on Android: tap calendar, the app crashes every time. 4.1 was fine.",
    ],
    ["Total is wrong", "The report adds up to 1,180 although the rows sum to 1,210. Looks like a bug in rounding."],
    ["Button does nothing", "In Firefox the save button on the profile page is broken, in Chrome it works."],
  ],
  feature_request: [
    ["Dark mode", "It would be great if you could add a dark mode, my eyes would thank you."],
    ["Idea: shared filters", "We wish we could share saved filters with the team. Is this planned as a feature?"],
    ["Calendar export", "Suggestion: please add support for exporting appointments as iCal."],
  ],
  how_to: [
    ["How do I change my signature?", "Where do I find the setting for the e-mail signature?"],
    [
      "Question about reports",
      "Could you explain how I can schedule a weekly report? I did not find it in the manual.",
    ],
    ["Import contacts", "How can I import contacts from a spreadsheet? Is there a tutorial?"],
  ],
  order_shipping: [
    ["Where is my parcel?", "Order 30418 was dispatched a week ago, the tracking number shows nothing."],
    ["Wrong delivery address", "I moved last month, can you still change the delivery address of my order?"],
    ["Not arrived", "The courier says the package was delivered on Friday but nothing arrived here."],
  ],
  returns_refunds: [
    ["Return of a jacket", "The jacket is too small, I would like to return it. Please send me a return label."],
    ["Refund not received", "You got the shoes back two weeks ago, when do I get my refund?"],
    ["Lamp arrived broken", "The glass was damaged when I unpacked it. I want an exchange or my money back."],
  ],
  sales: [
    ["Quote for 40 licences", "We want to buy 40 licences, could you send us a quote?"],
    ["Pricing", "Is there a discount for schools on the yearly plan?"],
    ["Demo for our team", "We are comparing vendors and would like a demo before we purchase."],
  ],
  complaint: [
    ["Terrible service", "I have been waiting for weeks and nobody answers. This is unacceptable."],
    [
      "Rude on the phone",
      "Your colleague was rude and hung up on me. I am very disappointed and want to speak to a manager.",
    ],
    ["Never again", "Third promise broken, third time I was ignored. Never again with you."],
  ],
  spam: [
    ["You are our lucky winner", "Congratulations, you won the lottery! Click here to claim 500,000 dollars."],
    ["Improve your ranking", "We offer cheap SEO backlinks and guest post packages for your website."],
    ["Crypto opportunity", "Double your money with our crypto investment, limited offer, act now."],
  ],
  other: [
    ["Thank you", "Everything is fine again, thank you and have a nice weekend."],
    ["Press enquiry", "I write for a local paper and would like to ask for a photo of your founder."],
    ["Application", "Please find attached my application for the internship in summer."],
  ],
};

export const germanTickets: ByCategory = {
  billing: [
    ["Rechnung April", "Auf der Rechnung für April steht ein falscher Betrag, bitte korrigieren Sie sie."],
    ["Doppelt abgebucht", "Sie haben die Lastschrift diesen Monat zweimal von unserem Konto abgebucht."],
    ["Mahnung erhalten", "Wir haben eine Mahnung bekommen, obwohl die Zahlung vor drei Wochen rausging."],
  ],
  technical_support: [
    ["Drucker", "Der Drucker im zweiten Stock druckt nicht mehr, es kommt nur eine Fehlermeldung."],
    ["Internet sehr langsam", "Seit gestern ist die Verbindung im ganzen Büro langsam und bricht ständig ab."],
    [
      "Installation bleibt stehen",
      "Die Installation des Programms funktioniert nicht, bei 80 Prozent passiert nichts mehr.",
    ],
  ],
  account_access: [
    ["Passwort vergessen", "Ich kann mich nicht anmelden, bitte setzen Sie mein Kennwort zurück."],
    ["Zugang für neue Kollegin", "Frau Brandt fängt am Montag an und braucht einen Zugang zum Laufwerk Personal."],
    ["Konto gesperrt", "Mein Benutzerkonto ist nach mehreren Versuchen gesperrt, ich komme nicht rein."],
  ],
  bug_report: [
    ["App stürzt ab", "Seit dem Update stürzt die App ab, sobald ich ein Foto hochlade."],
    [
      "Falsche Summe",
      "In der Auswertung wird ein falsches Ergebnis angezeigt, die Summe stimmt nicht mit den Zeilen überein.",
    ],
    [
      "Fenster friert ein",
      "Beim Speichern friert das Fenster ein. Das ist bei drei Kollegen genauso, wohl ein Programmfehler.",
    ],
  ],
  feature_request: [
    ["Vorschlag", "Es wäre schön, wenn man Berichte als Favorit speichern könnte."],
    ["Wunsch: Tastenkürzel", "Mir fehlt eine Möglichkeit, Tickets mit der Tastatur zu schließen. Bitte ergänzen."],
    ["Idee für die App", "Könnten Sie eine Funktion einbauen, mit der man Termine teilen kann?"],
  ],
  how_to: [
    ["Frage zur Abwesenheit", "Wie kann ich eine Abwesenheitsnotiz einstellen? Gibt es eine Anleitung?"],
    ["Wo finde ich die Vorlagen?", "Ich suche die Vorlagen für Briefe. Können Sie mir kurz erklären, wo die liegen?"],
    ["Sprache umstellen", "Wie geht das, wenn ich die Oberfläche auf Englisch umstellen will?"],
  ],
  order_shipping: [
    ["Wo bleibt mein Paket?", "Die Sendung ist laut Sendungsnummer seit fünf Tagen im Verteilzentrum."],
    ["Lieferung unvollständig", "In meiner Bestellung fehlen zwei von vier Tassen."],
    ["Andere Lieferadresse", "Kann das Paket bitte an meine Arbeit geliefert werden?"],
  ],
  returns_refunds: [
    ["Rückgabe", "Die Schuhe passen nicht, ich möchte sie zurückschicken. Wie bekomme ich die Erstattung?"],
    ["Widerruf meiner Bestellung", "Hiermit erkläre ich den Widerruf und bitte um mein Geld zurück."],
    ["Vase kam beschädigt an", "Die Vase hat einen Sprung, ich möchte sie umtauschen."],
  ],
  sales: [
    ["Angebot für 20 Lizenzen", "Bitte schicken Sie uns ein Angebot über 20 Lizenzen."],
    ["Preise für Vereine", "Welche Preise gelten für gemeinnützige Vereine, gibt es einen Rabatt?"],
    ["Vorführung", "Wir überlegen, Ihr Produkt zu kaufen, und hätten gern eine Vorführung."],
  ],
  complaint: [
    ["Beschwerde", "Seit Wochen warte ich auf eine Antwort, das ist eine Zumutung."],
    ["Unfreundlicher Mitarbeiter", "Ich wurde am Telefon angeschrien und bin wirklich enttäuscht von Ihrem Service."],
    ["Mir reicht es", "Zum vierten Mal versprochen und nicht gehalten. Nie wieder, ich werde kündigen."],
  ],
  spam: [
    ["Sie haben gewonnen", "Herzlichen Glückwunsch zum Gewinnspiel! Klicken Sie hier, um Ihren Gewinn abzuholen."],
    ["Sofortkredit", "Kredit ohne Schufa, heute beantragt, morgen ausgezahlt."],
    [
      "Werbung für Ihre Webseite",
      "Wir bringen Ihre Seite auf Platz eins, jetzt Newsletter und Werbung günstig buchen.",
    ],
  ],
  other: [
    ["Danke", "Alles bestens, vielen Dank und schönes Wochenende."],
    ["Bewerbung als Auszubildender", "Anbei meine Bewerbung, über eine Einladung würde ich mich freuen."],
    ["Mitteilung", "Zur Information: unser Büro ist am 24. Dezember geschlossen."],
  ],
};
