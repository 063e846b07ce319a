import { createHash } from "node:crypto";
import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";
import { readAnswer } from "./read-answer.ts";
import { agentSchema } from "./schema.ts";

/** Asks who we are. The host name is the account: no two have the same, and it cannot be changed in place. */
export async function identify(account: Account): Promise<AccountIdentity> {
  const path = "/agents/me";
  const answer = await account.client.request({ method: "GET", path, repeatable: true });
  const me = readAnswer(agentSchema, answer.body, `GET ${path}`);
  const { host, pathname } = new URL(account.portalUrl);
  const label = `${host}${pathname === "/" ? "" : pathname}`;
  return {
    fingerprint: createHash("sha256").update(`freshdesk ${label.toLowerCase()}`).digest("hex").slice(0, 32),
    label,
    botUser: { id: me.id, name: me.contact?.name ?? me.contact?.email ?? me.id },
  };
}
