import { describe, expect, it, test } from "vitest";
import { measure } from "./measure.ts";
import { requestOf, type Said, solvedExport } from "./testing/qa-bench.ts";
import { readThread } from "./thread.ts";

const none = { customer: null, agent: null };
function scoreOf(criterion: string, said: readonly Said[], more: object = {}): number {
  const thread = readThread(requestOf(said).messages, "42");
  return measure(criterion, { thread, channel: "email", languages: none, ...more })!.score;
}
const ask: Said = ["customer", "Hello, my export of the monthly report fails with an error since yesterday."];
const askGerman: Said = ["customer", "Guten Tag, der Export des Monatsberichts funktioniert seit gestern nicht mehr."];
const reply = (content: string): Said => ["agent", content];
const at = (hours: number) => ({ created_at: new Date(Date.UTC(2026, 10, 2) + hours * 3_600_000).toISOString() });

describe("the better conversation of a pair scores higher", () => {
  it.each<[string, string, readonly Said[], readonly Said[]]>([
    ["empathy", "an apology", [ask, reply("I am sorry, please restart it.")], [ask, reply("Restart it.")]],
    [
      "empathy",
      "eine Entschuldigung",
      [askGerman, reply("Das tut mir leid, bitte starten Sie neu.")],
      [askGerman, reply("Neu starten.")],
    ],
    [
      "empathy",
      "no dismissal",
      [ask, reply("Please restart it.")],
      [ask, reply("Please read the manual, restart it.")],
    ],
    [
      "empathy",
      "keine Abfuhr",
      [askGerman, reply("Bitte starten Sie neu.")],
      [askGerman, reply("Bitte beruhigen Sie sich und starten Sie neu.")],
    ],
    [
      "empathy",
      "an address",
      [ask, reply("Hi Kim,\nplease restart it.")],
      [ask, reply("Hi there,\nplease restart it.")],
    ],
    [
      "empathy",
      "at once",
      [ask, reply("Sorry, please restart it."), ask, reply("And now?")],
      [ask, reply("Please restart it."), ask, reply("Sorry, and now?")],
    ],
    [
      "resolution",
      "a confirmation",
      solvedExport,
      [...solvedExport.slice(0, 2), ["customer", "It still does not work."]],
    ],
    [
      "resolution",
      "eine Bestätigung",
      [askGerman, reply("Bitte klicken Sie auf Berichte."), ["customer", "Danke, jetzt funktioniert es."]],
      [
        askGerman,
        reply("Bitte klicken Sie auf Berichte."),
        ["customer", "Danke, aber es funktioniert immer noch nicht."],
      ],
    ],
    [
      "resolution",
      "solved, not 'not solved'",
      [...solvedExport.slice(0, 2), ["customer", "The problem is solved."]],
      [...solvedExport.slice(0, 2), ["customer", "The problem is not yet solved."]],
    ],
    [
      "resolution",
      "a concrete step",
      [ask, reply("Click on Reports and export the report.")],
      [ask, reply("The report is interesting.")],
    ],
    [
      "resolution",
      "what was asked",
      [ask, reply("The export of the monthly report was broken, that error is fixed.")],
      [ask, reply("Everything else on our side was broken, that one is fixed.")],
    ],
    [
      "resolution",
      "an answered last question",
      solvedExport,
      [...solvedExport.slice(0, 2), ["customer", "Which button?"]],
    ],
    [
      "communication",
      "a greeting",
      [ask, reply("Hello, please restart it and tell me more.")],
      [ask, reply("Please restart it and tell me much more.")],
    ],
    [
      "communication",
      "no capitals",
      [ask, reply("Please restart the export and wait for it.")],
      [ask, reply("PLEASE RESTART the EXPORT and WAIT for it.")],
    ],
    [
      "communication",
      "whole sentences",
      [ask, reply("Please restart the export and wait for it.")],
      [ask, reply("Restart it.")],
    ],
    [
      "communication",
      "short sentences",
      [ask, reply("Please restart it. Then wait. ".repeat(8))],
      [ask, reply("please restart it and then wait ".repeat(8))],
    ],
    [
      "communication",
      "an offer of help",
      [ask, reply("Please restart it. Let me know if it fails.")],
      [ask, reply("Please restart it. That is all for today.")],
    ],
    [
      "efficiency",
      "fewer replies",
      [ask, reply("Restart it.")],
      [ask, ...Array.from({ length: 5 }, (): Said[] => [reply("Restart it."), ask]).flat()],
    ],
    [
      "efficiency",
      "nothing asked twice",
      [ask, reply("Which browser do you use?"), ask, reply("Restart it.")],
      [ask, reply("Which browser do you use?"), ask, reply("Which browser do you use now?")],
    ],
    [
      "efficiency",
      "nothing said twice",
      [ask, reply("Restart it."), ["customer", "I restarted."]],
      [ask, reply("Restart it."), ["customer", "As I already wrote, I restarted."]],
    ],
    [
      "efficiency",
      "a short wait",
      [
        ["customer", ask[1], at(0)],
        ["agent", "Restart it.", at(1)],
      ],
      [
        ["customer", ask[1], at(0)],
        ["agent", "Restart it.", at(90)],
      ],
    ],
    ["greeting", "a greeting", [ask, reply("Hello!")], [ask, reply("Restart it.")]],
    ["closing", "an offer", [ask, reply("Feel free to ask.")], [ask, reply("Restart it.")]],
  ])("%s: %s", (criterion, _, better, worse) => {
    expect(scoreOf(criterion, better)).toBeGreaterThan(scoreOf(criterion, worse));
  });

  test("communication: the customer's language", () => {
    const said = [ask, reply("Hallo, bitte starten Sie den Export noch einmal neu.")];
    const other = scoreOf("communication", said, { languages: { customer: "en", agent: "de" } });
    expect(other).toBeLessThanOrEqual(0.4);
    expect(scoreOf("communication", said, { languages: { customer: "de", agent: "de" } })).toBeGreaterThan(other);
  });

  test("efficiency: an hour is long in a chat and short in a mail", () => {
    const said: Said[] = [
      ["customer", ask[1], at(0)],
      ["agent", "Restart it.", at(1)],
    ];
    expect(scoreOf("efficiency", said, { channel: "chat" })).toBeLessThan(scoreOf("efficiency", said));
  });
});

test.each(["Kim", "Aleksandra", "Nguyễn", "Mehmet", "İbrahim", "Ødegård"])(
  "5.1 fairness: which name a customer or agent has moves nothing: %s",
  (name) => {
    const said = (called: string): Said[] => [
      ask,
      reply(`Hi ${called},\nsorry, please restart it. Let me know if it fails.`),
    ];
    for (const criterion of ["empathy", "resolution", "communication", "efficiency"])
      expect(scoreOf(criterion, said(name))).toBe(scoreOf(criterion, said("Alex")));
  },
);

test("5.1 fairness: the spelling of a second language moves nothing", () => {
  const right: Said[] = [
    ask,
    reply("Hello Kim, I am sorry for the problem. Please restart the export and let me know if it works."),
  ];
  const wrong: Said[] = [
    ask,
    reply("Helo Kim, I am sory for the probelm. Plaese restart the export and let me konw if it works."),
  ];
  for (const criterion of ["empathy", "resolution", "communication", "efficiency"])
    expect(scoreOf(criterion, wrong)).toBeCloseTo(scoreOf(criterion, right), 1);
});

test("what nothing here measures has no score", () => {
  const thread = readThread(requestOf(solvedExport).messages, "42");
  for (const name of ["compliance", "constructor", "__proto__"])
    expect(measure(name, { thread, channel: "web", languages: none })).toBeNull();
});
