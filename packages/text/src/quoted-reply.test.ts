import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stripQuotedReply } from "./quoted-reply.ts";

describe("D29: quoted replies are not the author's words", () => {
  test.each([
    ["English", "On Mon, 2 Nov 2026 at 10:00, Otto Agent <otto@shop.example> wrote:"],
    ["English, broken", "On Mon, 2 Nov 2026 at 10:00, Otto Agent\n<otto@shop.example> wrote:"],
    ["German", "Am 02.11.26 um 10:00 schrieb Otto Agent:"],
    ["German, webmail", "Otto Agent <otto@shop.example> schrieb am Mo., 2. Nov. 2026 um 10:00:"],
    ["French", "Le lun. 2 nov. 2026 à 10:00, Otto Agent <otto@shop.example> a écrit :"],
    ["Spanish", "El lun, 2 nov 2026 a las 10:00, Otto Agent (<otto@shop.example>) escribió:"],
  ])("introduction: %s", (_, introduction) => {
    expect(stripQuotedReply(`Thank you, it works!\n\n${introduction}\n> You are useless\n> Really`)).toBe(
      "Thank you, it works!",
    );
    expect(stripQuotedReply(`Thank you, it works!\n\n${introduction}\n\nYou are useless\nReally`)).toBe(
      "Thank you, it works!",
    );
  });

  test.each([
    ["English", "-----Original Message-----"],
    ["German", "-----Ursprüngliche Nachricht-----"],
    ["French", "----- Message d'origine -----"],
    ["Spanish", "-----Mensaje original-----"],
  ])("separator: %s", (_, separator) => {
    expect(stripQuotedReply(`It works\n\n${separator}\nFrom: x\nangry text`)).toBe("It works");
  });

  test.each([
    ["English", "From: Otto <o@shop.example>\nSent: Monday\nTo: Mara\nSubject: Re: Order"],
    ["German", "Von: Otto <o@shop.example>\nGesendet: Montag\nAn: Mara\nBetreff: AW: Bestellung"],
    ["French", "De : Otto <o@shop.example>\nEnvoyé : lundi\nÀ : Mara\nObjet : Re: Commande"],
    ["Spanish", "De: Otto <o@shop.example>\nEnviado el: lunes\nPara: Mara\nAsunto: Re: Pedido"],
    ["bold", "*From:* Otto <o@shop.example>\n*Sent:* Monday\n*To:* Mara\n*Subject:* Re: Order"],
  ])("header block: %s", (_, head) => {
    expect(stripQuotedReply(`It works\n\n________________________________\n${head}\n\nangry text`)).toBe("It works");
  });

  test("answers between quoted lines are kept", () => {
    expect(stripQuotedReply("On 2 Nov 2026, Otto wrote:\n> Did you restart?\nYes, twice.\n> Which model?\nAX-3")).toBe(
      "Yes, twice.\nAX-3",
    );
  });

  test("what was forwarded is the matter itself", () => {
    const forwarded = "From: Mara\nSent: Monday\nTo: Otto\nSubject: Order\n\nwhere is it?";
    expect(stripQuotedReply(`FYI\n\n${forwarded}`, { forwarded: true })).toBe(`FYI\n\n${forwarded}`);
    expect(stripQuotedReply(`FYI\n\n---------- Forwarded message ---------\n${forwarded}`)).toContain("where is it?");
  });

  test("prose that only resembles an introduction is kept", () => {
    for (const text of [
      "On Monday I wrote: it is broken.\nIt still is.",
      "From: the basement\nthere is a smell",
      "I tried these steps on 3 machines:\nrestart, reset",
      "Am 3. Mai:\nes ging noch",
    ])
      expect(stripQuotedReply(text)).toBe(text);
  });

  test("may leave nothing", () => {
    expect(stripQuotedReply("> all\n> quoted")).toBe("");
  });
});

describe("S08: linear and total", () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom(
        "On 1 Nov",
        "x wrote:",
        "Am 2.",
        "schrieb:",
        "From: a",
        "To: b",
        "Subject: c",
        "> q",
        "-----Original Message-----",
      ),
      fc.constantFrom("", "own", "________", "Begin forwarded message:"),
      fc.string({ unit: "binary" }),
    ),
  );
  test("never throws, every line left was there, in order", () => {
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join("\n");
        let at = 0;
        for (const line of stripQuotedReply(text).split("\n")) {
          const found = text.indexOf(line, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + line.length;
        }
      }),
    );
  });

  test.each([
    " ",
    "\t",
    "> ",
    "-",
    "_",
    "On 1\n",
    "From: a\n",
    "On 1 a@b\nx\ny\n",
    "Begin forwarded message:\n",
    "*",
    "\u00a0",
  ])("100,000 times %j", (unit) => {
    expect(stripQuotedReply(`a ${unit.repeat(100_000)} b`).length).toBeLessThanOrEqual(unit.length * 100_000 + 4);
  });
});
