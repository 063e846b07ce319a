import { AuthenticationError } from "@otai/plugin-api/errors";
import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";
import { userAnswer } from "./schema.ts";

/** Whose token this is. Wrong credentials are 401, but a call without any is answered as an anonymous user. */
export async function identify({ client, portalUrl }: Account): Promise<AccountIdentity> {
  const { user } = await client.get("/users/me.json", userAnswer);
  if (user.id === null) {
    throw new AuthenticationError("Zendesk answers as to a stranger: the credentials did not reach it", {
      url: `${portalUrl}/api/v2/users/me.json`,
    });
  }
  const { host, pathname } = new URL(portalUrl);
  const label = `${host}${pathname}`.replace(/\/+$/, "");
  return { fingerprint: `zendesk:${label}`, label, botUser: { id: user.id, name: user.name } };
}
