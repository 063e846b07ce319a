import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { basic, openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.close());

describe("credentials", () => {
  it("lets an agent in with address and token, and knows who it is", async () => {
    const me = await account.call("GET", "/users/me.json");
    expect(me.status).toBe(200);
    expect(me.body.user).toMatchObject({ email: "agent@sandbox.example", role: "admin" });
  });

  it("takes the role from the address, since a token is not bound to a user", async () => {
    const me = await account.call("GET", "/users/me", undefined, {
      authorization: basic("ada.brenner@sandbox.example/token:sandbox"),
    });
    expect(me.body.user).toMatchObject({ name: "Ada Brenner", role: "agent" });
  });

  it.each([
    ["a password login without /token", basic("agent@sandbox.example:sandbox")],
    ["a wrong token", basic("agent@sandbox.example/token:wrong")],
    ["an unknown address", basic("nobody@sandbox.example/token:sandbox")],
    ["no Basic at all", "Bearer sandbox"],
  ])("answers 401 to %s", async (_, authorization) => {
    const answer = await account.call("GET", "/users/me.json", undefined, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: "Couldn't authenticate you" });
  });
});
