import { OtaiError } from "@otai/plugin-api/errors";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { startWireServer, type WireExchange } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, test } from "vitest";
import { createZendeskClient, rateClassOf } from "./client.ts";
import { fixture, openWireAccount, type WireAccount, wireParams } from "./testing/wire-account.ts";

const open: WireAccount[] = [];
afterEach(async () => {
  for (const account of open.splice(0)) await account.close();
});

async function failing(exchange: WireExchange, call: (account: WireAccount) => Promise<unknown>) {
  const account = await openWireAccount(exchange);
  open.push(account);
  const error = await call(account).then(
    () => expect.fail("no error"),
    (thrown: unknown) => thrown,
  );
  expect(OtaiError.is(error)).toBe(true);
  return { account, error: error as OtaiError };
}

describe("ZD-7 `error` as a word and as an object is one typed error with a message", () => {
  test("401 with a word", async () => {
    const { request, response } = fixture("wrong-credentials");
    const { headers, ...rest } = request;
    expect(headers?.authorization).toMatch(/^Basic /);
    const { error } = await failing({ request: rest, response }, ({ system }) => system.read.identify());
    expect(error.code).toBe("authentication");
    expect(error.message).toContain("Couldn't authenticate you");
    expect(error.message).not.toContain("sandbox.example");
  });

  test("403 with an object says what to do about the export", async () => {
    const { request, response } = fixture("forbidden-error-object");
    const { error } = await failing({ request, response }, ({ system }) =>
      system.changes.listChanges(system.changes.cursorFrom(1_793_520_000_000)),
    );
    expect(error.code).toBe("config");
    expect(error.message).toContain("administrator");
    expect((error.cause as OtaiError).message).toContain("Forbidden: You do not have access to this page.");
  });

  test("404 is NotFoundError", async () => {
    const missing = fixture("ticket-not-found");
    const id = /tickets\/(\d+)/.exec(missing.request.path)![1]!;
    const { error } = await failing(missing, ({ system }) => system.read.getTicket(id));
    expect(error.code).toBe("not-found");
    expect(error.message).toContain("RecordNotFound");
  });

  test("400 TooManyValues tells the limit", async () => {
    const tooMany = fixture("too-many-values");
    const server = await startWireServer(tooMany);
    const context = createTestContext();
    const client = createZendeskClient(wireParams(server.url), context);
    await expect(
      client.request({ method: "GET", path: "/users/show_many.json", query: tooMany.request.query!, repeatable: true }),
    ).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("at most 100") });
    context.stop();
    await server.close();
  });
});

test("a call without credentials is answered as a stranger, which is an error of authentication", async () => {
  const anonymous = {
    request: { method: "GET", path: "/api/v2/users/me.json" },
    response: { status: 200, body: { user: { id: null, name: "Anonymous user", role: "end-user" } } },
  };
  const { error } = await failing(anonymous, ({ system }) => system.read.identify());
  expect(error.code).toBe("authentication");
});

test("the account is identified by its address, and the token by its user", async () => {
  const account = await openWireAccount(fixture("users-me"));
  open.push(account);
  const identity = await account.system.read.identify();
  expect(identity.botUser).toEqual({ id: "42", name: "Otto Agent" });
  expect(identity.fingerprint).toBe(`zendesk:${new URL(account.server.url).host}`);
  expect(account.server.unexpected).toEqual([]);
});

describe("limits", () => {
  test("a 429 of the account blocks its class for as long as Retry-After says", async () => {
    const { account, error } = await failing(fixture("rate-limit-account"), ({ system }) => system.read.getTicket("9"));
    expect(error).toMatchObject({ code: "rate-limited", retryAfterMs: 41_000 });
    expect(account.context.blockedUntil.get("account")).toBe(account.context.now + 41_000);
  });

  test("a 503 with Retry-After is left to the lane", async () => {
    const { account, error } = await failing(fixture("unavailable-retry-after"), ({ system }) =>
      system.read.getTicket("9"),
    );
    expect(error).toMatchObject({ code: "unavailable", retryAfterMs: 30_000 });
    expect(account.server.requests).toHaveLength(1);
  });

  test("D16 an endpoint's own header counts before the account's", async () => {
    const server = await startWireServer(fixture("rate-limit-endpoint-header"));
    const context = createTestContext();
    const client = createZendeskClient(wireParams(server.url), context);
    await client.request({ method: "GET", path: "/tickets.json", query: { "page[size]": 1 }, repeatable: true });
    expect(context.readings.get("account")).toEqual({ limit: 100, remaining: 99, resetsAt: context.now + 41_000 });
    context.stop();
    await server.close();
  });

  test("D16 the account's header is read, and nothing is called once it says zero", async () => {
    const spent = fixture("users-me");
    const headers = { "x-rate-limit": "700", "x-rate-limit-remaining": "0" };
    const account = await openWireAccount({ request: spent.request, response: { ...spent.response, headers } });
    open.push(account);
    await account.system.read.identify();
    await expect(account.system.read.identify()).rejects.toMatchObject({ code: "rate-limited" });
    expect(account.server.requests).toHaveLength(1);
  });

  test("export, search and updates are counted apart", () => {
    expect(rateClassOf("GET", "/incremental/tickets/cursor.json")).toBe("incremental");
    expect(rateClassOf("GET", "/search/export.json")).toBe("search");
    expect(rateClassOf("PUT", "/tickets/1.json")).toBe("ticket-update");
    expect(rateClassOf("DELETE", "/tickets/1/tags.json")).toBe("ticket-update");
    expect(rateClassOf("GET", "/tickets/1.json")).toBe("account");
  });
});

test("ZD-19 the redirect of an attachment is followed without the Authorization header", async () => {
  const stranger = await startWireServer({
    request: { method: "GET", path: "/attachment/1/abc123", query: { token: "signed" } },
    response: { status: 200, headers: { "content-type": "text/plain" }, bodyText: "one\ntwo\n123\n" },
  });
  const redirect = fixture("attachment-redirect");
  const location = `${stranger.url}/attachment/1/abc123?token=signed`;
  const home = await startWireServer({
    request: redirect.request,
    response: { ...redirect.response, headers: { location } },
  });
  const context = createTestContext();
  const client = createZendeskClient(wireParams(home.url), context);
  const answer = await client.follow(`${home.url}/attachments/token/abc123/?name=statement.txt`);
  expect(Buffer.from(answer.bytes).toString()).toBe("one\ntwo\n123\n");
  expect(home.requests[0]?.headers.authorization).toBe(redirect.request.headers?.authorization);
  expect(stranger.requests[0]?.headers).not.toHaveProperty("authorization");
  context.stop();
  await Promise.all([home.close(), stranger.close()]);
});
