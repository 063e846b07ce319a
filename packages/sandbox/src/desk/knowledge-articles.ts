import type { ArticleText, FolderKey } from "./knowledge-base.ts";

interface WrittenArticle {
  folder: FolderKey;
  draft?: boolean;
  tags: readonly string[];
  en: ArticleText;
  de?: ArticleText;
}

/**
 * The help pages of Brambelwerk, the invented mail-order house of the simulated tickets. Three things that customers
 * ask have no article on purpose, so that gaps can be found: sending abroad and customs, a lost phone with two-step
 * sign-in, and the export of personal data.
 */
export const KNOWLEDGE_ARTICLES: readonly WrittenArticle[] = [
  {
    folder: "payments",
    tags: ["billing", "refund"],
    en: {
      title: "I was charged twice",
      html: "<p>A second charge is nearly always a <b>reservation</b> by your bank. It disappears within five working days.</p><p>If it is still there after that, send us the order number (it begins with BW) and we pay it back the same day.</p>",
    },
    de: {
      title: "Mein Konto wurde doppelt belastet",
      html: "<p>Eine zweite Abbuchung ist fast immer eine <b>Vormerkung</b> Ihrer Bank. Sie verschwindet innerhalb von fünf Werktagen.</p><p>Steht sie danach noch da, schicken Sie uns die Bestellnummer (sie beginnt mit BW), und wir erstatten am selben Tag.</p>",
    },
  },
  {
    folder: "payments",
    tags: ["billing"],
    en: {
      title: "Ways to pay",
      html: "<p>You can pay by card, direct debit, bank transfer or on account. Paying on account is open to customers with two paid orders.</p><p>Orders above 1,000 euros need a card or a transfer.</p>",
    },
    de: {
      title: "Zahlungsarten",
      html: "<p>Sie können mit Karte, Lastschrift, Überweisung oder auf Rechnung zahlen. Rechnungskauf gibt es nach zwei bezahlten Bestellungen.</p><p>Ab 1.000 Euro sind nur Karte oder Überweisung möglich.</p>",
    },
  },
  {
    folder: "payments",
    tags: ["billing", "subscription"],
    en: {
      title: "Change or cancel a plan of the Brambel app",
      html: "<p>Open <i>Account → Plan</i>. A larger plan starts at once, a smaller one with the next month.</p><p>A cancelled plan runs until the end of the month that is paid for. Nothing is charged after that.</p>",
    },
    de: {
      title: "Tarif der Brambel-App ändern oder kündigen",
      html: "<p>Öffnen Sie <i>Konto → Tarif</i>. Ein größerer Tarif gilt sofort, ein kleinerer ab dem nächsten Monat.</p><p>Nach der Kündigung läuft der Tarif bis zum Ende des bezahlten Monats.</p>",
    },
  },
  {
    folder: "invoices",
    tags: ["billing", "invoice"],
    en: {
      title: "Get an invoice with a company address",
      html: "<ol><li>Open <i>Orders</i> and choose the order.</li><li>Press <i>Invoice → Change address</i>.</li><li>Enter company and VAT number and confirm.</li></ol><p>This works for 60 days after the purchase. Later, write to us.</p>",
    },
    de: {
      title: "Rechnung mit Firmenadresse",
      html: "<ol><li>Öffnen Sie <i>Bestellungen</i> und wählen Sie die Bestellung.</li><li>Drücken Sie <i>Rechnung → Adresse ändern</i>.</li><li>Geben Sie Firma und USt-IdNr. ein.</li></ol><p>Das geht 60 Tage lang. Danach schreiben Sie uns bitte.</p>",
    },
  },
  {
    folder: "invoices",
    tags: ["billing", "invoice", "vat"],
    draft: true,
    en: {
      title: "VAT on digital plans from January",
      html: "<p>Not decided yet. Do not send to customers.</p>",
    },
  },
  {
    folder: "account",
    tags: ["account_access", "password"],
    en: {
      title: "Reset your password",
      html: "<p>Press <i>Forgot password</i> on the sign-in page. The link in our mail is valid for one hour.</p><p>No mail? Look into the spam folder, and check that you use the address of your account.</p>",
    },
    de: {
      title: "Passwort zurücksetzen",
      html: "<p>Drücken Sie auf der Anmeldeseite <i>Passwort vergessen</i>. Der Link in unserer Mail gilt eine Stunde.</p><p>Keine Mail? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob es die Adresse Ihres Kontos ist.</p>",
    },
  },
  {
    folder: "account",
    tags: ["account_access"],
    en: {
      title: "My account is locked",
      html: "<p>After six wrong passwords an account is locked for 30 minutes. It opens by itself; a password reset opens it at once.</p>",
    },
    de: {
      title: "Mein Konto ist gesperrt",
      html: "<p>Nach sechs falschen Passwörtern ist das Konto 30 Minuten gesperrt. Danach öffnet es sich von selbst; ein neues Passwort öffnet es sofort.</p>",
    },
  },
  {
    folder: "account",
    tags: ["account_access", "email"],
    en: {
      title: "Change the e-mail address of your account",
      html: "<p>Open <i>Account → Sign-in</i>, enter the new address and confirm it by the link that we send there. The old address gets a notice.</p>",
    },
  },
  {
    folder: "orders",
    tags: ["order_shipping", "tracking"],
    en: {
      title: "Where is my parcel?",
      html: "<p>The tracking number stands in the dispatch mail and under <i>Orders</i>. The carrier shows it after the first scan, usually the next evening.</p><p>Nothing new for three working days? Tell us the order number and we start a search.</p>",
    },
    de: {
      title: "Wo ist mein Paket?",
      html: "<p>Die Sendungsnummer steht in der Versandmail und unter <i>Bestellungen</i>. Der Zusteller zeigt sie nach dem ersten Scan, meist am nächsten Abend.</p><p>Drei Werktage nichts Neues? Nennen Sie uns die Bestellnummer, wir suchen.</p>",
    },
  },
  {
    folder: "orders",
    tags: ["returns_refunds"],
    en: {
      title: "Send something back",
      html: "<p>You have 30 days. Open <i>Orders → Return</i>, choose a reason and print the label; the return is free.</p><p>The money is back within seven days after the parcel has reached us.</p>",
    },
    de: {
      title: "Etwas zurückschicken",
      html: "<p>Sie haben 30 Tage. Öffnen Sie <i>Bestellungen → Rücksendung</i>, wählen Sie einen Grund und drucken Sie das Etikett; die Rücksendung ist kostenlos.</p><p>Das Geld ist sieben Tage nach Eingang zurück.</p>",
    },
  },
  {
    folder: "orders",
    tags: ["order_shipping"],
    en: {
      title: "Change the delivery address",
      html: "<p>Until the parcel is packed you can change the address under <i>Orders</i>. After that, use the carrier's redirection in the tracking page.</p>",
    },
  },
  {
    folder: "devices",
    tags: ["technical_support", "wifi"],
    en: {
      title: "The device does not join the Wi-Fi",
      html: "<ol><li>Hold the round button for ten seconds until the light blinks blue.</li><li>Switch the router to 2.4 GHz, or keep both bands under one name.</li><li>Add the device anew in the Brambel app.</li></ol><p>Error E-207 means a wrong Wi-Fi password.</p>",
    },
    de: {
      title: "Das Gerät findet das WLAN nicht",
      html: "<ol><li>Halten Sie die runde Taste zehn Sekunden, bis das Licht blau blinkt.</li><li>Stellen Sie den Router auf 2,4 GHz oder lassen Sie beide Bänder unter einem Namen.</li><li>Fügen Sie das Gerät in der Brambel-App neu hinzu.</li></ol><p>Fehler E-207 heißt: falsches WLAN-Passwort.</p>",
    },
  },
  {
    folder: "devices",
    tags: ["technical_support", "app"],
    en: {
      title: "The app closes by itself",
      html: "<p>Update the app to the newest version and restart the phone. If it still closes, send us the model of the phone and the version from <i>Account → About</i>.</p>",
    },
  },
  {
    folder: "devices",
    tags: ["technical_support", "update"],
    draft: true,
    en: {
      title: "New firmware for the Glimmbox Pro",
      html: "<p>Draft: the roll-out is not announced.</p>",
    },
  },
  {
    folder: "partners",
    tags: ["sales", "partner"],
    en: {
      title: "Prices for partner shops",
      html: "<p>Partners get 15 % on devices and 8 % on accessories from an order of 500 euros.</p>",
    },
  },
  {
    folder: "internal",
    tags: ["refund", "internal"],
    en: {
      title: "How much an agent may refund",
      html: "<p>Agents refund up to 200 euros without asking. Above that the team lead decides. Never name this limit to a customer.</p>",
    },
    de: {
      title: "Wie viel dürfen wir erstatten?",
      html: "<p>Bis 200 Euro ohne Rückfrage, darüber entscheidet die Teamleitung. Die Grenze nie einem Kunden nennen.</p>",
    },
  },
];
