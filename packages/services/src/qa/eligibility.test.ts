import { ServiceError } from "@otai/service-api/service-error";
import { createLanguageDetector } from "@otai/text/language";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openQaBench, type QaBench, requestOf, type Said, solvedExport } from "./testing/qa-bench.ts";

const detector = await createLanguageDetector();
let bench: QaBench;
beforeEach(async () => {
  bench = await openQaBench(detector);
});
afterEach(() => bench.store.close());

const evaluate = (said: readonly Said[], more: Readonly<Record<string, unknown>> = {}) =>
  bench.qa.evaluate(requestOf(said, more));
const reasonOf = async (said: readonly Said[], more: Readonly<Record<string, unknown>> = {}) => {
  const refused = await evaluate(said, more).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ServiceError);
  expect(refused).toMatchObject({ code: "NOT_ELIGIBLE" });
  return (refused as ServiceError).reason;
};
const [asked, answered] = solvedExport as readonly [Said, Said, Said];

describe("5.1: what is not eligible gets a reason, never a score of zero", () => {
  const machine: Said = ["agent", "We have received your message.", { automated: true }];
  const drafted: Said = ["agent", "Please open the reports.", { ai_generated: true }];
  it.each<[string, readonly Said[], Readonly<Record<string, unknown>>?]>([
    ["no_agent_message", [asked]],
    ["no_agent_message", [asked, ["agent", "ask second level", { private: true }]]],
    ["no_customer_message", [answered]],
    ["automated_only", [asked, machine, drafted]],
    ["automated_only", [asked, ["agent", "This is an automated message. We will come back to you."]]],
    [
      "too_short",
      [
        ["customer", "Export fails"],
        ["agent", "Try again"],
      ],
    ],
    ["spam", solvedExport, { status: "spam" }],
    ["spam", [["customer", "You have won the lottery! Act now, limited time offer at our online casino."], answered]],
    ["merged", solvedExport, { status: "merged" }],
    [
      "unsupported_language",
      [
        ["customer", "Bonjour, je n'arrive plus à exporter le rapport mensuel depuis hier matin."],
        ["agent", "Bonjour, nous sommes désolés, veuillez essayer à nouveau avec le nouveau bouton."],
      ],
    ],
  ])("%s: %j", async (reason, said, more) => {
    expect(await reasonOf(said, more)).toBe(reason);
  });

  it("unsupported_language: also where the rubric does not know it", async () => {
    const criteria = [{ name: "empathy", weight: 1 }];
    const rubric = { name: "German only", criteria, languages: ["de"] };
    expect(await reasonOf(solvedExport, { rubric })).toBe("unsupported_language");
    expect(await evaluate(solvedExport, { rubric: { ...rubric, languages: ["de", "en-GB"] } })).toBeDefined();
  });

  it("nothing_applicable: no criterion can be judged", async () => {
    const unsolved = { rubric: { name: "Result", criteria: [{ name: "resolution", weight: 1 }] }, status: "open" };
    expect(await reasonOf(solvedExport, unsolved)).toBe("nothing_applicable");
    expect(
      await reasonOf(solvedExport, { rubric: { name: "Law", criteria: [{ name: "compliance", weight: 1 }] } }),
    ).toBe("nothing_applicable");
  });
});
