import type { PersonalDataKind } from "../span.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** The many ways in which people write what can be told for sure. Numbers are invented or published for tests. */
const values: Readonly<Partial<Record<PersonalDataKind, readonly string[]>>> = {
  EMAIL: [
    "jane.ferrow@ferrow.example",
    "j_ferrow+shop@mail.ferrow.example",
    "JANE@FERROW.EXAMPLE",
    "jörg@müllerhof.example",
    "o'brackwell@harbour-lane.example",
    "x@y.example",
    "info-2026@sub.domain.kestrel.example",
    "4711@kunde.example",
  ],
  IBAN: [
    "DE89370400440532013000",
    "DE89 3704 0044 0532 0130 00",
    "de89 3704 0044 0532 0130 00",
    "AT61 1904 3002 3457 3201",
    "CH93 0076 2011 6238 5295 7",
    "GB82WEST12345698765432",
    "GB82 WEST 1234 5698 7654 32",
    "FR14 2004 1010 0505 0001 3M02 606",
    "ES91 2100 0418 4502 0005 1332",
    "NL91-ABNA-0417-1643-00",
  ],
  CARD: [
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "5555 5555 5555 4444",
    "5105105105105100",
    "3782 822463 10005",
    "371449635398431",
    "6011 1111 1111 1117",
    "3056 9309 0259 04",
    "2223 0031 2200 3222",
  ],
  PHONE: [
    "+49 171 1234567",
    "+49 (0)30 123456-78",
    "0049 30 1234567",
    "030/1234567",
    "030 1234567",
    "(030) 123 45 67",
    "0171-1234567",
    "0171 / 123 45 67",
    "+43 1 5131234",
    "+41 44 668 18 00",
    "020 7946 0958",
    "+44 20 7946 0958",
    "+44 (0)20 7946 0958",
    "07911 123456",
    "(202) 555-0123",
    "202-555-0123",
    "+1 202 555 0123",
    "+33 1 23 45 67 89",
    "+34 612 345 678",
  ],
  TOKEN: [
    `sk-proj-${"a1B2".repeat(8)}`,
    `${"ghp"}_${"a1B2".repeat(9)}`,
    `glpat-${"x9Yz".repeat(5)}`,
    `xoxb-${"1234-".repeat(2)}${"aBcD".repeat(4)}`,
    "AKIAABCDEFGHIJKLMNOP",
    `AIza${"aB3d5".repeat(7)}`,
    `eyJhbGciOiJIUzI1NiJ9.${"eyJzdWIi".repeat(3)}.${"c2lnbmF0".repeat(3)}`,
    `hf_${"QwErTyUi".repeat(4)}`,
    `npm_${"a1B2".repeat(9)}`,
  ],
};

const carriers: readonly string[] = [
  "Please note: {}",
  "I wrote {} last week, but nobody answered.",
  "It is ({}), as I said.",
  "{} is what the form shows.",
  "old one: {}\nnew one below",
  "My account says {}. Can you check?",
  "Could you use {}, please?",
  "Bitte beachten: {}",
  "Ich habe {} angegeben, aber es kam nichts an.",
  "Im Formular steht {}.",
  "Es geht um {}, wie besprochen.",
  "Geändert auf {} am 02.11.2026.",
  "alt: {}\nneu: siehe unten",
  "Können Sie {} bitte prüfen?",
];

/** Every value in every sentence. */
export const writtenValues: readonly LabelledText[] = Object.entries(values).flatMap(([kind, list]) =>
  list.flatMap((value) =>
    carriers.map((carrier) => ({
      text: carrier.replace("{}", () => value),
      labels: [{ kind: kind as PersonalDataKind, value }],
    })),
  ),
);
