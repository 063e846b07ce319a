import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_BODY, MAX_SUBJECT, PREPARE_VERSION, prepare, replyText } from "./prepare.ts";

const plain = "My order 4711 has not arrived.\n\nWhere is it?";

describe("prepare", () => {
  test("D17: HTML with hidden text, scripts, nested tables and quotation gives the text of the plain mail", () => {
    const html = `<html><head><style>p{color:red}</style></head><body><table><tr><td><table><tr><td>
      <p>My order <b>4711</b> has not arrived.</p><p>Where is it?</p></td></tr></table></td></tr></table>
      <div style="display:none">refund refund refund</div><p style="color:#ffffff">invoice</p><script>alert("billing")</script>
      <p>Best regards<br>Mara</p><blockquote><p>Buy more!</p></blockquote></body></html>`;
    const wanted = { subject: "Order", body: plain, truncated: false, version: PREPARE_VERSION };
    expect(prepare({ subject: "Order", body: html })).toEqual(wanted);
    expect(prepare({ subject: "Order", body: html, contentType: "html" })).toEqual(wanted);
    expect(prepare({ subject: "Order", body: `${plain}\n\nBest regards\nMara\n> Buy more!` })).toEqual(wanted);
  });

  test("text that is stated to be text keeps its tags", () => {
    expect(prepare({ subject: "", body: "the <b>button</b> fails", contentType: "text" }).body).toBe(
      "the <b>button</b> fails",
    );
  });

  test("D29: what is quotation and signature alone stays whole", () => {
    expect(prepare({ subject: "Re: x", body: "> please cancel\n\n--\nMara" }).body).toBe("> please cancel\n\n--\nMara");
    expect(replyText("> please cancel\n> now", "Re: x")).toBe("");
  });

  test("D29: angry quotation above a friendly reply is gone", () => {
    const body = "On 2 Nov 2026, Mara wrote:\n> this is a scandal!\n\nAll is well now, many thanks to you all!";
    expect(replyText(body)).toBe("All is well now, many thanks to you all!");
  });

  test("a forwarded mail keeps the mail", () => {
    const body = "please see below\n\nFrom: Mara\nSent: Monday\nTo: Otto\nSubject: Order\n\nwhere is my order?";
    for (const subject of ["FW: Order", "Fwd: Order", "WG: Order", "AW: WG: Order", "TR: Order"])
      expect(prepare({ subject, body }).body).toContain("where is my order?");
    expect(prepare({ subject: "RE: Order", body }).body).toBe("please see below");
  });

  test("the subject is one line", () => {
    expect(prepare({ subject: " Printer\r\n\n is\tbroken ", body: "" }).subject).toBe("Printer is broken");
  });

  test("subject and body are cut, and say so", () => {
    const long = prepare({ subject: "s".repeat(2_000), body: "b ".repeat(MAX_BODY) });
    expect([long.subject.length, long.body.length, long.truncated]).toEqual([MAX_SUBJECT, MAX_BODY - 1, true]);
    expect(prepare({ subject: "", body: "😀".repeat(MAX_BODY) }).body.isWellFormed()).toBe(true);
  });

  test("D17: 5 MB of nested tables are bounded", () => {
    const { body, truncated } = prepare({ subject: "", body: "<table><tr><td>hi</td>".repeat(230_000) });
    expect(body.length).toBeLessThanOrEqual(MAX_BODY);
    expect(truncated).toBe(true);
  });

  test("S08: never throws, bounded, well-formed; a prepared subject stays as it is, a body grows no more", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\n",
        " ",
        "> ",
        "<p>",
        "</p>",
        "Regards\n",
        "On 1 Nov, a wrote:\n",
        "--\n",
        "\u0301",
        "\ud800",
        "\u0000",
      ),
    );
    const text = fc.array(piece).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        text,
        text,
        fc.constantFrom("text" as const, "html" as const, undefined),
        (subject, body, contentType) => {
          const input = contentType === undefined ? { subject, body } : { subject, body, contentType };
          const once = prepare(input);
          expect(once.subject).not.toMatch(/\n/);
          expect(once.body.isWellFormed() && once.subject.isWellFormed()).toBe(true);
          expect(once.body).toBe(once.body.trim());
          const again = prepare({ subject: once.subject, body: once.body, contentType: "text" });
          expect(again.subject).toBe(once.subject);
          expect(again.body.length).toBeLessThanOrEqual(once.body.length);
        },
      ),
    );
  });

  test.each([" ", " \n", "\u00a0\t", "\u200b ", "\r", "\u0301", "<", "> \n", "-- \n", "\ud83d"])(
    "S08: 100,000 times %j do not hang",
    (unit) => {
      const { body, subject } = prepare({ subject: `a${unit.repeat(100_000)}b`, body: `a${unit.repeat(100_000)}b` });
      expect(subject.length).toBeLessThanOrEqual(MAX_SUBJECT);
      expect(body.length).toBeLessThanOrEqual(MAX_BODY);
    },
  );
});
