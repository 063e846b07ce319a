import { evaluateResponseSchema } from "@otai/service-api/qa-evaluate";
import { ServiceError } from "@otai/service-api/service-error";
import { createLanguageDetector } from "@otai/text/language";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { openQaBench, type QaBench, requestOf, type Said, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const evaluate = (said: readonly Said[], more: Readonly<Record<string, unknown>> = {}) =>
  bench.qa.evaluate(requestOf(said, more));
const [asked, answered, confirmed] = solvedExport as readonly [Said, Said, Said];

describe("POST /evaluate", () => {
  it("answers in the published shape, says what was measured, and quotes", async () => {
    const answer = await evaluate(solvedExport);
    expect(evaluateResponseSchema.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ engine: "rules", model_version: "qa-rules-1", degraded: false, calibrated: false });
    expect(Object.keys(answer.dimensions)).toEqual(["empathy", "resolution", "communication", "efficiency"]);
    expect(answer.details.empathy).toMatchObject({
      reason: expect.stringContaining("Measured: acknowledges or apologises in the first reply"),
      evidence: [
        { message_index: 1, quote: "sorry about the export" },
        { message_index: 1, quote: "Please open Reports and try the new button" },
      ],
    });
    expect(answer.agents).toEqual([
      { agent_id: "42", messages: 1, share: 1, dimensions: Object.keys(answer.dimensions) },
    ]);
    expect(answer.human_score).toBeNull();
  });

  it("judges resolution and closing only when the ticket is solved; without a status it counts as solved", async () => {
    for (const status of ["open", "pending", "new", "other"]) {
      const answer = await evaluate(solvedExport, { status });
      expect(answer.not_applicable).toEqual(["resolution"]);
      expect(answer.dimensions).not.toHaveProperty("resolution");
      expect(answer.needs_human_review).toBe(false);
    }
    for (const status of [undefined, "solved", "resolved", "closed"])
      expect((await evaluate(solvedExport, { status })).not_applicable).toEqual([]);
  });

  it("D31: a description alone with an agent's private note is not eligible", async () => {
    const said: Said[] = [asked, ["agent", "customer is angry again", { private: true }]];
    await expect(evaluate(said)).rejects.toMatchObject({ code: "NOT_ELIGIBLE", reason: "no_agent_message" });
  });

  it("D32: ten private notes, system entries and notes of ours leave the score unchanged to the last digit", async () => {
    const plain = await evaluate(solvedExport);
    const noise: Said[] = Array.from(
      { length: 10 },
      (_, at): Said => ["agent", `SORRY SORRY note ${at}`, { private: true }],
    );
    noise.push(["system", "Ticket assigned to Ada"], ["agent", "QA Score: 86%\nai-note qa r-1"]);
    const later = await evaluate([...noise.slice(0, 6), asked, ...noise.slice(6), answered, confirmed], {
      conversation_id: "T-2",
    });
    expect(later.dimensions).toEqual(plain.dimensions);
    expect(later.overall_score).toBe(plain.overall_score);
  });

  it("D38: notes that were added since do not make another evaluation, and its quotes point to where they stand now", async () => {
    const first = await evaluate(solvedExport, { resolution_id: "r-1" });
    const said: Said[] = [["agent", "a note", { private: true }], ...solvedExport];
    const again = await evaluate(said, { resolution_id: "r-2" });
    expect(again.evaluation_id).toBe(first.evaluation_id);
    for (const { evidence } of Object.values(again.details))
      for (const { message_index, quote } of evidence) expect(said[message_index]![1]).toContain(quote);
  });

  it("D38: solved, closed, reopened, solved: one evaluation without a new public message, two with one", async () => {
    const ids = async (said: readonly Said[], resolution_id: string, status: string) =>
      (await evaluate(said, { resolution_id, status })).evaluation_id;
    const first = await ids(solvedExport, "r-1", "solved");
    expect(await ids(solvedExport, "r-1", "closed")).toBe(first);
    expect(await ids(solvedExport, "r-2", "solved")).toBe(first);
    const more: Said[] = [
      ...solvedExport,
      ["customer", "Now the import is broken."],
      ["agent", "Sorry, I fixed the import, too."],
    ];
    expect(await ids(more, "r-1", "solved")).toBe(first);
    expect(await ids(more, "r-3", "solved")).not.toBe(first);
  });

  it("S12: the same conversation number at another helpdesk is another conversation, word for word alike as it may be", async () => {
    const at = async (connection: string | undefined, resolution_id?: string) =>
      (await evaluate(solvedExport, { connection, resolution_id })).evaluation_id;
    const ids = [await at(undefined), await at("desk", "r-1"), await at("shop", "r-1")];
    expect(new Set(ids).size).toBe(3);
    expect([await at(undefined), await at("desk"), await at("shop", "r-1")]).toEqual(ids);
    const stored = await bench.store.read((tx) => tx.qaEvaluations.get(ids[2]!));
    expect(stored?.connection).toBe("shop");
  });

  it("D35: without a known agent the result is attributed to no one", async () => {
    const answer = await evaluate(solvedExport, { agent_id: "" });
    expect(answer.agent_id).toBeNull();
    expect(answer.agents).toEqual([]);
  });

  it.each([
    ["a signature", "\n\nBest regards\nAda Example\nExample Ltd, Example Road 1\nwww.support.example"],
    [
      "quoted history",
      "\n\nOn 2 Nov 2026 at 10:00, Kim <kim@customer.example> wrote:\n> THIS IS NOT WORKING, sorry, thank you, please help!!",
    ],
  ])("5.1: %s does not move a score", async (_, tail) => {
    const plain = await evaluate(solvedExport);
    const longer = await evaluate([asked, ["agent", answered[1] + tail], confirmed], { conversation_id: "T-2" });
    expect(longer.dimensions).toEqual(plain.dimensions);
  });

  it("D17: HTML scores like its text, and quotes are pieces of what was sent", async () => {
    const html =
      "<p>Hi Kim,</p><p>sorry about the export. Please open Reports and try the new button. Does it work now?</p>";
    const plain = await evaluate(solvedExport);
    const answer = await evaluate([asked, ["agent", html], confirmed], { conversation_id: "T-2" });
    expect(answer.dimensions).toEqual(plain.dimensions);
    for (const { message_index, quote } of Object.values(answer.details).flatMap(({ evidence }) => evidence))
      if (message_index === 1) expect(html).toContain(quote);
  });

  it("5.1: with several agents shares go by message, and a criterion is an agent's only where all its evidence is", async () => {
    const said: Said[] = [
      asked,
      ["agent", "I am sorry about that error, we will have a look at the monthly report.", { author_id: "1" }],
      ["customer", "Any news on the export?"],
      ["agent", "Please open Reports and try the new button.", { author_id: "2" }],
      ["agent", "And then restart it.", { author_id: "2" }],
    ];
    const { agents } = await evaluate(said, { agent_id: "2" });
    expect(agents.map(({ agent_id, messages, share }) => [agent_id, messages, share])).toEqual([
      ["1", 1, 0.3333],
      ["2", 2, 0.6667],
    ]);
    expect(agents[0]!.dimensions).toEqual([]);
    expect(agents[1]!.dimensions).toContain("resolution");
    expect(agents[1]!.dimensions).not.toContain("empathy");
  });

  it("5.1: a critical criterion below 0.5 sets the overall score to 0 and is listed with its quote", async () => {
    const criteria = [
      { name: "resolution", weight: 0.5, critical: true },
      { name: "communication", weight: 0.5 },
    ];
    const answer = await evaluate(
      [
        asked,
        ["agent", "Hello, please see below. Let me know if anything else is open."],
        ["customer", "It still does not work."],
      ],
      { rubric: { name: "Strict", criteria } },
    );
    expect(answer.overall_score).toBe(0);
    expect(answer.dimensions.communication).toBeGreaterThan(0.5);
    const [failure] = answer.critical_failures;
    expect(failure).toMatchObject({ dimension: "resolution", score: answer.dimensions.resolution });
    expect(failure!.evidence).toContainEqual({ message_index: 2, quote: "It still does not work" });
    expect(answer.needs_human_review).toBe(true);
  });

  it("a criterion that the embedded engine cannot measure is not applicable, and somebody should look", async () => {
    const criteria = [
      { name: "empathy", weight: 0.5 },
      { name: "compliance", weight: 0.5 },
    ];
    const answer = await evaluate(solvedExport, { rubric: { name: "Law", criteria } });
    expect(answer).toMatchObject({ not_applicable: ["compliance"], needs_human_review: true });
    expect(answer.overall_score).toBe(answer.dimensions.empathy);
  });
});

test("5.1: same input, same score; every quote verbatim; every number in range", async () => {
  const pieces = [
    ...solvedExport.map(([, content]) => content),
    "Das funktioniert immer noch nicht!!",
    "Vielen Dank für Ihre Geduld, bitte starten Sie neu.",
    "> quoted",
    "-- \nsig",
    "STOP SHOUTING AT ME NOW",
    "as I already said",
    "1. Open\n2. Click",
  ];
  const message = fc.tuple(
    fc.constantFrom("customer" as const, "agent" as const),
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((some) => some.join("\n")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), async (said) => {
      const results = await Promise.all(
        ["a", "b"].map((conversation_id) => evaluate(said, { conversation_id }).catch((error: unknown) => error)),
      );
      const [one, other] = results;
      if (one instanceof ServiceError) {
        expect(one.code).toBe("NOT_ELIGIBLE");
        expect(other).toMatchObject({ reason: one.reason });
        return;
      }
      const answer = evaluateResponseSchema.parse(one);
      expect(evaluateResponseSchema.parse(other)).toMatchObject({
        overall_score: answer.overall_score,
        dimensions: answer.dimensions,
        details: answer.details,
      });
      for (const { evidence } of Object.values(answer.details))
        for (const { message_index, quote } of evidence)
          expect(requestOf(said).messages[message_index]!.content).toContain(quote);
    }),
    { numRuns: 60 },
  );
});
