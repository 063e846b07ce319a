import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "@otai/plugin-kit/network-address";

/**
 * The addresses of an own network: this machine, RFC 1918, RFC 4193, and RFC 6598 as overlay networks use it. Link-local is not among them:
 * in a cloud the keys of the machine are served there (S02).
 */
function ownAddresses(): BlockList {
  const own = new BlockList();
  own.addSubnet("127.0.0.0", 8);
  own.addSubnet("10.0.0.0", 8);
  own.addSubnet("172.16.0.0", 12);
  own.addSubnet("192.168.0.0", 16);
  own.addSubnet("100.64.0.0", 10);
  own.addAddress("::1", "ipv6");
  own.addSubnet("fc00::", 7, "ipv6");
  return own;
}

/** Where the model may be asked. */
export interface Neighbourhood {
  /** @throws ForeignAddressError for an address literal that may not be called. */
  checkLiteral(url: URL): void;
  /** For a connection's `lookup`: what is connected to is what was checked, so that a name that changes its mind gains nothing (S02). */
  readonly lookup: LookupFunction;
}

export class ForeignAddressError extends Error {
  constructor(host: string, allowPublic: boolean) {
    super(
      allowPublic
        ? `${host} is a reserved or link-local address, where no model is asked`
        : `${host} is outside your own network; if ticket text (personal data replaced) may go there, set models.llm.allow_public: true`,
    );
    this.name = "ForeignAddressError";
  }
}

export function createNeighbourhood(allowPublic: boolean): Neighbourhood {
  const own = ownAddresses();
  const allows = (address: string) =>
    own.check(address, isIP(address) === 6 ? "ipv6" : "ipv4") || (allowPublic && isPublicAddress(address));

  return {
    checkLiteral({ hostname }) {
      const host = hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !allows(host)) throw new ForeignAddressError(host, allowPublic);
    },
    lookup(hostname, options, done) {
      lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
        if (error !== null) return done(error, []);
        if (!addresses.every(({ address }) => allows(address))) {
          return done(new ForeignAddressError(hostname, allowPublic), []);
        }
        if (options.all === true) return done(null, addresses);
        return done(null, addresses[0]!.address, addresses[0]!.family);
      });
    },
  };
}
