import type { AccountIdentity } from "@otai/plugin-api/ticket-system";
import type { Account } from "./account.ts";

/** A log-in, which is the only call that tells a wrong password from a missing right. Own changes are told by the login. */
export async function identify({ client, installationUrl, params }: Account): Promise<AccountIdentity> {
  await client.login();
  const { host, pathname } = new URL(installationUrl);
  const label = `${host}${pathname}`.replace(/\/+$/, "");
  return { fingerprint: `otobo-znuny:${label}`, label, botUser: { id: params.username, name: params.username } };
}
