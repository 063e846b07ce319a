import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stripSignature } from "./signature.ts";

const message = "My order 4711 has not arrived, where is it?";

describe("D29, U29: signatures and boilerplate are not the message", () => {
  test.each([
    ["delimiter", "-- \nMara Example\nHead of Everything"],
    ["English", "Best regards,\nMara Example\nExample Ltd | Some Street 1 | 12345 Town\nTel. +49 30 1234567"],
    ["English, one line", "Kind regards, Mara Example"],
    ["thanks", "Thanks!\n\nMara"],
    [
      "German",
      "Mit freundlichen Grüßen\n\nMara Beispiel\nBeispiel GmbH\nGeschäftsführer: Otto Beispiel, Amtsgericht Stadt HRB 12345",
    ],
    ["German, short", "VG\nMara"],
    ["French", "Cordialement,\nMara Exemple"],
    ["Spanish", "Un saludo,\nMara Ejemplo"],
    ["telephone", "Sent from my iPhone"],
    ["telephone, German", "Von meinem iPhone gesendet"],
    ["telephone, French", "Envoyé de mon iPhone"],
    ["telephone, Spanish", "Enviado desde mi iPhone"],
    ["other regards", "Many warm regards\nMara"],
    ["imprint", "Example Ltd, registered in Town, no. 12345. VAT GB123456."],
    ["closing and telephone", "Best\nMara\n\nGet Outlook for iOS"],
    [
      "disclaimer",
      "This e-mail and its attachments are confidential and intended solely for the addressee. Please delete it if you received it in error.",
    ],
    [
      "disclaimer, German",
      "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, vernichten Sie diese Mail.",
    ],
    [
      "disclaimer, French",
      "Ce message est confidentiel. Si vous n'êtes pas le destinataire, merci de le détruire sans en prendre copie.",
    ],
    [
      "disclaimer, Spanish",
      "Este mensaje es confidencial y se dirige exclusivamente a su destinatario; si lo recibe por error, bórrelo.",
    ],
  ])("%s", (_, below) => {
    expect(stripSignature(`${message}\n\n${below}`)).toBe(message);
  });

  test("a postscript is part of the message", () => {
    expect(stripSignature(`${message}\nRegards\nMara\nPS: the parcel was a gift`)).toBe(
      `${message}\nPS: the parcel was a gift`,
    );
  });

  test.each([
    ["text below thanks", `Thanks\n${message}`],
    [
      "a sentence below the closing",
      `${message}\nThanks\nI have also tried to call you but nobody ever answers the phone.`,
    ],
    ["a question below the closing", `${message}\nThanks\nIs it lost?`],
    ["confidential matter of the message", "The confidential report cannot be printed on the second floor any more."],
    ["dashes in the middle", `one -- two\n${message}`],
  ])("kept: %s", (_, text) => {
    expect(stripSignature(text)).toBe(text);
  });
});

describe("S08: linear and total", () => {
  test("never throws and never adds", () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom("Regards", "Mara", "-- ", "PS: x", "Sent from my x", "", "Thanks, M"),
        fc.string({ unit: "binary" }),
      ),
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join("\n");
        expect(stripSignature(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test.each([" ", "-", "\n", "\n\n", "\t \n", "Regards\n", "--\n", "Sent from my a\n", ", ", "von meinem "])(
    "100,000 times %j",
    (unit) => {
      expect(stripSignature(`a ${unit.repeat(100_000)} b`).length).toBeLessThanOrEqual(unit.length * 100_000 + 4);
    },
  );
});
