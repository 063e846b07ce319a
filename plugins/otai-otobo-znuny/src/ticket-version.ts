import { createHash } from "node:crypto";
import { longestTitle } from "./limits.ts";
import type { RawTicket } from "./schema.ts";

/** `Changed` counts whole seconds, so a second change within one is told only by what the ticket looks like, its thread included. */
export function versionOf(raw: RawTicket): string {
  const { Queue, Priority, State, Type, OwnerID, Lock } = raw;
  // The order of everything is random.
  const fields = raw.DynamicField.map(({ Name, Value }) => [Name, Value ?? null] as const).sort(([left], [right]) =>
    left < right ? -1 : 1,
  );
  const title = raw.Title.slice(0, longestTitle);
  const newest = Math.max(0, ...raw.Article.map(({ ArticleID }) => Number(ArticleID)));
  const state = JSON.stringify([title, Queue, Priority, State, Type, OwnerID, Lock, fields, newest]);
  return `${raw.Changed} ${createHash("sha256").update(state).digest("base64url").slice(0, 8)}`;
}
