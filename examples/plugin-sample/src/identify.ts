import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { PlainDeskClient } from "./client.ts";
import { me } from "./schema.ts";

export async function identify(client: PlainDeskClient, baseUrl: string): Promise<AccountIdentity> {
  // Replace: what tells one account from another, also when its address changes.
  const botUser = await client.call(me, { method: "GET", path: "/me", repeatable: true });
  const { host, pathname } = new URL(baseUrl);
  const label = `${host}${pathname}`.replace(/\/$/, "");
  return { fingerprint: `plain-desk:${label}`, label, botUser };
}
