import { readFileSync } from "node:fs";
import type { WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { route, routePresets, routesOf } from "./routes.ts";
import { changed, fixture, startWireDesk, ticket, type WireDesk } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk?.stop());

const billing = { id: "Billing", name: "Billing" };
const raw = { Ticket: [ticket({ TicketID: 2 })] };
const moved = { Ticket: [ticket({ TicketID: 2, Queue: "Billing" })] };

async function move(params: object, exchanges: readonly WireExchange[]) {
  desk = await startWireDesk({ queues: ["Billing"], ...params }, ...exchanges);
  const { version } = await desk.read.getTicket("2");
  const { ticket: after, refused } = await desk.write.updateTicket("2", { queue: billing, expectedVersion: version });
  expect(desk.wire.unexpected).toEqual([]);
  return [after.queue, refused];
}

/** Read twice before the write, once after it. */
function reads(name: string, request: Partial<WireExchange["request"]>): WireExchange[] {
  return [raw, raw, moved].map((body) => changed(name, { request, response: { body } }));
}

describe("OT-21 the same behaviour with the routes of", () => {
  const path = fixture("ticket-get").request.path.replace("13", "2");

  test("sample A", async () => {
    expect(await move({}, [...reads("ticket-get", { path }), fixture("update-queue")])).toEqual([billing, []]);
  });

  test("sample B, where the body names the ticket (OT-15)", async () => {
    const exchanges = [...reads("ticket-get", { path }), fixture("sample-b-update")];
    expect(await move({ routes: "sample_b" }, exchanges)).toEqual([billing, []]);
  });

  test("our own web service, which reads by POST: no session stands in an address", async () => {
    const body = { ...(fixture("own-service-get").request.body as object), TicketID: "2" };
    const login = fixture("own-service-get").request.path.replace("/Ticket/Get", "/Session");
    const exchanges = [
      changed("session-create", { request: { path: login } }),
      ...reads("own-service-get", { body }),
      fixture("own-service-update"),
    ];
    expect(await move({ routes: "otai", webservice: "OTAI" }, exchanges)).toEqual([billing, []]);
    expect(desk.wire.requests.filter(({ query }) => Object.keys(query).length > 0)).toEqual([]);
  });

  test("an installation of its own, method and path of each operation given", async () => {
    const routes = {
      ticket_update: "put /Tickets/:TicketID/",
      ticket_get: "POST /TicketGet",
      session_create: "POST /Login",
    };
    const service = fixture("ticket-get").request.path.replace("/Ticket/13", "");
    const exchanges = [
      changed("session-create", { request: { path: `${service}/Login` } }),
      ...reads("own-service-get", { path: `${service}/TicketGet`, body: undefined }),
      changed("update-queue", { request: { method: "PUT", path: `${service}/Tickets/2` } }),
    ];
    expect(await move({ routes }, exchanges)).toEqual([billing, []]);
  });
});

describe("routes in the configuration", () => {
  test("OT-22 a method in lower case is sent in upper case, and a trailing slash is dropped", () => {
    expect(route.parse(" patch  /Ticket/:TicketID/ ")).toEqual({ method: "PATCH", path: "/Ticket/:TicketID" });
  });

  test("what is no method and path is refused", () => {
    for (const text of ["", "PATCH", "/Ticket", "HEAD /Ticket", "GET Ticket", "GET /Ticket?x=1"]) {
      expect(route.safeParse(text).success).toBe(false);
    }
  });

  test("what is not given is that of sample A", () => {
    expect(routesOf({ ticket_update: route.parse("POST /TicketUpdate") })).toEqual(routesOf("sample_b"));
  });
});

describe("the web service that ships with the plugin", () => {
  const yaml = readFileSync(new URL("../webservice/otai.yml", import.meta.url), "utf8");

  test("has the routes of the preset of its name", () => {
    const mapping = yaml.slice(yaml.indexOf("RouteOperationMapping"));
    const served = [...mapping.matchAll(/RequestMethod:\n((?: +- \w+\n)+) +Route: (\S+)/g)].map(([, methods, path]) =>
      methods!.match(/\w+/g)!.map((method) => `${method} ${path}`),
    );
    const { faq_search: _, faq_get: __, ...own } = routePresets.otai;
    expect(Object.values(own).filter((wanted) => !served.flat().includes(wanted))).toEqual([]);
    expect(served).toHaveLength(4);
  });

  test("keeps no passwords in the debugger's table, and reads by POST alone", () => {
    expect(yaml).toContain("DebugThreshold: error");
    expect(yaml).not.toContain("GET\n");
  });
});
