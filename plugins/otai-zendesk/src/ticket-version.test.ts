import { afterEach, describe, expect, it } from "vitest";
import { changed, fixture, openWireAccount, people, type WireAccount } from "./testing/wire-account.ts";

let account: WireAccount | undefined;
afterEach(() => account?.close());

describe("the second of the last change", () => {
  it("U03: a human's change in the same second as the stamp is a conflict, although the lock cannot see it", async () => {
    const { ticket } = fixture("ticket-read-drop-down-tags").response.body as { ticket: { updated_at: string } };
    account = await openWireAccount(
      fixture("ticket-read-drop-down-tags"),
      changed("ticket-read-drop-down-tags", { response: { body: { ticket: { ...ticket, priority: "urgent" } } } }),
      fixture("groups"),
      people(3001),
    );
    account.context.now = Date.parse(ticket.updated_at) + 900;
    const { version } = await account.system.read.getTicket("5158");
    const write = account.system.write.updateTicket("5158", { priority: "low", expectedVersion: version });
    await expect(write).rejects.toMatchObject({ code: "conflict" });
    expect(account.bodies("PUT")).toEqual([]);
  });
});
