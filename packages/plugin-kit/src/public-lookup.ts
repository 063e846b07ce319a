import { type LookupAddress, lookup } from "node:dns";
import { isIP } from "node:net";
import { RefusedError } from "@otai/plugin-api/errors";
import { isPublicAddress } from "./network-address.ts";

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * For a connection's `lookup`: the very addresses that are connected to are the ones that were checked, so that a name which
 * answers differently a moment later gains nothing (S02).
 */
export function lookupPublic(hostname: string, options: object, done: LookupCallback): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return done(error, []);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden !== undefined) return done(privateAddress(hostname), []);
    if ("all" in options && options.all === true) return done(null, addresses);
    const first = addresses[0]!;
    return done(null, first.address, first.family);
  });
}

/** An address literal needs no look-up, so `lookupPublic` never sees it. @throws RefusedError */
export function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(host);
}

function privateAddress(host: string): RefusedError {
  return new RefusedError(`${host} is an address inside a private network; only public ones are called`);
}
