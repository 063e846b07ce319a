import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { WebhookSubscription } from "../dialects/dialect.ts";

/** A helpdesk does not forget its webhook rules when it restarts. */
export function readSubscriptions(path: string): WebhookSubscription[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as WebhookSubscription[]) : [];
}

/** Whole or not at all, also when the process is killed meanwhile. */
export function writeSubscriptions(path: string, subscriptions: readonly WebhookSubscription[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(subscriptions), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
