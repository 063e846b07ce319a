import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLanguageDetector } from "./language.ts";

const { detect } = await createLanguageDetector();

describe("language detection", () => {
  test.each([
    ["en", "Hello, my printer does not work any more, could you please help me?"],
    ["de", "Guten Tag, mein Drucker funktioniert nicht mehr, könnten Sie mir bitte helfen?"],
    ["fr", "Bonjour, mon imprimante ne fonctionne plus, pourriez-vous m'aider ?"],
    ["es", "Hola, mi impresora ya no funciona, ¿podrían ayudarme por favor?"],
    ["it", "Buongiorno, la mia stampante non funziona più, potete aiutarmi?"],
    ["nl", "Goedendag, mijn printer werkt niet meer, kunt u mij helpen?"],
    ["zh", "你好,我的打印机坏了,请帮帮我"],
    ["de", "DER DRUCKER IM ZWEITEN STOCK IST SCHON WIEDER KAPUTT"],
  ])("%s: %s", (language, text) => {
    const found = detect(text);
    expect(found.language).toBe(language);
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  test("short texts, numbers and addresses carry no evidence", () => {
    for (const text of [
      "",
      "pwd reset",
      "4711 4711 4711 4711 4711 4711",
      "maximilian.beispielmann@customer.example",
      "\n\u0000\ud800",
    ])
      expect(detect(text)).toEqual({ language: null, confidence: 0 });
  });

  test("the language of the second line counts too", () => {
    expect(detect("Hi\n\nmein Drucker funktioniert nicht mehr, könnten Sie mir bitte helfen?").language).toBe("de");
  });

  test("never throws, confidence lies between 0 and 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { language, confidence } = detect(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(language === null).toBe(confidence === 0);
      }),
    );
  });

  test("S08: a text of any length is bounded", () => {
    expect(detect("der Drucker ist kaputt ".repeat(500_000)).language).toBe("de");
  });
});
