/** What customers of the simulated mail-order house ask, and the English title of the article that answers; `null` where none does. */
export interface BrambelwerkQuestion {
  readonly language: "en" | "de";
  readonly text: string;
  readonly answer: string | null;
}

type Rows = readonly (readonly [answer: string | null, ...texts: string[]])[];

const english: Rows = [
  [
    "I was charged twice",
    "My card was charged twice for the same invoice. How do I get the money back?",
    "I was charged twice for order BW-1234 and want my money back",
    "Double charge on my bank statement",
    "Hello, you took 49.90 euros two times from my card yesterday. Is the second charge an error? Regards, Tom Example",
    "there are two identical charges from brambelwerk on my account, which one is real?",
  ],
  [
    "Ways to pay",
    "Can I pay on account?",
    "Which payment methods do you accept?",
    "Is it possible to pay by bank transfer instead of card?",
    "Good morning, we would like to order for about 1,500 euros. Can we pay such an order by direct debit? Best wishes, Ida Sample",
  ],
  [
    "Change or cancel a plan of the Brambel app",
    "How do I cancel my plan?",
    "I want to switch to a larger plan of the Brambel app, when does it start?",
    "If I cancel my subscription plan today, will I be charged again next month?",
    "cancel the app plan please",
  ],
  [
    "Get an invoice with a company address",
    "I need an invoice with our company address",
    "The invoice for my last order lacks our VAT number. How can I add it?",
    "Hi, our bookkeeping asks for an invoice made out to the company and not to me. Where can I change the address on the invoice? Thanks, Ben",
  ],
  [
    "Reset your password",
    "I forgot my password",
    "The password reset mail never arrives",
    "How long is the link for a new password valid?",
    "Hi team, I cannot remember my password any more and would like to set a new one. How does that work? Cheers, Lea",
  ],
  [
    "My account is locked",
    "My account is locked, what now?",
    "I typed a wrong password too often and now the account is locked. When does it open again?",
    "why is my account locked",
  ],
  [
    "Change the e-mail address of your account",
    "I have a new e-mail address, how do I change it in my account?",
    "Please tell me how to change the email of my account",
  ],
  [
    "Where is my parcel?",
    "Where is my parcel?",
    "The tracking number shows nothing, when does the carrier scan my parcel?",
    "I ordered last week and the tracking has had no news for four working days. Where is the parcel? Order BW-20881",
    "where do i find the tracking number",
  ],
  [
    "Send something back",
    "I want to send something back",
    "How many days do I have to return an item, and is the return free?",
    "Where can I print the return label?",
    "I returned a lamp two days ago. When do I get my money for the return?",
  ],
  [
    "Change the delivery address",
    "I gave the wrong delivery address",
    "Can I still change the delivery address of my order?",
  ],
  [
    "The device does not join the Wi-Fi",
    "My device does not join the wifi",
    "The Glimmbox shows error E-207, what does that mean?",
    "Since I have a new router the device cannot find the Wi-Fi any more. What can I do?",
  ],
  [
    "The app closes by itself",
    "The app closes by itself all the time",
    "Your app crashes and closes right after the start",
  ],
  [
    null,
    "Do you ship to Norway, and who pays the customs?",
    "I lost my phone and cannot get past the two-step sign-in",
    "Please send me a copy of all personal data that you store",
    "Which bulb fits the Glimmbox Pro?",
    "Are you hiring at the moment? I would like to work for you.",
    "What are the opening hours of your shop in the city?",
    "My lamp arrived with a broken glass, I want a new one",
    "Can I get a discount code for my birthday?",
    "Do you have a shop in Vienna?",
    "Which materials is the Brambel kettle made of?",
    "The light of the device flickers at night",
    "How long is the warranty on devices?",
    "Can I add a gift message to my order?",
    "I would like to become a partner shop, whom do I call?",
    "How do I delete my account for good?",
    "When will the red lamp be in stock again?",
    "I entered a voucher and it says it is not valid",
    "Can I reserve a table for two?",
    "How do I connect two lamps with each other in the app?",
    "You charged me a late fee, why?",
    "Is the app available for Linux?",
    "One item is missing in my parcel",
    "How do I change my name after a wedding?",
    "Can you repair my old device?",
    "How do I unsubscribe from the newsletter?",
  ],
];

const german: Rows = [
  [
    "I was charged twice",
    "Mein Konto wurde doppelt belastet",
    "Für die Bestellung BW-4711 wurde zweimal abgebucht. Wie bekomme ich mein Geld zurück?",
    "Guten Tag, ich sehe auf dem Kontoauszug zwei gleiche Abbuchungen von Ihnen. Ist das eine Vormerkung der Bank? Mit freundlichen Grüßen, Jana Muster",
  ],
  [
    "Ways to pay",
    "Kann ich auf Rechnung zahlen?",
    "Welche Zahlungsarten gibt es bei Ihnen?",
    "Ich möchte per Lastschrift zahlen, geht das auch bei 1.200 Euro?",
  ],
  [
    "Change or cancel a plan of the Brambel app",
    "Wie kündige ich meinen Tarif?",
    "Ab wann gilt ein größerer Tarif der Brambel-App?",
    "Ich will den Tarif der App ändern",
  ],
  [
    "Get an invoice with a company address",
    "Ich brauche eine Rechnung mit der Adresse meiner Firma",
    "Auf der Rechnung fehlt unsere USt-IdNr., wie kommt sie darauf?",
    "Wo ändere ich die Rechnungsadresse einer Bestellung?",
  ],
  [
    "Reset your password",
    "Ich habe mein Passwort vergessen",
    "Die Mail zum Zurücksetzen des Passworts kommt nicht an",
    "Hallo, wie lange gilt der Link für ein neues Passwort? Danke, Ole",
  ],
  [
    "My account is locked",
    "Mein Konto ist gesperrt",
    "Ich habe das Passwort mehrmals falsch eingegeben, jetzt ist das Konto gesperrt. Wann kann ich wieder hinein?",
  ],
  [
    "Where is my parcel?",
    "Wo ist mein Paket?",
    "Wo finde ich die Sendungsnummer?",
    "Seit vier Tagen zeigt die Sendungsverfolgung nichts Neues zu meinem Paket, bitte suchen Sie es. Bestellung BW-30117",
  ],
  [
    "Send something back",
    "Ich möchte etwas zurückschicken",
    "Ist die Rücksendung kostenlos und wie viele Tage habe ich?",
    "Wo drucke ich das Etikett für die Rücksendung?",
  ],
  [
    "The device does not join the Wi-Fi",
    "Mein Gerät findet das WLAN nicht",
    "Was heißt Fehler E-207?",
    "Neuer Router, und jetzt kommt das Gerät nicht mehr ins WLAN. Was tun?",
  ],
  [
    null,
    "Liefern Sie in die Schweiz und was kostet der Zoll?",
    "Ich habe mein Handy verloren und komme nicht durch die Anmeldung in zwei Schritten",
    "Schicken Sie mir bitte alle Daten, die Sie über mich speichern",
    "Haben Sie offene Stellen im Lager?",
    "Die Lampe kam mit einem Sprung im Glas an, ich möchte eine neue",
    "Gibt es einen Rabatt für Studenten?",
    "Wie lange ist die Garantie auf Geräte?",
    "Wie lösche ich mein Konto endgültig?",
    "Wann ist die rote Lampe wieder lieferbar?",
    "Kann ich eine Grußkarte in die Bestellung legen lassen?",
    "Mein Gutscheincode wird nicht angenommen",
    "Wie melde ich mich vom Newsletter ab?",
    "Im Paket fehlt ein Artikel",
    "Kann man zwei Lampen in der App verbinden?",
    "Warum berechnen Sie eine Mahngebühr?",
    "Wie sind die Öffnungszeiten im Laden?",
  ],
];

const toQuestions = (rows: Rows, language: BrambelwerkQuestion["language"]) =>
  rows.flatMap(([answer, ...texts]) => texts.map((text) => ({ language, text, answer })));

export const brambelwerkQuestions: readonly BrambelwerkQuestion[] = [
  ...toQuestions(english, "en"),
  ...toQuestions(german, "de"),
];
