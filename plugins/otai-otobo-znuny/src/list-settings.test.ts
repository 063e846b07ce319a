import { afterEach, describe, expect, test } from "vitest";
import { answers, fields, shows, startWireDesk, ticket, updates, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

const found = [
  answers("GET", "/Ticket", { TicketID: ["13", "14"] }),
  answers("GET", "/Ticket/13,14", {
    Ticket: [
      ticket({ DynamicField: fields({ Products: ["lamp"], ProcessManagementProcessID: null }) }),
      ticket({ TicketID: 14, Queue: "Sales::Export", DynamicField: fields({ AICategory: "billing" }) }),
    ],
  }),
];

describe("what the stock operations do not list", () => {
  test("queues are those of the configuration and those of the tickets that changed last", async () => {
    desk = await startWireDesk({ queues: ["Billing"] }, ...found);
    expect((await desk.read.listQueues!()).map(({ name }) => name)).toEqual(["Billing", "Raw", "Sales::Export"]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  test("queues of closed tickets are found behind a rush of new ones, with one more search and no more", async () => {
    const rush = ["30", "29", "28", "27", "26", "25", "24", "23", "22", "21"];
    desk = await startWireDesk(
      { search_limit: rush.length },
      answers("GET", "/Ticket", { TicketID: rush }),
      answers("GET", "/Ticket", { TicketID: ["14", "21"] }),
      answers("GET", `/Ticket/${rush.join()},14`, {
        Ticket: [...rush.map((TicketID) => ticket({ TicketID })), ticket({ TicketID: 14, Queue: "Sales::Export" })],
      }),
    );
    expect((await desk.read.listQueues!()).map(({ name }) => name)).toEqual(["Raw", "Sales::Export"]);
    const searches = desk.wire.requests.filter(({ path }) => path.endsWith("/Ticket")).map(({ query }) => query);
    expect(searches).toEqual([
      expect.not.objectContaining({ StateType: expect.anything() }),
      expect.objectContaining({ StateType: "closed", SortBy: "Changed", OrderBy: "Down", Limit: "10" }),
    ]);
    expect(desk.wire.unexpected).toEqual([]);
  });

  test("fields are those that tickets show, without the tags and the product's own", async () => {
    const params = { fields: { AICategory: { label: "AI Category", kind: "choice", choices: ["billing"] } } };
    desk = await startWireDesk(params, ...found);
    expect(await desk.read.listFields!()).toEqual([
      {
        key: "custom_fields.AICategory",
        label: "AI Category",
        kind: "choice",
        choices: [{ value: "billing", label: "billing" }],
        writable: true,
      },
      { key: "custom_fields.AIUrgency", label: "AIUrgency", kind: "text", choices: null, writable: true },
      { key: "custom_fields.AIConfidence", label: "AIConfidence", kind: "text", choices: null, writable: true },
      { key: "custom_fields.Products", label: "Products", kind: "multi", choices: null, writable: true },
    ]);
  });

  test("a queue that appears later on a ticket may be written to", async () => {
    const sales = { id: "Sales", name: "Sales" };
    const moved = shows({ Queue: "Sales" });
    desk = await startWireDesk({}, moved, shows(), shows(), updates(13), moved);
    await desk.read.getTicket("13");
    const { version } = await desk.read.getTicket("13");
    const { refused } = await desk.write.updateTicket("13", { queue: sales, expectedVersion: version });
    expect(refused).toEqual([]);
    expect(desk.updates()).toEqual([{ Ticket: { Queue: "Sales" } }]);
  });

  test("priorities are the configured names", async () => {
    desk = await startWireDesk({ priorities: { urgent: "1 sofort" } });
    expect(await desk.read.listPriorities!()).toEqual([
      { id: "2 low", name: "2 low", priority: "low" },
      { id: "3 normal", name: "3 normal", priority: "normal" },
      { id: "4 high", name: "4 high", priority: "high" },
      { id: "1 sofort", name: "1 sofort", priority: "urgent" },
    ]);
  });
});
