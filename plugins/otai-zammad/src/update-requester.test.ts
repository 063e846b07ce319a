import { NotFoundError, RefusedError } from "@otai/plugin-api/errors";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { answers, fixture, startWireDesk, startWith } from "./testing/wire-desk.ts";

let account: WireDesk;
afterEach(() => account.stop());

describe("updateRequester", () => {
  it("writes the attributes and nothing else about the person", async () => {
    account = await startWireDesk("user-update");
    await account.write.updateRequester!("26", { sentiment_score: "negative", escalation_risk: "high" });
    expect(account.bodies("PUT")).toEqual([fixture("user-update").request.body]);
  });

  it.each(["roles", "role_ids", "group_ids", "email", "active"])(
    "never sends %s, which would be replaced, whatever the configuration says",
    async (key) => {
      account = await startWith({ user_fields: [key] });
      await expect(account.write.updateRequester!("26", { [key]: "x" })).rejects.toThrow(RefusedError);
      expect(account.wire.requests.filter(({ method }) => method === "PUT")).toEqual([]);
    },
  );

  it("names what users do not have, and writes the rest", async () => {
    account = await startWith(
      { user_fields: ["sentiment_score", "health"] },
      answers("PUT", "/users/26", fixture("user-update").response.body),
    );
    const attempt = account.write.updateRequester!("26", { sentiment_score: "negative", health: "3", mood: "x" });
    await expect(attempt).rejects.toMatchObject({ fields: [{ field: "mood" }, { field: "health" }] });
    expect(account.bodies("PUT")).toEqual([{ sentiment_score: "negative", health: "3" }]);
  });

  it("what cannot be an id changes no path", async () => {
    account = await startWireDesk();
    await expect(account.write.updateRequester!("me", { sentiment_score: "x" })).rejects.toThrow(NotFoundError);
  });
});
