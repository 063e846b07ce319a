import { sampleExample } from "@otai/conformance/store/samples";
import { senderHash } from "@otai/core/learning/sender-hash";
import { sampleTicket } from "@otai/core/testing/samples";
import { RefusedError, UnavailableError } from "@otai/plugin-api/errors";
import type { Ticket } from "@otai/plugin-api/ticket";
import type { TicketReader } from "@otai/plugin-api/ticket-system";
import { openSqliteStore } from "@otai/store/sqlite-store";
import type { OtaiStore } from "@otai/store/store-transaction";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createIds, systemClock } from "../app/surroundings.ts";
import { createCustomerIds } from "../services/customer-ids.ts";
import { findPerson, type PersonConnection } from "./find-person.ts";

const secretKeys = { current: "a secret for tests only", previous: ["the one from before"] };
let store: OtaiStore;
beforeEach(async () => {
  store = await openSqliteStore({ path: ":memory:", ids: createIds(systemClock) });
});
afterEach(() => store.close());

/** A helpdesk that knows requesters by number only, as most do. */
function helpdesk(tickets: readonly Ticket[]): TicketReader {
  const refuse = () => Promise.reject(new RefusedError("requester_id must be a number"));
  return {
    identify: refuse,
    getTicket: refuse,
    findFirstTicket: refuse,
    async *findTickets({ requesterId, limit = Number.POSITIVE_INFINITY }) {
      if (requesterId?.includes("@")) throw new RefusedError("requester_id must be a number");
      yield* tickets
        .filter((ticket) => requesterId === undefined || ticket.requester?.id === requesterId)
        .slice(0, limit);
    },
  };
}

const kim = { id: "77", name: "Kim", email: "Kim@customer.example" };
const lee = { id: "78", name: "Lee", email: "lee@customer.example" };
const tickets = [
  sampleTicket({ id: "3", requester: lee }),
  sampleTicket({ id: "2", requester: kim }),
  sampleTicket({ id: "1", requester: kim }),
];

function connection(name: string, reader: TicketReader | string = helpdesk(tickets)): PersonConnection {
  return { uid: `c-${name}`, name, platform: "freshdesk", reader };
}

const find = (requester: string, connections: readonly PersonConnection[], ticketSystem: string | null = null) =>
  findPerson({ requester, connections, ticketSystem, store, secretKeys, ticketsLookedAt: 100 });

describe("6.4: who a requester is", () => {
  test("by id: his tickets, address and the names he has at the services", async () => {
    const { person, unasked } = await find("77", [connection("desk")]);
    expect(unasked).toEqual([]);
    expect(person.identities).toEqual(["77", "Kim@customer.example"]);
    expect(person.places).toEqual([
      {
        ...{ connectionUid: "c-desk", connection: "desk", ticketIds: ["1", "2"] },
        senders: [senderHash("c-desk", "77"), senderHash("c-desk", "Kim@customer.example")],
      },
    ]);
    expect(person.customerIds).toContain("77");
  });

  test("by e-mail address: looked for among the newest tickets where the helpdesk does not know it", async () => {
    const { person } = await find("kim@customer.example", [connection("desk")]);
    expect(person.places[0]?.ticketIds).toEqual(["1", "2"]);
    expect(person.identities).toContain("77");
    expect(person.places[0]?.senders).toContain(senderHash("c-desk", "77"));
  });

  test("a login that is an address is a keyed hash at the services, with each key that was in use", async () => {
    const { person } = await find("kim@customer.example", [connection("desk")]);
    for (const secretKey of [secretKeys.current, ...secretKeys.previous]) {
      const customerId = createCustomerIds({ secretKey, connections: [connection("desk")] });
      expect(person.customerIds).toContain(customerId("c-desk", "kim@customer.example"));
    }
  });

  test("the same id at several helpdesks is refused until it is said which", async () => {
    const both = [connection("desk"), connection("shop", helpdesk([]))];
    await expect(find("77", both)).rejects.toThrow(/77.*desk, shop.*which ticket system/s);
    const { person } = await find("77", both, "shop");
    expect(person.places.map(({ connection }) => connection)).toEqual(["shop"]);
    // `77` is the customer of the other one.
    expect(person.customerIds).toEqual(["shop-77"]);
    await expect(find("77", both, "nowhere")).rejects.toThrow(/no ticket system "nowhere", only desk, shop/);
  });

  test("a helpdesk that does not answer is named, and stored rows tell the tickets", async () => {
    await store.write((tx) =>
      tx.learning.putExamples([
        sampleExample("9", { connectionUid: "c-desk", sender: senderHash("c-desk", "77") }),
        sampleExample("8", { connectionUid: "c-desk", sender: senderHash("c-desk", "78") }),
      ]),
    );
    const silent: TicketReader = {
      ...helpdesk([]),
      // biome-ignore lint/correctness/useYield: it fails before the first ticket
      async *findTickets() {
        throw new UnavailableError("desk.example does not answer");
      },
    };
    for (const reader of [silent, "desk.example does not answer"]) {
      const { person, unasked } = await find("77", [connection("desk", reader)]);
      expect(person.places[0]?.ticketIds).toEqual(["9"]);
      expect(unasked).toEqual([{ connection: "desk", reason: "desk.example does not answer" }]);
    }
  });
});
