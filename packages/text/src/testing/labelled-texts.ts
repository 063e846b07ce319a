import type { PersonalDataKind } from "../span.ts";

/** Marked as `[[KIND|value]]`. Everybody in here is invented. */
const marked: readonly string[] = [
  "Dear Ms [[NAME|Jane Ferrow]],\n\nthe parcel went to [[ADDRESS|12 Mulberry Lane, Oxford OX1 9ZZ]] instead of my office.\n\nKind regards,\n[[NAME|Oliver Brackwell]]",
  "Hi [[NAME|Tom]],\nmy name is [[NAME|Priya Kestrel]] and I cannot log in. Mail me at [[EMAIL|priya@kestrel.example]] or call [[PHONE|020 7946 0958]].\nThanks\n[[NAME|Priya]]",
  "Hello Mr [[NAME|Quillfeather]], the invoice shows my old address [[ADDRESS|77 Harbour Road, Bristol, BS1 9XX]]. Please correct it.",
  "From: [[NAME|Carla Denholm]] <[[EMAIL|carla.denholm@denholm.example]]>\nTo: Support\nSubject: Refund\n\nPlease refund to [[IBAN|GB82 WEST 1234 5698 7654 32]].",
  "I am [[NAME|Victor Ashgrove]] from [[NAME|Ashgrove]] Joinery. My card [[CARD|4111 1111 1111 1111]] was charged twice. Best regards, [[NAME|Victor Ashgrove]]",
  "On Monday [[NAME|Nora Tillbrook]] wrote:\n> the api_key = '[[TOKEN|abcd1234efgh5678]]' does not work",
  "Good morning [[NAME|Daniel]] and [[NAME|Sophie]],\nthe printer on the second floor shows error 50.4. [[NAME|Daniel]], can you look at it?",
  "My new address is [[ADDRESS|4500 Juniper Hollow Drive, Apt 12, Springfield, IL 62704]], phone [[PHONE|(202) 555-0123]].",
  "Ship to [[ADDRESS|221 W. Larkspur St, Portland, OR 97205-1234]] please, attention [[ADDRESS|9 Thistle Avenue]] is wrong.",
  "Dr. [[NAME|Helena Marwick]] asked for access. Her login is fine, says [[NAME|Marwick]].",
  "Yours sincerely\n\n[[NAME|Graham P. Loxley]]\nHead of Purchasing\n[[ADDRESS|3 Saddler Street\nDurham\nDH1 9ZZ]]\nTel. [[PHONE|0191 498 0123]]",
  "Name: [[NAME|Alice Thornwood]]\nOrder: 4711\nProblem: the lid is broken",
  "First name: [[NAME|Zoltan]]\nLast name: [[NAME|Vancsa]]\nPhone: [[PHONE|+36 1 555 0199]]",
  "this is [[NAME|Martin Oakhurst]], customer since 2019. My token: [[TOKEN|q7Zk29Lm4TxVb81P]]",
  "Hey [[NAME|Laura]]! Still waiting for the password reset. Cheers, [[NAME|Ben]]",
  "Sehr geehrte Frau [[NAME|Zwirnberg]],\n\nmein Drucker im zweiten Stock druckt keine Rechnungen. Bitte rufen Sie mich unter [[PHONE|030 1234567]] an.\n\nMit freundlichen Grüßen\n[[NAME|Jörg Wendelfeld]]",
  "Hallo Herr [[NAME|Müller]],\nseit dem Update fehlt der Ordner Buchhaltung. Frau [[NAME|Anna Rosenkamp]] hat denselben Fehler.\nViele Grüße\n[[NAME|Sabine]]",
  "Ich heiße [[NAME|Friedhelm Oberkorn]] und wohne in der [[ADDRESS|Lindenstraße 12a, 10969 Berlin]]. Meine IBAN ist [[IBAN|DE89 3704 0044 0532 0130 00]].",
  "Ich bin [[NAME|Katja Birnstein]], Kundin seit drei Jahren. Meine Mail ist [[EMAIL|katja@birnstein.example]].",
  "Mein Name ist [[NAME|Hollerich]], ich brauche eine Kopie der Rechnung vom Mai.",
  "Von: [[NAME|Torsten Quast]] <[[EMAIL|t.quast@quast.example]]>\nAn: Support\nBetreff: Zugang gesperrt\n\nmein Passwort lautet [[PASSWORD|Sommer2026!]]",
  "Lieferung bitte an: [[ADDRESS|Am Alten Markt 7, 50667 Köln]], Abholung an der [[ADDRESS|Hauptstr. 5\n80331 München]].",
  "Die Rechnung geht an [[ADDRESS|Mariahilfer Straße 88, 1070 Wien]] und die Ware an [[ADDRESS|Bahnhofstrasse 3, CH-8001 Zürich]].",
  "Ansprechpartnerin: [[NAME|Ulrike Haselbach]]\nTelefon: [[PHONE|0171 1234567]]\nKarte: [[CARD|5555 5555 5555 4444]]",
  "Moin [[NAME|Lars]],\nder Server steht wieder. Danke, [[NAME|Lars]]!\nGruß\n[[NAME|Imke]]",
  "Am 3. Mai schrieb [[NAME|Gesine Torfmoor]]:\n> Die Anmeldung schlägt fehl.\n\nKönnen Sie Frau [[NAME|Torfmoor]] bitte helfen?",
  "Guten Tag Herr Dr. [[NAME|Eichelblatt]],\nanbei die Unterlagen. Zugriff von [[IP|192.168.0.17]].\nMfg\ni. A. [[NAME|Rita Sonnental]]",
  "Hier ist [[NAME|Petra Kieselbronn]] aus der Buchhaltung. Ich habe Herrn [[NAME|Ahornau]] Bescheid gegeben.",
  "Unsere neue Anschrift:\n[[ADDRESS|Gartenweg 3\n1010 Wien]]\nBitte ändern.",
  "Neue Adresse ab Juni: [[ADDRESS|Rosenweg 14, 22301 Hamburg]]. Die alte war [[ADDRESS|Schlossplatz 2, 70173 Stuttgart]].",
  "Bonjour Madame [[NAME|Lavandier]],\nmon adresse est [[ADDRESS|14 rue des Tilleuls, 69003 Lyon]].\nCordialement,\n[[NAME|Jean-Luc Pommeraie]]",
  "Je m'appelle [[NAME|Solène Courtepierre]]. Livrez au [[ADDRESS|3 bis avenue de la Gare, 31000 Toulouse]].",
  "Hola [[NAME|Carmen]],\nmi dirección es [[ADDRESS|Calle de Alcalá 45, 28014 Madrid]].\nSaludos\n[[NAME|Íñigo Valdeoliva]]",
  "Me llamo [[NAME|Lucía Montepinar]] y vivo en [[ADDRESS|Avenida del Puerto 12, 3º B, 46021 Valencia]].",
  "Beste mevrouw [[NAME|Duinzand]],\nhet pakket ging naar [[ADDRESS|Lindengracht 12, 1015 KH Amsterdam]].\nMet vriendelijke groet\n[[NAME|Joost Waterlelie]]",
  "Contact person: [[NAME|Wendy Appleshaw]]\nSite: [[ADDRESS|1 Old Foundry Way, Leeds, LS1 9ZZ]]",
];

/** Nothing in them is anybody's. German writes every noun with a capital, and products, places and offices have names too. */
const clean: readonly string[] = [
  "Hello team,\nthe printer on the second floor is offline again. Error 50.4, firmware 2.1.0.4.\nThanks",
  "Hi Support,\nwhich Paris Hilton hotel has a late check-out on 24 December 2026?",
  "Dear Customer Service,\norder 4711-0815 of 02.11.2026 is missing 3 items. Kind regards,\nThe Purchasing Department",
  "Dear Sir or Madam, we upgraded from Windows Server 2019 to 2022 and Excel Online fails.",
  "I am Product Manager at a small company and I am Happy with it. This is Windows Server, not Linux.",
  "My name is wrong on the invoice. My Name Tag is broken. From: now on please use port 8080.",
  "Best regards\nThe IT Team",
  "Thanks\nSales Team",
  "Name: printer-02\nUser: administrator\nFrom: Support Team <support@>",
  "Ticket 12345 Main issue: 3 users, 20 Seats, Level 2 Support Way of working.",
  "We need 15 Licences for Adobe Cloud and 12 Office Chairs by 2026.",
  "Version 3, 2019 Server, Update 12, 10115 Datensätze fehlen in Tabelle 4.",
  "Can you call me back on Monday about Order Number 20 and Invoice 7?",
  "Hallo Support-Team,\nder Drucker im Büro 12 druckt seit Montag keine Rechnungen mehr.\nViele Grüße\nIhre Buchhaltung",
  "Hallo zusammen, die Anmeldung am Portal schlägt fehl. Danke\nBestellung 4711 folgt.",
  "Sehr geehrte Damen und Herren,\nbitte senden Sie mir die Rechnung Nummer 20261 für Mai 2026.\nMit freundlichen Grüßen\nIhr Kundenservice",
  "Ich bin Kunde Nummer 4711. Ich bin Abteilungsleiter Einkauf bei einer Firma.",
  "Liebe Kolleginnen und Kollegen, der Steckplatz 2 und der Arbeitsplatz 3 sind defekt.",
  "Guten Tag,\nRechnung 4, Seite 3, 2024 Stück Papier im Lager 2.\nFreundliche Grüße",
  "Der Lösungsweg 2 im Handbuch hilft nicht, Fehler 0x80070005, Tabelle 3, 12345 Zeilen.",
  "Die Frau oder der Herr am Telefon meinte, der Vertrag laufe aus. Herr der Lage sind wir nicht.",
  "Vielen Dank!\nDer Server läuft wieder. Die Festplatte 2 hat 10240 Megabyte.",
  "Kunde: Privat\nName: Netzwerkdrucker\nAn: Vertrieb\nVon: gestern bis heute",
  "Hallo Welt! Unser Projekt Phönix, Phase 2, startet 2027 in Berlin und München.",
  "Bonjour,\nla commande 4711 du 3 mai n'est pas arrivée. Cordialement\nLe service achats",
  "Hola equipo,\nla impresora de la planta 3 no funciona desde el lunes. Gracias",
  "Beste klantenservice,\nde factuur 2026 is niet juist. Bedankt",
  "The route 66 Diner and the Place de la Concorde are open. Take Exit 12 North Way out.",
  "Mark as read. Will this bill be paid? May I get a grant? Page 12 says so. Rose gold costs 20 more.",
];

export interface LabelledText {
  readonly text: string;
  readonly labels: readonly { readonly kind: PersonalDataKind; readonly value: string }[];
}

/** English and German texts, some French, Spanish and Dutch, with what is personal in them. */
export const labelledTexts: readonly LabelledText[] = [...marked, ...clean].map((source) => {
  const labels = [...source.matchAll(/\[\[([A-Z]+)\|([^\]]+)\]\]/g)].map(([, kind, value]) => ({
    kind: kind as PersonalDataKind,
    value: value!,
  }));
  return { text: source.replace(/\[\[[A-Z]+\|([^\]]+)\]\]/g, "$1"), labels };
});
