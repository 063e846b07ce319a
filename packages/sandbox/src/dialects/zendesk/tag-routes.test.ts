import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EPOCH, openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.close());

describe("tags", () => {
  it("PUT adds, POST sets, DELETE removes", async () => {
    const path = `/tickets/${account.ticket({ fields: { tags: ["vip"] } })}/tags.json`;
    expect((await account.call("PUT", path, { tags: ["a", "B"] })).body).toEqual({ tags: ["vip", "a", "b"] });
    expect((await account.call("DELETE", path, { tags: ["a"] })).body).toEqual({ tags: ["vip", "b"] });
    expect((await account.call("POST", path, { tags: ["c"] })).body).toEqual({ tags: ["c"] });
  });

  it("ZD-11: adding a tag keeps the drop-down; adding an option's tag sets it", async () => {
    const id = account.ticket({ fields: { customFields: { ai_category: "billing" } } });
    const path = `/tickets/${id}/tags.json`;
    expect((await account.call("PUT", path, { tags: ["x"] })).body.tags.sort()).toEqual(["ai_category_billing", "x"]);
    await account.call("PUT", path, { tags: ["ai_category_sales"] });
    expect(account.desk.ticket(id)?.customFields.ai_category).toBe("sales");
    await account.call("DELETE", path, { tags: ["ai_category_sales"] });
    expect(account.desk.ticket(id)?.customFields.ai_category).toBeNull();
  });

  it("ZD-8: the string safe_update of the tags endpoints gives 409 too", async () => {
    const id = account.ticket();
    const answer = await account.call("PUT", `/tickets/${id}/tags.json`, {
      tags: ["a"],
      updated_stamp: new Date(EPOCH - 60_000).toISOString(),
      safe_update: "true",
    });
    expect([answer.status, account.desk.ticket(id)?.tags]).toEqual([409, []]);
  });

  it("keeps the spelling that another system gave a tag", async () => {
    const id = account.ticket({ fields: { tags: ["VIP"] } });
    const { body } = await account.call("PUT", `/tickets/${id}/tags.json`, { tags: ["new"] });
    expect(body.tags).toEqual(["vip", "new"]);
    expect(account.desk.ticket(id)?.tags).toEqual(["VIP", "new"]);
  });
});
