import { ConfigError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import { z } from "zod";
import type { ServerTime } from "./server-time.ts";

export interface ChangeCursor {
  /** A second on the server's clock. */
  readonly stamp: string;
  /** In the middle of a long list: the next search begins exactly there. Else it reaches back a little. */
  readonly exact: boolean;
  /** `<id> <version>` of what was delivered and will be found again. */
  readonly seen: readonly string[];
}

const cursorSchema = z.strictObject({ stamp: z.string(), exact: z.boolean(), seen: z.array(z.string()) });
const prefix = "otobo-znuny:";
/** Clocks of two machines differ. */
const mostSkewMs = 10 * 60_000;

export function writeCursor(cursor: ChangeCursor): string {
  return prefix + JSON.stringify(cursor);
}

/** @throws ConfigError for a cursor that another plugin wrote, or one that lies in the future. */
export function readCursor(text: string, now: Instant, time: ServerTime): ChangeCursor & { readonly at: Instant } {
  const cursor = text.startsWith(prefix)
    ? cursorSchema.safeParse(parseJson(text.slice(prefix.length))).data
    : undefined;
  const at = cursor === undefined ? null : time.parse(cursor.stamp);
  if (cursor === undefined || at === null) {
    throw new ConfigError(
      `the stored change cursor ${JSON.stringify(text.slice(0, 80))} is not one of OTOBO, Znuny or OTRS; was this name another ticket system before?`,
    );
  }
  if (at > now + mostSkewMs) {
    throw new ConfigError(
      `the change cursor stands at ${cursor.stamp}, in the future: are this machine's clock and params.time_zone right?`,
    );
  }
  return { ...cursor, at };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
