import type { Example } from "@otai/intelligence/example";
import type { Model } from "@otai/intelligence/model";
import { toneMetadata } from "@otai/services/sentiment/tone-metadata";
import { prepare, type TicketText } from "@otai/text/prepare";

interface Ticket extends TicketText {
  readonly metadata?: readonly string[];
}

/** Adds to a ticket what the lexicons say of its tone; leaves it as it is where no target is a tone. */
export type ToneOfTicket = <T extends Ticket>(ticket: T) => T;

/** For tickets to learn these targets from, and for those that are then judged. */
export function toneForExamples(examples: readonly Example[], targets: readonly string[]): ToneOfTicket {
  return toneFor(
    targets.map((target) => [...new Set(examples.map(({ labels }) => labels[target] ?? ""))].filter(Boolean)),
  );
}

/** For tickets to ask this model about. */
export function toneForModel(model: Model): ToneOfTicket {
  return toneFor(model.targets.map((target) => model.labels(target)));
}

function toneFor(labels: readonly (readonly string[])[]): ToneOfTicket {
  const metadataOf = toneMetadata(labels);
  return (ticket) => {
    const tone = metadataOf(prepare(ticket));
    return tone.length === 0 ? ticket : { ...ticket, metadata: [...(ticket.metadata ?? []), ...tone] };
  };
}
