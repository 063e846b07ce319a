import { createHmac } from "node:crypto";
import type { CustomerIds } from "@otai/core/ports/services";

/** The published form of a customer id. */
const published = /^[A-Za-z0-9][A-Za-z0-9\-_]{0,63}$/;

export interface CustomerIdParts {
  readonly secretKey: string;
  readonly connections: readonly { readonly uid: string; readonly name: string; readonly platform: string }[];
}

/**
 * The requester's own id where it has the published form, as the guide has it; with several connections their names keep equal
 * numbers apart. A login or e-mail address becomes a keyed hash, so that no address goes to the services.
 */
export function createCustomerIds({ secretKey, connections }: CustomerIdParts): CustomerIds {
  return (connectionUid, requesterId) => {
    const connection = connections.find(({ uid }) => uid === connectionUid);
    const several = connections.length > 1 && connections[0]?.uid !== connectionUid;
    const id = several ? `${connection?.name}-${requesterId}` : requesterId;
    if (published.test(id)) return id;
    const hash = createHmac("sha256", secretKey).update(`${connectionUid}/${requesterId}`).digest("hex").slice(0, 40);
    return `${connection?.platform ?? "otai"}-${hash}`.slice(0, 64);
  };
}
