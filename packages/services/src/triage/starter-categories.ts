import type { CategorySetting } from "./triage-desk.ts";

const starter = (name: string, description: string): CategorySetting => ({
  name,
  description,
  examples: [],
  parent: null,
});

/** The set of an installation that has neither history nor categories of its own. Words of the descriptions are all it goes by. */
export const starterCategories: readonly CategorySetting[] = [
  starter(
    "billing",
    "Invoices, charges, payments and subscriptions: invoice, bill, charge, charged twice, payment, pay, credit card, direct debit, VAT, receipt, subscription fee, overdue, dunning. Rechnung, Abbuchung, abgebucht, Zahlung, bezahlen, Lastschrift, Kreditkarte, Mahnung, Betrag, Abo, Mehrwertsteuer",
  ),
  starter(
    "technical_support",
    "Something does not work and needs technical help: error message, does not start, connection, network, slow, offline, configuration, installation, printer, driver, timeout, sync. Fehlermeldung, funktioniert nicht, startet nicht, Verbindung, Netzwerk, langsam, Installation, Drucker, Störung, Einrichtung",
  ),
  starter(
    "account_access",
    "Logging in and rights: login, log in, sign in, password, reset, locked out, two-factor code, permission, access denied, account blocked, username. Anmeldung, anmelden, einloggen, Passwort, Kennwort, gesperrt, Zugang, Zugriff, Berechtigung, Konto",
  ),
  starter(
    "bug_report",
    "A defect of the product: bug, crash, crashes, freezes, broken button, wrong result, glitch, exception, stack trace, regression since the update, reproducible. Programmfehler, Absturz, stürzt ab, hängt, friert ein, falsches Ergebnis, seit dem Update",
  ),
  starter(
    "feature_request",
    "A wish for something new: feature, request, suggestion, idea, would be great, please add, wish, missing option, support for, improvement. Funktion, Wunsch, Vorschlag, Idee, wäre schön, bitte ergänzen, Verbesserung, fehlt",
  ),
  starter(
    "how_to",
    "A question how something is done: how do I, how can I, where do I find, instructions, manual, explain, tutorial, question, set up, change setting, export. Wie kann ich, wie geht, wo finde ich, Anleitung, Handbuch, Frage, einstellen, erklären",
  ),
  starter(
    "order_shipping",
    "Orders and their delivery: order, shipping, shipment, delivery, parcel, package, tracking number, courier, arrived, dispatched, address. Bestellung, Lieferung, Versand, Paket, Sendung, Sendungsnummer, Zusteller, geliefert, angekommen, Lieferadresse",
  ),
  starter(
    "returns_refunds",
    "Sending goods back and getting money back: return, refund, exchange, money back, return label, damaged, wrong item, withdrawal, warranty, reimbursement. Rückgabe, Retoure, Erstattung, erstatten, umtauschen, Geld zurück, Widerruf, beschädigt, falscher Artikel, Garantie",
  ),
  starter(
    "sales",
    "Interest in buying: quote, offer, pricing, price list, demo, trial, upgrade, plan, licence, buy, purchase, discount, contract, reseller. Angebot, Preis, Preise, kaufen, Lizenz, Vertrag, Rabatt, Testversion, Vorführung, Beratung",
  ),
  starter(
    "complaint",
    "A customer is dissatisfied: complaint, unacceptable, disappointed, terrible service, rude, never again, cancel my contract, manager, waiting for weeks, ignored. Beschwerde, unverschämt, enttäuscht, schlechter Service, unfreundlich, nie wieder, kündigen, seit Wochen, keine Antwort",
  ),
  starter(
    "spam",
    "Unwanted advertising and fraud: lottery, winner, casino, SEO backlinks, guest post, crypto investment, inheritance, cheap pills, unsubscribe, click here, limited offer. Gewinn, Gewinnspiel, Werbung, Kredit ohne Schufa, Newsletter abmelden, Investition",
  ),
  starter(
    "other",
    "Everything else: thank you, information, notice, general enquiry, press, application. Danke, Information, Mitteilung, Allgemeines, Presse, Bewerbung",
  ),
];

/** The languages that the descriptions are written in, as shares. */
export const starterLanguages: Readonly<Record<string, number>> = { en: 0.5, de: 0.5 };

/** For tickets without a category; part of every set. */
export const unclassified = "unclassified";
