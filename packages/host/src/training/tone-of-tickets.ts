import type { Example } from "@otai/intelligence/example";
import type { Model } from "@otai/intelligence/model";
import { shareOfLanguages } from "@otai/services/sentiment/share-of-languages";
import { toneMetadata } from "@otai/services/sentiment/tone-metadata";
import { toneTargetOf } from "@otai/services/sentiment/tone-target";
import { createLanguageDetector } from "@otai/text/language";
import { prepare, type TicketText } from "@otai/text/prepare";

interface Ticket extends TicketText {
  readonly metadata?: readonly string[];
}

/** Adds to a ticket what the lexicons say of its tone; leaves it as it is where no target is a tone. */
export type ToneOfTicket = <T extends Ticket>(ticket: T) => T;

/** For tickets to learn these targets from, and for those that are then judged. */
export function toneForExamples(
  examples: readonly Pick<Example, "labels">[],
  targets: readonly string[],
): ToneOfTicket {
  return toneFor(
    targets.map((target) => [...new Set(examples.map(({ labels }) => labels[target] ?? ""))].filter(Boolean)),
  );
}

/** For tickets to ask this model about. */
export function toneForModel(model: Model): ToneOfTicket {
  return toneFor(model.targets.map((target) => model.labels(target)));
}

/** For the manifest: a tone is judged in no language that its model hardly saw. Empty for models without a tone. */
export async function languagesOfTone(
  examples: readonly Example[],
  model: Model,
): Promise<{ readonly languages?: Record<string, number> }> {
  if (toneTargetOf(model) === null) return {};
  const detector = await createLanguageDetector();
  return {
    languages: shareOfLanguages(
      examples.map(({ body }) => body),
      detector,
    ),
  };
}

function toneFor(labels: readonly (readonly string[])[]): ToneOfTicket {
  const metadataOf = toneMetadata(labels);
  if (metadataOf === null) return (ticket) => ticket;
  return (ticket) => ({ ...ticket, metadata: [...(ticket.metadata ?? []), ...metadataOf(prepare(ticket))] });
}
