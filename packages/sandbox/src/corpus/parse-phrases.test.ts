import { describe, expect, it } from "vitest";
import { createDraw } from "./draw.ts";
import { expandPhrase } from "./expand-phrase.ts";
import { LANGUAGE_SHARES } from "./languages.ts";
import { parseIntents, parseLists } from "./parse-phrases.ts";
import { QUEUE_KEYS } from "./queues.ts";

describe("the phrase files", () => {
  it("have at least eight intents for every queue in English and German", () => {
    for (const [{ code, intents }] of LANGUAGE_SHARES.filter(([{ code }]) => code === "en" || code === "de")) {
      for (const key of QUEUE_KEYS) expect(intents[key].length, `${code} ${key}`).toBeGreaterThanOrEqual(8);
    }
  });

  it("close every choice and slot that they open", () => {
    for (const [{ intents, manners, hazy }] of LANGUAGE_SHARES) {
      const ofIntents = Object.values(intents).flatMap((all) =>
        all.flatMap(({ subjects, asks, details, replies }) => [...subjects, ...asks, ...details, ...replies]),
      );
      for (const phrase of [...ofIntents, ...Object.values(manners).flat(), ...[...hazy.values()].flat()]) {
        expect(expandPhrase(phrase, createDraw(1, phrase), () => "x").replaceAll('{"', ""), phrase).not.toMatch(
          /[[\]{}|]/,
        );
      }
    }
  });
});

describe("parsing phrases", () => {
  it("reads an intent", () => {
    expect(parseIntents("= late, usual, Question\n? Late\n- Where is it?\n+ I wait.\n> Soon.")).toEqual([
      {
        name: "late",
        pressure: "usual",
        type: "Question",
        subjects: ["Late"],
        asks: ["Where is it?"],
        details: ["I wait."],
        replies: ["Soon."],
      },
    ]);
  });

  it.each([
    ["= late, soon, Question\n? Late\n- Where?\n> Soon.", /name, pressure, type/],
    ["= late, usual, Question\n! Late", /not a phrase/],
    ["= late, usual, Question\n? Late\n- Where?", /late lacks phrases/],
  ])("refuses %j", (text, message) => {
    expect(() => parseIntents(text)).toThrow(message);
  });

  it("refuses lists that lack a name", () => {
    expect(() => parseLists(["greeting", "closing"], "= greeting\n- Hi,")).toThrow(/closing is missing/);
  });
});

describe("expanding a phrase", () => {
  it("chooses, fills slots and tidies what an empty choice leaves", () => {
    const wordings = Array.from({ length: 40 }, (_, index) =>
      expandPhrase("where is [my [red|blue]|the] {thing} [now|]?", createDraw(index), () => "box"),
    );
    expect(new Set(wordings)).toEqual(
      new Set(
        ["my red", "my blue", "the"].flatMap((whose) => [`Where is ${whose} box now?`, `Where is ${whose} box?`]),
      ),
    );
  });
});
