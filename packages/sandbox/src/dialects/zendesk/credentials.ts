/** What an `Authorization` header turns out to be. */
export type Credentials = { kind: "token"; email: string; token: string } | { kind: "password" } | { kind: "none" };

/**
 * Reads `Basic base64("agent@x.example/token:TOKEN")`. A user name without `/token` is a password login, which
 * accounts have switched off (reference: "Password Basic is deprecated or off").
 */
export function parseCredentials(authorization: string | undefined): Credentials {
  const match = /^basic\s+(\S+)$/i.exec(authorization ?? "");
  if (match === null) return { kind: "none" };
  const decoded = Buffer.from(match[1] ?? "", "base64").toString("utf8");
  const colon = decoded.indexOf(":");
  if (colon < 0) return { kind: "none" };
  const user = decoded.slice(0, colon);
  if (!user.endsWith("/token")) return { kind: "password" };
  return { kind: "token", email: user.slice(0, -"/token".length), token: decoded.slice(colon + 1) };
}
