import { lookup } from "node:dns/promises";
import { OtaiError } from "@otai/plugin-api/errors";
import type { HttpHeaders } from "@otai/plugin-kit/http-answer";
import { isPublicAddress } from "@otai/plugin-kit/network-address";
import { postOutward } from "@otai/plugin-kit/post-outward";
import { type Reception, receptionOf } from "@otai/plugin-kit/reception";
import { safeUrl } from "@otai/plugin-kit/safe-url";
import type { Finding } from "./finding.ts";

export interface Address {
  readonly url: string;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

/** R10. */
const timeoutMs = 15_000;
/** Posts JSON to a receiver. Its host is named in what is said of it, its path never: that of a chat is a password. */
export async function postMessage(
  { url, allowPrivate, signal }: Address,
  message: { readonly body: string; readonly headers?: HttpHeaders },
  now: number,
): Promise<Reception> {
  const address = new URL(url);
  const { origin } = address;
  try {
    const answer = await postOutward(address, {
      headers: { "content-type": "application/json", ...message.headers },
      body: message.body,
      timeoutMs,
      tls: { rejectUnauthorized: true },
      allowPrivate,
      signal,
    });
    return receptionOf(answer, origin, now);
  } catch (error) {
    if (!OtaiError.is(error)) throw error;
    return { state: "failed", reason: error.message.replaceAll(safeUrl(address), origin), restMs: null };
  }
}

/** Is the host known, and may it be called? */
export async function checkAddress(what: string, { url, allowPrivate }: Address): Promise<Finding> {
  const { hostname } = new URL(url);
  const found = await addressesOf(hostname);
  if (found === null) return unknownHost(what, hostname);
  const hidden = found.filter((address) => !isPublicAddress(address));
  if (hidden.length === 0 || allowPrivate) return { state: "ok", what: `${what}: ${hostname} is known`, steps: [] };
  return {
    state: "wrong",
    what: `${what}: ${hostname} is an address inside a private network (${hidden.join(", ")}) and is not called`,
    steps: ["If the network is yours, set allow_private: true beside url."],
  };
}

/** `null` when nobody knows the name. */
export async function addressesOf(hostname: string): Promise<readonly string[] | null> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ""), { all: true }).catch(() => null);
  return found?.map(({ address }) => address) ?? null;
}

export function unknownHost(what: string, hostname: string): Finding {
  return {
    state: "failed",
    what: `${what}: the host ${hostname} is unknown`,
    steps: ["Is the name right, and does this machine have DNS?"],
  };
}
