import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectAutoMail } from "./auto-mail.ts";

describe("U21: mail that no person wrote to us", () => {
  test.each([
    ["auto-reply", { "Auto-Submitted": "auto-replied" }],
    ["auto-reply", { "auto-submitted": "auto-generated; x=y" }],
    ["auto-reply", { Precedence: "auto_reply" }],
    ["auto-reply", { "X-Autoreply": "yes" }],
    ["bounce", { "Content-Type": 'multipart/report; report-type="delivery-status"; boundary=x' }],
    ["bounce", { "Return-Path": "<>", From: "Mail System <MAILER-DAEMON@mx.example>" }],
    ["bounce", { "X-Failed-Recipients": "m@customer.example" }],
    ["spam", { "X-Spam-Flag": "YES" }],
    [null, { "Auto-Submitted": "no" }],
    [null, { Precedence: "list" }],
    [null, { "X-Spam-Status": "No, score=0.1" }],
  ])("RFC 3834 and its like: %s from %j", (kind, headers) => {
    expect(detectAutoMail({ subject: "Order", body: "Where is it?", headers })).toBe(kind);
  });

  test.each([
    ["out-of-office", "Automatic reply: Order 4711", "I am out of the office until Monday."],
    ["out-of-office", "Out of Office: Order", "Back on Monday."],
    ["out-of-office", "Automatische Antwort: Bestellung", "Ich bin bis 9. November im Urlaub."],
    ["out-of-office", "Abwesenheitsnotiz", "Bin am Montag wieder da."],
    ["out-of-office", "Réponse automatique : commande", "Je suis actuellement absent."],
    ["out-of-office", "Respuesta automática: pedido", "Estoy fuera de la oficina hasta el lunes."],
    ["out-of-office", "Re: Order", "I am out of the office until Monday. For urgent matters please call Otto."],
    ["out-of-office", "AW: Bestellung", "Ich bin nicht im Büro. Ihre Mail wird nicht weitergeleitet."],
    ["out-of-office", "Out of Office AutoReply: Order", "Back soon."],
    ["out-of-office", "Order", "I am travelling until 9 November and will reply on my return."],
    ["auto-reply", "Automatic reply: Order", "We have received your message."],
    ["auto-reply", "Your request", "Hello,\n\n*** This is an automated message, please do not answer. ***"],
    ["auto-reply", "Ihre Anfrage", "Dies ist eine automatisch erzeugte Nachricht."],
    ["auto-reply", "Votre demande", "Ceci est un message automatique."],
    ["bounce", "Undelivered Mail Returned to Sender", "The mail could not be delivered to <m@customer.example>"],
    ["bounce", "Unzustellbar: Bestellung", "550 5.1.1 user unknown"],
    ["spam", "Rank your website", "We bring you to the first page of Google with our SEO services and backlinks."],
  ])("%s: %s", (kind, subject, body) => {
    expect(detectAutoMail({ subject, body })).toBe(kind);
  });

  test.each([
    ["Delivery failed", "The parcel service says that the delivery failed, nobody rang."],
    ["Undeliverable: my parcel", "It went back to you."],
    ["Meeting", "I am out of the office next week, can the technician come in two weeks?"],
    ["Urlaub", "Ich bin ab Montag im Urlaub, bitte sperren Sie meinen Zugang bis dahin."],
    ["Strange mail", 'I got a mail that says "this is an automated message", is it from you?'],
    ["Automatic reply does not work", "Our customers get none."],
    ["Backlinks", "Our SEO agency asks about backlinks in the shop."],
    ["Newsletter", "Please unsubscribe me."],
  ])("people stay people: %s", (subject, body) => {
    expect(detectAutoMail({ subject, body })).toBeNull();
  });

  test("S08: never throws", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, fc.dictionary(text, text), (subject, body, headers) => {
        expect(["auto-reply", "out-of-office", "bounce", "spam", null]).toContain(
          detectAutoMail({ subject, body, headers }),
        );
      }),
    );
  });

  test.each([" ", "*", "\n", "- ", "a@"])("S08: 100,000 times %j do not hang", (unit) => {
    const text = unit.repeat(100_000);
    expect(detectAutoMail({ subject: text, body: text, headers: { from: text, "return-path": "<>" } })).toBeNull();
  });
});
