import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import { z } from "zod";

/** `start`: read from that second on. `after`: Zendesk's cursor as it came, and what its last page ended with. */
type ChangeCursor = { readonly start: number } | { readonly after: string; readonly seen: readonly string[] };

const cursorSchema = z.union([
  z.strictObject({ start: z.number().int().nonnegative() }),
  z.strictObject({ after: z.string().min(1), seen: z.array(z.string()) }),
]);

const prefix = "zendesk:";
/** Clocks of two machines differ. */
const leewayMs = 5 * 60_000;

export function writeCursor(cursor: ChangeCursor): string {
  return prefix + JSON.stringify(cursor);
}

/** @throws ConfigError for a cursor that another plugin wrote, or one that lies in the future. */
export function readCursor(text: string, now: Instant): ChangeCursor {
  const cursor = text.startsWith(prefix)
    ? cursorSchema.safeParse(parseJson(text.slice(prefix.length))).data
    : undefined;
  if (cursor === undefined) {
    throw new ConfigError(
      `the stored change cursor ${JSON.stringify(text.slice(0, 80))} is not one of Zendesk's; was this name another ticket system before?`,
    );
  }
  const position = "start" in cursor ? cursor.start * 1000 : positionOf(cursor.after);
  if (position > now + leewayMs) {
    throw new ConfigError(
      `the change cursor stands at ${new Date(position).toISOString()}, in the future: is this machine's clock right?`,
    );
  }
  return cursor;
}

/** Decoded, Zendesk's cursor begins with seconds: `1695052663.0||28|`. In any other form nothing is concluded from it. */
function positionOf(after: string): Instant {
  const seconds = /^(\d{9,11})(\.\d+)?\|/.exec(Buffer.from(after, "base64").toString("utf8"))?.[1];
  return seconds === undefined ? 0 : Number(seconds) * 1000;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
