import { expect, it } from "vitest";
import type { Judgement } from "./judge.ts";
import { severityOf } from "./severity.ts";

const at = (escalation_risk: number, watched: string[] = []) => ({ escalation_risk, watched }) as unknown as Judgement;

it.each([
  [0.49, null],
  [0.5, "medium"],
  [0.74, "medium"],
  [0.75, "high"],
])("5.2: a risk of %d gives %s", (risk, severity) => expect(severityOf(at(risk), 0.5)).toBe(severity));

it("5.2: low comes only from what the administrator configured", () => {
  expect(severityOf(at(0.3), 0.3)).toBe("low");
  expect(severityOf(at(0.1, ["data leak"]), 0.5)).toBe("low");
  expect(severityOf(at(0.6, ["data leak"]), 0.5)).toBe("medium");
  expect(severityOf(at(0.6), 0.7)).toBeNull();
});
