import { afterAll, describe, expect, it } from "vitest";
import { startTestSandbox } from "../../test-sandbox.ts";
import { LOGIN, openOtobo } from "./test-otobo.ts";

const { call, control, raw, get, clock, close } = await openOtobo();
afterAll(close);

describe("OTOBO transport", () => {
  it("OT-2: unknown service, wrong route, malformed and empty body are four kinds of 500", async () => {
    const off = await call("POST", "/otobo/nph-genericinterface.pl/Webservice/Nothing/Session", LOGIN);
    expect([off.status, off.text, off.headers.get("content-type")]).toEqual([500, "", null]);
    const texts = await Promise.all([
      raw("POST", "/Session/", LOGIN),
      raw("POST", "/Session", "{broken"),
      raw("POST", "/Session", "[]"),
    ]);
    expect(texts.map((answer) => [answer.status, answer.text])).toEqual([
      [500, "HTTP::REST Error while determine Operation for request URI '/Session/'."],
      [500, "Error while decoding request content."],
      [500, "Unsupported request content structure."],
    ]);
    expect((await raw("HEAD", "/Ticket/2")).status).toBe(500);
    expect((await raw("POST", "/Session")).json.Error.ErrorCode).toBe("SessionCreate.MissingParameter");
  });

  it("the server's time zone is a setting", async () => {
    const inZone = async (serverTimeZone: string) => {
      const desk = await startTestSandbox({ dialects: ["otobo"], serverTimeZone, now: () => clock.now });
      const path = "/otobo/nph-genericinterface.pl/Webservice/GenericTicketConnectorREST/Ticket/1";
      const { Created } = (await desk.call("GET", `${path}?UserLogin=otai&Password=sandbox`)).json.Ticket[0];
      await desk.close();
      return Created.slice(11);
    };
    expect(await Promise.all(["UTC", "Asia/Tokyo"].map(inZone))).toEqual(["12:00:00", "21:00:00"]);
  });

  it("a service has a number as well as a name", async () => {
    const answer = await call("POST", "/otobo/nph-genericinterface.pl/WebserviceID/1/Session", LOGIN);
    expect(answer.json.SessionID).toBeDefined();
  });

  it("OT-2: a server in trouble has three faces, and none of them is JSON by its type", async () => {
    const faces = new Set<string>();
    await control("POST", "/faults", { kind: "5xx", next: 30 });
    for (let round = 0; round < 30; round++) {
      const answer = await raw("GET", "/Ticket/2");
      expect([answer.status, answer.headers.get("content-type")?.includes("json") ?? false]).toEqual([500, false]);
      faces.add(answer.text === "" ? "empty" : answer.json?.faultstring ? "fault" : answer.text);
    }
    expect(faces).toEqual(new Set(["empty", "fault", "Internal Server Error"]));
  });

  it("the keys of an answer come in another order each time", async () => {
    const orders = await Promise.all([1, 2, 3].map(async () => Object.keys(await get(2)).join()));
    expect(new Set(orders).size).toBe(3);
  });

  it("splits a query on `;` too, cuts at a second `=` and takes 0 for nothing", async () => {
    const login = "UserLogin=otai;Password=sandbox";
    expect((await raw("GET", `/Ticket?${login}&Title=Question+7=x`)).json).toEqual({ TicketID: ["8"] });
    expect((await raw("GET", `/Ticket?${login}&Title=0`)).json.TicketID).toHaveLength(60);
    expect((await raw("GET", `/Ticket/0?${login}`)).json.Error.ErrorCode).toBe("TicketGet.MissingParameter");
  });
});
