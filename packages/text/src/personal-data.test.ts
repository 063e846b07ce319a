import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPersonalData, redact, restore } from "./personal-data.ts";
import { labelledTexts } from "./testing/labelled-texts.ts";
import { measureDetectors } from "./testing/measure-detectors.ts";
import { writtenValues } from "./testing/written-values.ts";

const found = (text: string): string[] =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe("6.4: personal data is found by rule", () => {
  test.each([
    ["Write to mara.m+shop@mail.customer.example, please.", ["EMAIL mara.m+shop@mail.customer.example"]],
    [
      "Mara Example <mara@customer.example>;otto@shop.example",
      ["NAME Mara Example", "EMAIL mara@customer.example", "EMAIL otto@shop.example"],
    ],
    ["jörg@müller.example", ["EMAIL jörg@müller.example"]],
    ["IBAN: DE89 3704 0044 0532 0130 00, thanks", ["IBAN DE89 3704 0044 0532 0130 00"]],
    ["gb82west12345698765432", ["IBAN gb82west12345698765432"]],
    ["FR14 2004 1010 0505 0001 3M02 606 is mine", ["IBAN FR14 2004 1010 0505 0001 3M02 606"]],
    ["card 4111 1111 1111 1111 12/27", ["CARD 4111 1111 1111 1111"]],
    ["Amex 3782-822463-10005.", ["CARD 3782-822463-10005"]],
    ["5555555555554444", ["CARD 5555555555554444"]],
    ["Tel. 030/1234567", ["PHONE 030/1234567"]],
    ["Mobil: 0171 1234567 oder +49 (0)30 123456-78", ["PHONE 0171 1234567", "PHONE +49 (0)30 123456-78"]],
    ["Rückruf unter 0049 171 1234567", ["PHONE 0049 171 1234567"]],
    ["ring 020 7946 0958 or (202) 555-0123", ["PHONE 020 7946 0958", "PHONE (202) 555-0123"]],
    ["phone: 4711 22", ["PHONE 4711 22"]],
    ["01 23 45 67 89", ["PHONE 01 23 45 67 89"]],
    ["from 192.168.0.17:8080 and 2001:db8::1", ["IP 192.168.0.17", "IP 2001:db8::1"]],
    ["password: hunter2, then it fails", ["PASSWORD hunter2"]],
    ["Mein Passwort lautet Sommer2026!", ["PASSWORD Sommer2026!"]],
    ["Kennwort=geheim", ["PASSWORD geheim"]],
    ["mot de passe : soleil", ["PASSWORD soleil"]],
    ["la contraseña es sol123.", ["PASSWORD sol123"]],
    ["api_key = 'abcd1234efgh5678'", ["TOKEN abcd1234efgh5678"]],
    ["Authorization: Bearer abc.DEF-123_456", ["TOKEN abc.DEF-123_456"]],
    [`key ${"ghp"}_${"a1B2".repeat(9)}`, [`TOKEN ${"ghp"}_${"a1B2".repeat(9)}`]],
    [`${"AKIA"}ABCDEFGHIJKLMNOP`, [`TOKEN ${"AKIA"}ABCDEFGHIJKLMNOP`]],
    [
      "x -----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY----- y",
      ["TOKEN -----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----"],
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    "order 4711-0815 of 02.11.2026 10:00, invoice 202611020815",
    "since 2026-11-02 10:15:30 error 0x80070005",
    "my password is wrong and the token is missing, I reset the pin yesterday",
    "what if my pin was blocked? My password is lost!",
    "DE00 3704 0044 0532 0130 00 has wrong check digits",
    "4111 1111 1111 1112 has a wrong check digit",
    "version 1.2.3.4, ratio 999.1.1.1, at 10:20:30",
    "follow @shop or mail me @ home, a@b",
    "serial number 123-456-789, 30 jobs, 100,000 EUR",
  ])("nothing in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  const digits = (count: number) =>
    fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((list) => list.join(""));
  const iban = fc.tuple(fc.constantFrom("DE", "AT"), digits(18)).map(([country, account]) => {
    const bban = country === "DE" ? account : account.slice(0, 16);
    const letters = [...country].map((letter) => Number.parseInt(letter, 36)).join("");
    return country + String(98n - (BigInt(`${bban}${letters}00`) % 97n)).padStart(2, "0") + bban;
  });
  const card = digits(14).map((rest) => {
    const body = `4${rest}`;
    const sum = [...body].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return body + ((10 - (sum % 10)) % 10);
  });
  const grouped = (value: string) => value.replace(/(.{4})(?=.)/g, "$1 ");

  test("every IBAN and every card with right check digits is found, in one piece and in groups", () => {
    fc.assert(
      fc.property(iban, card, (account, number) => {
        for (const write of [(value: string) => value, grouped]) {
          expect(found(`pay to ${write(account)} now`)).toEqual([`IBAN ${write(account)}`]);
          expect(found(`pay by ${write(number)} now`)).toEqual([`CARD ${write(number)}`]);
        }
      }),
    );
  });
});

describe("6.4: measured on labelled English and German texts", () => {
  const figures = measureDetectors([...labelledTexts, ...writtenValues]);

  test.each(figures)("$kind: $labels labels, recall $recall, precision $precision", (measured) => {
    const { kind, labels, recall, precision, missed, falsePositives } = measured;
    const counted = ["TOKEN", "EMAIL", "IBAN", "CARD", "PHONE"].includes(kind);
    expect(labels).toBeGreaterThanOrEqual(counted ? 100 : 1);
    expect(recall, `missed: ${missed.join(", ")}`).toBeGreaterThanOrEqual(0.98);
    expect(precision, `false: ${falsePositives.join(", ")}`).toBeGreaterThanOrEqual(0.98);
  });
});

describe("6.4: names, as far as the words around them tell", () => {
  test.each([
    ["Sehr geehrte Frau Zwirnberg, der Drucker", ["NAME Zwirnberg"]],
    ["ich habe Frau Zwirnberg Bescheid gegeben", ["NAME Zwirnberg"]],
    ["Herrn Ole Zwirnberg Bescheid geben", ["NAME Ole Zwirnberg"]],
    ["Dear Ms Jane Ferrow:", ["NAME Jane Ferrow"]],
    ["my name is Quill Ferrow and Ferrow is on the bill", ["NAME Quill Ferrow", "NAME Ferrow"]],
    ["Ich bin Zoltan Vancsa, Vancsas Rechnung fehlt", ["NAME Zoltan Vancsa", "NAME Vancsa"]],
    ["It broke again.\nKind regards,\n\nDr. Jane Ferrow", ["NAME Jane Ferrow"]],
    ["Geht nicht.\nMit freundlichen Grüßen\n--\nÖzlem Zwirnberg\nEinkauf", ["NAME Özlem Zwirnberg"]],
    ["It broke again. Cheers, Quill", ["NAME Quill"]],
    ["Von: Zwirnberg, Anna\nBetreff: Zugang", ["NAME Zwirnberg", "NAME Anna"]],
    ['"Quill Ferrow" <qf@ferrow.example>', ["NAME Quill Ferrow", "EMAIL qf@ferrow.example"]],
    ["Anna von Zwirnberg wrote:\n> hi", ["NAME Anna von Zwirnberg"]],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("a name that is a word besides is not looked for elsewhere", () => {
    expect(found("Hallo Herr Koch,\nder Koch in der Kantine und der Berg Wäsche")).toEqual(["NAME Koch"]);
  });

  test("who is known to the caller is found without further words, whole words only", () => {
    const text = "Ferrow here, Ferrowville is fine, ask Jane Ferrow's desk or jane.ferrow@ferrow.example";
    expect(redact(text, new Map(), ["Jane Ferrow"]).text).toBe(
      "⟦NAME_1⟧ here, Ferrowville is fine, ask ⟦NAME_2⟧'s desk or ⟦EMAIL_1⟧",
    );
    expect(redact("Support is away", new Map(), ["Support Team", "", "x@y.example"]).text).toBe("Support is away");
  });

  test("who was named in one text of a job is known in the next", () => {
    const one = redact("My name is Quill Ferrow.");
    const two = redact("Please tell Ferrow that Quill Ferrow has to pay.", one.map);
    expect(two.text).toBe("Please tell ⟦NAME_2⟧ that ⟦NAME_1⟧ has to pay.");
    expect(restore(two.text, two.map)).toBe("Please tell Ferrow that Quill Ferrow has to pay.");
  });
});

describe("6.4: postal addresses of eight countries", () => {
  test.each([
    ["Lieferung an Karl-Marx-Straße 12a, 12043 Berlin bitte", "Karl-Marx-Straße 12a, 12043 Berlin"],
    ["Unter Eichen 3\n12203 Berlin\n", "Unter Eichen 3\n12203 Berlin"],
    ["Getreidegasse 9, A-5020 Salzburg", "Getreidegasse 9, A-5020 Salzburg"],
    ["Seeweg 4\nCH-8002 Zürich", "Seeweg 4\nCH-8002 Zürich"],
    ["Flat at 5 Mulberry Close, Cowley, Oxford OX4 9ZZ", "5 Mulberry Close, Cowley, Oxford OX4 9ZZ"],
    ["99 N. Juniper St., Suite 4, Portland, OR 97205", "99 N. Juniper St., Suite 4, Portland, OR 97205"],
    ["12 bis, rue de l'Abreuvoir, 75018 Paris", "12 bis, rue de l'Abreuvoir, 75018 Paris"],
    ["C/ Mayor, nº 3, 28013 Madrid", "C/ Mayor, nº 3, 28013 Madrid"],
    ["Oude Gracht 12-B, 3511 AP Utrecht", "Oude Gracht 12-B, 3511 AP Utrecht"],
  ])("%j", (text, expected) => {
    expect(found(text)).toEqual([`ADDRESS ${expected}`]);
  });

  test.each([
    "Steckplatz 2 und Arbeitsplatz 3 sind frei, Seite 3, 2024 Stück",
    "Ticket 12, 12345 Fehler, Version 4, 10115 Zeilen",
    "24 Hour Service Way 3 of 5, 12 Office Chairs, 20 Seats",
    "Am Montag 3, im Mai 12 und in Raum 4711 Ost",
  ])("nothing in: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("6.4: placeholders are reversible and give nothing away", () => {
  const values = [
    "mara@customer.example",
    "otto@shop.example",
    "DE89370400440532013000",
    "+49 171 1234567",
    "4111111111111111",
    "10.1.2.3",
    "Hi Jane Ferrow,\n",
    "Ferrow",
    "Lindenstraße 3, 10969 Berlin",
  ];
  const piece = fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom(" ", ", ", "\n", "password: ", "Tel. ", "⟦EMAIL_1⟧", "⟦", "_1⟧", "token "),
    fc.string({ unit: "binary", maxLength: 10 }),
  );
  const text = fc.array(piece).map((parts) => parts.join(" "));

  test("restoring gives the text back, whatever it holds", () => {
    fc.assert(
      fc.property(text, (original) => {
        const redacted = redact(original);
        expect(restore(redacted.text, redacted.map)).toBe(original);
      }),
    );
  });

  test("spans are in order, do not overlap and lie within the text", () => {
    fc.assert(
      fc.property(text, (original) => {
        let at = 0;
        for (const { start, end } of findPersonalData(original)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(original.length);
      }),
    );
  });

  test("the same value gets the same placeholder, in the next text of the job too", () => {
    const one = redact("a@x.example b@x.example a@x.example");
    expect(one.text).toBe("⟦EMAIL_1⟧ ⟦EMAIL_2⟧ ⟦EMAIL_1⟧");
    const two = redact("c@x.example b@x.example", one.map);
    expect(two.text).toBe("⟦EMAIL_3⟧ ⟦EMAIL_2⟧");
    expect(restore(`${one.text} ${two.text}`, two.map)).toBe(
      "a@x.example b@x.example a@x.example c@x.example b@x.example",
    );
  });

  test("a placeholder that a customer typed is never given out", () => {
    const { text: redacted, map } = redact("⟦EMAIL_1⟧ is not a@x.example");
    expect(redacted).toBe("⟦EMAIL_1⟧ is not ⟦EMAIL_2⟧");
    expect(restore("⟦EMAIL_1⟧ ⟦EMAIL_9⟧", map)).toBe("⟦EMAIL_1⟧ ⟦EMAIL_9⟧");
  });

  test("redacted text is not redacted again", () => {
    const { text: redacted } = redact(
      "password: Abc123, mara@customer.example, Tel. 030 1234567, api key: abcd1234efgh5678",
    );
    expect(redact(redacted)).toEqual({ text: redacted, map: new Map() });
  });
});

describe("S08: linear", () => {
  // 200,000 characters each; a search that goes back to the start for each of them takes minutes.
  test.each([
    " ",
    "@",
    "a@",
    "a.",
    "1",
    "1 ",
    "0-",
    "DE89 ",
    "password ",
    "token ",
    "sk-",
    "eyJaaaaaaaa.",
    "aa:",
    "1.",
    "+",
    "(",
    "-----BEGIN ",
    "A ",
    "Aa ",
    "A-",
    "Aa Bb Cc ",
    "Am Aa ",
    "Herr ",
    "Herr Aa ",
    "Hi Aa\n",
    "Hi\n",
    "my name is ",
    "Anna Anna\n",
    "Danke\n",
    "Danke\nAnna\n",
    "--\n",
    "From: ",
    "From: Aa\n",
    "Aa <a@",
    "Aastraße 1, 10115 Aa ",
    "Aastr. ",
    "1 Aa ",
    "1 Aa Aa Aa Street, Aa, ",
    "1 rue de la ",
    "Calle Aa ",
    "Aa 1, 1234 AB Aa ",
    "12345 Aa\n",
  ])("%j over and over", (unit) => {
    expect(findPersonalData(unit.repeat(200_000 / unit.length)).length).toBeLessThan(200_000);
  });
});
