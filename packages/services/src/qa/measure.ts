import type { Channel } from "@otai/service-api/enums";
import { closingSignal, greetingSignal, measureCommunication, type ThreadLanguages } from "./measure-communication.ts";
import { measureEfficiency } from "./measure-efficiency.ts";
import { measureEmpathy } from "./measure-empathy.ts";
import { measureResolution } from "./measure-resolution.ts";
import { combine, type Measurement } from "./signal.ts";
import type { Thread } from "./thread.ts";

/** Raised whenever the same conversation may score otherwise. */
export const measureVersion = "qa-rules-1";

export interface MeasureContext {
  readonly thread: Thread;
  readonly channel: Channel;
  readonly languages: ThreadLanguages;
}

/** What the embedded engine can say something about, by the criterion's name. */
const measures: Readonly<Record<string, (context: MeasureContext) => Measurement>> = {
  empathy: ({ thread }) => measureEmpathy(thread),
  resolution: ({ thread }) => measureResolution(thread),
  communication: ({ thread, languages }) => measureCommunication(thread, languages),
  efficiency: ({ thread, channel }) => measureEfficiency(thread, channel),
  greeting: ({ thread }) => combine([greetingSignal(thread)], 0.7),
  closing: ({ thread }) => combine([closingSignal(thread)], 0.7),
};

/** Languages whose phrases are known. */
export const measuredLanguages: readonly string[] = ["en", "de"];

/** @returns `null` for a criterion that nothing here measures. */
export function measure(criterion: string, context: MeasureContext): Measurement | null {
  return Object.hasOwn(measures, criterion) ? measures[criterion]!(context) : null;
}
