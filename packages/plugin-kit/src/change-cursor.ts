import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import type { z } from "zod";
import { parseJson } from "./parse-json.ts";

/** Clocks of two machines differ a little; a cursor further ahead than this would wait for ever (R05). */
const mostSkewMs = 10 * 60_000;

export interface CursorFormat<Cursor> {
  /** In messages, e.g. `Zendesk`. */
  readonly ticketSystem: string;
  /** Strict: what is not written by `write` is not a cursor of ours. */
  readonly schema: z.ZodType<Cursor>;
  /** Up to when the changes were read; 0 where the cursor does not say. */
  positionOf(cursor: Cursor): Instant;
}

/** A position in a change feed as text, which names the ticket system that it belongs to. */
export function changeCursor<Cursor>({ ticketSystem, schema, positionOf }: CursorFormat<Cursor>) {
  const prefix = `${ticketSystem.toLowerCase()}:`;
  return {
    write: (cursor: Cursor): string => prefix + JSON.stringify(cursor),

    /** @throws ConfigError for a cursor that another plugin wrote, or one that lies in the future. */
    read(text: string, now: Instant): Cursor {
      const parsed = schema.safeParse(text.startsWith(prefix) ? parseJson(text.slice(prefix.length)) : undefined);
      if (!parsed.success) {
        throw new ConfigError(
          `the stored change cursor ${JSON.stringify(text.slice(0, 80))} is not one of ${ticketSystem}'s; was this name another ticket system before?`,
        );
      }
      const position = positionOf(parsed.data);
      if (position > now + mostSkewMs) {
        throw new ConfigError(
          `the stored change cursor of ${ticketSystem} stands at ${new Date(position).toISOString()}, in the future: is this machine's clock right?`,
        );
      }
      return parsed.data;
    },
  };
}
