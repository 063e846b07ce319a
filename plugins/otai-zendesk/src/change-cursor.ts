import type { Instant } from "@otai/plugin-api/ticket";
import { changeCursor } from "@otai/plugin-kit/change-cursor";
import { z } from "zod";

/** `start`: read from that second on. `after`: Zendesk's cursor as it came, and what its last page ended with. */
type ChangeCursor = { readonly start: number } | { readonly after: string; readonly seen: readonly string[] };

export const { write: writeCursor, read: readCursor } = changeCursor<ChangeCursor>({
  ticketSystem: "Zendesk",
  schema: z.union([
    z.strictObject({ start: z.number().int().nonnegative() }),
    z.strictObject({ after: z.string().min(1), seen: z.array(z.string()) }),
  ]),
  positionOf: (cursor) => ("start" in cursor ? cursor.start * 1000 : positionOf(cursor.after)),
});

/** Decoded, Zendesk's cursor begins with seconds: `1695052663.0||28|`. In any other form nothing is concluded from it. */
function positionOf(after: string): Instant {
  const seconds = /^(\d{9,11})(\.\d+)?\|/.exec(Buffer.from(after, "base64").toString("utf8"))?.[1];
  return seconds === undefined ? 0 : Number(seconds) * 1000;
}
