import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMail } from "./parse-mail.ts";

const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const mail = (...lines: string[]) => bytes(lines.join("\n"));

describe("a mail as a ticket", () => {
  it("folded and encoded headers are read, whatever their case", () => {
    const parsed = parseMail(
      mail("SUBJECT: =?utf-8?B?R3LDvMOf?=", " =?iso-8859-1?Q?e_aus?= Bremen", "x-queue: A", "", "text"),
    );
    expect(parsed).toMatchObject({ subject: "Grüße aus Bremen", "x-queue": "A", body: "text" });
  });

  it("the plain part of a multipart mail is the text, decoded; attachments are not", () => {
    const parsed = parseMail(
      mail(
        ...['Content-Type: multipart/mixed; boundary="outer"', "", "preamble"],
        ...["--outer", "Content-Type: multipart/alternative; boundary=inner", ""],
        ...["--inner", "Content-Type: text/html", "", "<b>no</b>"],
        ...["--inner", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
        ...["", "Gr=C3=BC=C3=9Fe, a long =", "line", "--inner--"],
        ...["--outer", "Content-Type: text/plain", "Content-Disposition: attachment", "", "attached", "--outer--"],
      ),
    );
    expect(parsed.body).toBe("Grüße, a long line");
  });

  it("base64 in another character set is read, and HTML where there is nothing else", () => {
    const html = Buffer.from("<p>Größe</p>", "latin1").toString("base64");
    const parsed = parseMail(
      mail("Content-Type: text/html; charset=iso-8859-1", "Content-Transfer-Encoding: base64", "", html),
    );
    expect(parsed.body).toBe("<p>Größe</p>");
  });

  it("the date is an instant; a wrong one is none", () => {
    expect(parseMail(mail("Date: Mon, 23 Nov 2026 09:30:00 +0100", "", "")).date).toBe("2026-11-23T08:30:00.000Z");
    expect(parseMail(mail("Date: soon", "", "")).date).toBe("");
  });

  it("no text makes it fail", () => {
    const piece = fc.constantFrom(
      "--b",
      "--b--",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "=?x?q?=?=",
      "a: b",
      "=ZZ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (lines) => {
        expect(typeof parseMail(lines.join("\n")).body).toBe("string");
      }),
    );
  });
});
