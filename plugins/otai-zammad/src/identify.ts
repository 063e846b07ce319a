import { createHash } from "node:crypto";
import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";
import { personOf } from "./people.ts";
import { rawUser } from "./schema.ts";

/** Asks who we are. The address is the account: Zammad has no name of its own for an installation that every token may read. */
export async function identify({ client, portalUrl }: Account): Promise<AccountIdentity> {
  const me = await client.get("/users/me", rawUser);
  const { host, pathname } = new URL(portalUrl);
  const label = `${host}${pathname === "/" ? "" : pathname}`;
  return {
    fingerprint: createHash("sha256").update(`zammad ${label.toLowerCase()}`).digest("hex").slice(0, 32),
    label,
    botUser: { id: me.id, name: personOf(me).name },
  };
}
