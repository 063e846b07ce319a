import type { TrainingExample } from "@otai/core/ports/learning";
import type { Example } from "@otai/intelligence/example";

/** A stored example in the words of the learning engine. */
export function toRow(example: TrainingExample): Example {
  return {
    id: example.ticketId,
    subject: example.subject,
    body: example.body,
    labels: example.labels,
    at: example.createdAt,
    metadata: example.metadata,
    ...(example.sender === null ? {} : { group: example.sender }),
  };
}
