import type { LanguageModel } from "@otai/service-api/language-model";
import { type EvaluateRequest, evaluateRequestSchema } from "@otai/service-api/qa-evaluate";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import type { LanguageDetector } from "@otai/text/language";
import { createQa, type QaService } from "../create-qa.ts";
import type { QaSurroundings } from "../surroundings.ts";

export interface QaBench {
  readonly qa: QaService;
  readonly store: OtaiStore;
  advance(ms: number): void;
  now(): number;
  /** The service once more over the same store, with another model or default. */
  with(more: Partial<QaSurroundings>): QaService;
}

/** The service over an empty embedded store and a clock that stands still. */
export async function openQaBench(
  detector: LanguageDetector,
  languageModel: LanguageModel | null = null,
): Promise<QaBench> {
  let given = 0;
  let now = Date.UTC(2026, 10, 20, 12);
  const ids = { next: (prefix: string) => `${prefix}-${String(++given).padStart(6, "0")}` };
  const clock = { now: () => now };
  const store = await openSqliteStore({ path: ":memory:", ids });
  const surroundings = { store, clock, ids, detector, languageModel };
  return {
    qa: createQa(surroundings),
    store,
    advance: (ms) => {
      now += ms;
    },
    now: () => now,
    with: (more) => createQa({ ...surroundings, ...more }),
  };
}

export type Said = readonly [
  role: "customer" | "agent" | "system",
  content: string,
  more?: Readonly<Record<string, unknown>>,
];

export const solvedExport: readonly Said[] = [
  ["customer", "Hello, my export of the monthly report fails with an error since yesterday."],
  ["agent", "Hi Kim,\n\nsorry about the export. Please open Reports and try the new button. Does it work now?"],
  ["customer", "It works now, thank you!"],
];

export function requestOf(said: readonly Said[], more: Readonly<Record<string, unknown>> = {}): EvaluateRequest {
  return evaluateRequestSchema.parse({
    conversation_id: "T-1",
    agent_id: "42",
    messages: said.map(([role, content, extra]) => ({ role, content, ...extra })),
    ...more,
  });
}
