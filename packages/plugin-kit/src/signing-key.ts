/** Key lengths of a `whsec_` secret, in bytes: Standard Webhooks 1.0, "Signature scheme". */
const shortest = 24;
const longest = 64;

/** The key behind a secret: `whsec_` is base64, any other text of 12 characters or more is taken as it is. `null` for one that must not be used. */
export function signingKey(secret: string): Uint8Array | null {
  if (!secret.startsWith("whsec_")) return secret.length >= 12 ? new TextEncoder().encode(secret) : null;
  const encoded = secret.slice("whsec_".length);
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null;
  const key = Buffer.from(encoded, "base64");
  return key.length >= shortest && key.length <= longest ? key : null;
}
