import { afterAll, describe, expect, it } from "vitest";
import { LOGIN, openOtobo } from "./test-otobo.ts";

const { call, raw, clock, close } = await openOtobo();
afterAll(close);

describe("OTOBO sessions", () => {
  it("OT-3: a session dies two hours after it was made, however much it is used", async () => {
    const { SessionID } = (await raw("POST", "/Session", LOGIN)).json;
    expect(SessionID).toMatch(/^[A-Za-z0-9]{32}$/);
    clock.now += 7_100_000;
    expect((await raw("GET", `/Ticket/2?SessionID=${SessionID}`)).json.Ticket).toHaveLength(1);
    clock.now += 100_000;
    expect((await raw("GET", `/Ticket/2?SessionID=${SessionID}`)).json.Error.ErrorCode).toBe("TicketGet.AuthFail");
    expect((await raw("GET", `/Session/${SessionID}`)).json.Error.ErrorCode).toBe("SessionGet.SessionInvalid");
  });

  it("is bound to the address of the client as the proxy gives it", async () => {
    const from = (address: string) => ({ "x-forwarded-host": "desk.example", "x-forwarded-for": address });
    const { SessionID } = (await raw("POST", "/Session", LOGIN, from("192.0.2.1"))).json;
    const read = async (address: string) =>
      (await raw("GET", `/Ticket/2?SessionID=${SessionID}`, undefined, from(address))).json;
    expect((await read("192.0.2.1")).Ticket).toBeDefined();
    expect((await read("192.0.2.2")).Error.ErrorCode).toBe("TicketGet.AuthFail");
    expect((await read("192.0.2.1")).Error.ErrorCode).toBe("TicketGet.AuthFail");
  });

  it("OT-1, OT-4: credentials stand in body or query alone; headers count for Znuny only", async () => {
    expect((await raw("GET", "/Ticket/2?UserLogin=otai&Password=sandbox")).json.Ticket).toBeDefined();
    const basic = { authorization: `Basic ${Buffer.from("otai:sandbox").toString("base64")}` };
    expect((await raw("PATCH", "/Ticket/2", { Ticket: { Queue: "Sales" } }, basic)).json.Error.ErrorCode).toBe(
      "TicketUpdate.MissingParameter",
    );
    const headers = { "X-OTRS-Header-UserLogin": "otai", "X-OTRS-Header-Password": "sandbox" };
    expect((await raw("GET", "/Ticket/2", undefined, headers)).json.Error.ErrorCode).toBe("TicketGet.AuthFail");
    const znuny = await call(
      "GET",
      `/znuny/nph-genericinterface.pl/Webservice/GenericTicketConnectorREST/Ticket/2`,
      undefined,
      headers,
    );
    expect(znuny.json.Ticket).toHaveLength(1);
  });

  it("query and path win over the body", async () => {
    const bad = await call("POST", `/otobo/nph-genericinterface.pl/Webservice/OTAI/Ticket/Get?Password=wrong`, {
      ...LOGIN,
      TicketID: 2,
    });
    expect(bad.json.Error.ErrorCode).toBe("TicketGet.AuthFail");
  });
});
