import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import { z } from "zod";

export interface ChangeCursor {
  /** An instant, for a stamp of the server does not say of which zone it is. */
  readonly at: Instant;
  /** In the middle of a long list: the next search begins exactly there. Else it reaches back a little. */
  readonly exact: boolean;
  /** `<id> <version>` of what was delivered and will be found again. */
  readonly seen: readonly string[];
}

const cursorSchema = z.strictObject({ at: z.number().int(), exact: z.boolean(), seen: z.array(z.string()) });
const prefix = "otobo-znuny:";
/** Clocks of two machines differ. */
const mostSkewMs = 10 * 60_000;

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
      `the stored change cursor ${JSON.stringify(text.slice(0, 80))} is not one of OTOBO, Znuny or OTRS; was this name another ticket system before?`,
    );
  }
  if (cursor.at > now + mostSkewMs) {
    const moment = new Date(cursor.at).toISOString();
    throw new ConfigError(`the change cursor stands at ${moment}, in the future: is this machine's clock right?`);
  }
  return cursor;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
