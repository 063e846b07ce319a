import { afterAll, describe, expect, it } from "vitest";
import { openZammad } from "./test-zammad.ts";

const { control, call, view, newTicket, close } = await openZammad();
afterAll(close);

describe("Zammad credentials and errors", () => {
  it("takes the token in both forms, and says in a header why it refuses", async () => {
    const withAuthorization = (authorization: string) => call("GET", "/users/me", undefined, { authorization });
    expect((await withAuthorization("Token token=sandbox")).json.email).toBe("agent@sandbox.example");
    expect((await withAuthorization('Token token="sandbox"')).status).toBe(200);
    expect((await withAuthorization("Bearer sandbox")).status).toBe(200);
    const wrong = await withAuthorization("Token token=wrong");
    expect([wrong.status, wrong.headers.get("x-failure")]).toEqual([401, wrong.json.error]);
    expect((await withAuthorization("Basic b3RhaTpzYW5kYm94")).status).toBe(403);
  });

  it("answers 404 with the vendor's words, and 400 for what is no JSON", async () => {
    const missing = await call("GET", "/tickets/99999");
    expect([missing.status, missing.json]).toEqual([404, { error: "Couldn't find Ticket with 'id'=99999" }]);
    expect((await call("GET", "/nothing")).status).toBe(404);
    expect((await call("PUT", "/tickets/1", "{broken")).status).toBe(400);
  });

  it("has no rate limit of its own; a proxy in front may answer 429 and 5xx without JSON", async () => {
    await control("POST", "/faults", { kind: "429", next: 1 });
    const limited = await call("GET", "/users/me");
    expect([limited.status, limited.json]).toEqual([429, undefined]);
    await control("POST", "/faults", { kind: "5xx", next: 1 });
    expect((await call("GET", "/users/me")).status).toBeGreaterThanOrEqual(502);
  });

  it("acts for the person that From names", async () => {
    const id = await newTicket();
    await call("PUT", `/tickets/${id}`, { priority: "2 normal" }, { from: "ada.brenner@sandbox.example" });
    expect((await view(id)).history.at(-1)).toMatchObject({ field: "priority", name: "Ada Brenner" });
  });
});
