import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAccount, type TestAccount } from "./test-account.ts";

let account: TestAccount;
beforeAll(async () => {
  account = await openAccount();
});
afterAll(() => account.close());

describe("reading tickets", () => {
  it("answers with and without the .json suffix alike", async () => {
    const id = account.ticket();
    const [plain, suffixed] = [
      await account.call("GET", `/tickets/${id}`),
      await account.call("GET", `/tickets/${id}.json`),
    ];
    expect(plain.status).toBe(200);
    expect(suffixed.body).toEqual(plain.body);
    expect(plain.body.ticket).toMatchObject({ id, priority: null, status: "new", tags: [] });
  });

  it("ZD-6: tickets from social media have submitter -1 and no priority", async () => {
    const { body } = await account.call("GET", `/tickets/${account.ticket({ channel: "social" })}.json`);
    expect(body.ticket).toMatchObject({ submitter_id: -1, priority: null, via: { channel: "twitter" } });
  });

  it("ZD-7: unknown, deleted and spam tickets are all 404 with the vendor's body", async () => {
    const deleted = account.ticket();
    account.desk.changeTicket(null, deleted, { deleted: true });
    const spam = account.ticket();
    account.desk.changeTicket(null, spam, { spam: true });
    for (const id of [deleted, spam, 999_999]) {
      const answer = await account.call("GET", `/tickets/${id}.json`);
      expect([id, answer.status, answer.body]).toEqual([
        id,
        404,
        { error: "RecordNotFound", description: "Not found" },
      ]);
    }
  });

  it("shows at most 100 tickets by id and refuses more with max_count", async () => {
    const [first, second] = [account.ticket(), account.ticket()];
    const some = await account.call("GET", `/tickets/show_many.json?ids=${first},${second},999999`);
    expect(some.body.tickets.map((ticket: { id: number }) => ticket.id)).toEqual([first, second]);
    const ids = Array.from({ length: 101 }, (_, index) => index + 1).join(",");
    const many = await account.call("GET", `/tickets/show_many.json?ids=${ids}`);
    expect(many.status).toBe(400);
    expect(many.body).toMatchObject({ error: "TooManyValues", max_count: 100 });
  });

  it("the first comment is the description, and roles come with include=users", async () => {
    const id = account.ticket();
    account.desk.changeTicket(
      account.desk.bot.id,
      id,
      {},
      { authorId: account.desk.bot.id, public: false, text: "Internal", html: null, channel: "api" },
    );
    const { body } = await account.call("GET", `/tickets/${id}/comments.json?include=users&page[size]=100`);
    expect(
      body.comments.map((comment: { plain_body: string; public: boolean }) => [comment.plain_body, comment.public]),
    ).toEqual([
      ["My card was charged twice.", true],
      ["Internal", false],
    ]);
    const roles = new Map(body.users.map((user: { id: number; role: string }) => [user.id, user.role]));
    expect(body.comments.map((comment: { author_id: number }) => roles.get(comment.author_id))).toEqual([
      "end-user",
      "admin",
    ]);
  });

  it("pages comments by cursor to the end", async () => {
    const id = account.ticket();
    for (let index = 0; index < 4; index++) account.desk.customerReplies(id, `reply ${index}`);
    const seen: string[] = [];
    let path = `/tickets/${id}/comments.json?page[size]=2`;
    for (;;) {
      const { body } = await account.call("GET", path);
      seen.push(...body.comments.map((comment: { body: string }) => comment.body));
      if (!body.meta.has_more) break;
      path = `/tickets/${id}/comments.json?page[size]=2&page[after]=${encodeURIComponent(body.meta.after_cursor)}`;
    }
    expect(seen).toEqual(["My card was charged twice.", "reply 0", "reply 1", "reply 2", "reply 3"]);
  });

  it("ZD-20: comments of nobody have author -1", async () => {
    const id = account.ticket();
    account.desk.changeTicket(
      null,
      id,
      {},
      { authorId: 0, public: true, text: "Merged by a rule", html: null, channel: "api" },
    );
    const { body } = await account.call("GET", `/tickets/${id}/comments.json?include=users`);
    expect(body.comments[1].author_id).toBe(-1);
    expect(body.users.map((user: { id: number }) => user.id)).not.toContain(-1);
  });
});
