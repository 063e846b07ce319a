import { ConfigError } from "@otai/plugin-api/errors";
import type { ChangePage } from "@otai/plugin-api/ticket-query";

const cursor = "pushed";

/** There is no feed to follow: every change arrives as a call, which is stored together with its event, so none can be missed. */
export function cursorFrom(): string {
  return cursor;
}

/** @throws ConfigError for a cursor of another adapter. */
export async function listChanges(given: string): Promise<ChangePage> {
  if (given !== cursor) throw new ConfigError(`the cursor ${JSON.stringify(given)} is not one of a webhook connection`);
  return { changes: [], cursor, caughtUp: true };
}
