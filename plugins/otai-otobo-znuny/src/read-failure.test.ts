import { OtaiError } from "@otai/plugin-api/errors";
import { afterEach, describe, expect, test } from "vitest";
import {
  answers,
  changed,
  fixture,
  service,
  shows,
  startWireDesk,
  updates,
  type WireDesk,
} from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

async function failing(...exchanges: Parameters<typeof startWireDesk> extends [object, ...infer Rest] ? Rest : never) {
  desk = await startWireDesk({}, ...exchanges);
  return desk.read.getTicket("13").then(
    () => expect.fail("no error"),
    (error: unknown) => {
      expect(OtaiError.is(error)).toBe(true);
      return error as OtaiError;
    },
  );
}

const answered = (name: string) => changed("ticket-get", { response: fixture(name).response });
const error = (code: string, message: string) =>
  changed("ticket-get", { response: { body: { Error: { ErrorCode: code, ErrorMessage: message } } } });

describe("OT-1 errors that come with HTTP 200", () => {
  test("AuthFail is followed by one log-in and one repetition", async () => {
    desk = await startWireDesk({}, "session-expired-get", "ticket-get", "session-create", "session-create");
    expect((await desk.read.getTicket("13")).id).toBe("13");
    expect(desk.wire.requests.map(({ method }) => method)).toEqual(["POST", "GET", "POST", "GET"]);
  });

  test("AuthFail again is an error of authentication, not a loop", async () => {
    const thrown = await failing("session-expired-get", "session-expired-get");
    expect(thrown.code).toBe("authentication");
    expect(desk.wire.requests).toHaveLength(4);
  });

  test("SessionInvalid is one too", async () => {
    expect((await failing(answered("session-get-invalid"))).code).toBe("authentication");
  });

  test("AccessDenied is a ticket that is missing or forbidden: the server does not tell which", async () => {
    const thrown = await failing(answered("ticket-get-access-denied"));
    expect(thrown).toMatchObject({ code: "not-found", message: expect.stringMatching(/not exist.*may not see/) });
    expect(desk.wire.requests).toHaveLength(2);
  });

  test.each(["InvalidParameter", "MissingParameter", "EmptyRequest"])("%s is terminal", async (suffix) => {
    const thrown = await failing(error(`TicketGet.${suffix}`, "TicketGet: something is wrong"));
    expect(thrown).toMatchObject({ code: "refused", retry: "never" });
    expect(desk.wire.requests).toHaveLength(2);
  });

  test("a wrong password is told at the log-in, without the password in the message", async () => {
    const { response } = fixture("session-create-wrong-password");
    desk = await startWireDesk({}, changed("session-create", { response }));
    const thrown = await desk.read.identify().catch((caught: unknown) => caught);
    expect(thrown).toMatchObject({
      code: "authentication",
      message: expect.stringContaining("Authorization failing!"),
    });
    expect((thrown as Error).message).not.toContain("sandbox-password");
  });

  test("an agent who was switched off has a session and sees nothing, which only a new log-in tells", async () => {
    const off = fixture("session-create-wrong-password").response;
    desk = await startWireDesk(
      {},
      "session-create",
      changed("session-create", { response: off }),
      shows(),
      answered("ticket-get-access-denied"),
    );
    await desk.read.getTicket("13");
    desk.context.now += 10 * 60_000;
    await expect(desk.read.getTicket("13")).rejects.toMatchObject({ code: "authentication" });
  });
});

describe("OT-2 three kinds of 500 have three messages", () => {
  test("an empty body: the web service is unknown or off", async () => {
    const thrown = await failing(changed("service-off", { request: fixture("session-create").request }));
    expect(thrown).toMatchObject({
      code: "unexpected-answer",
      message: expect.stringMatching(/unknown or switched off/),
    });
  });

  test("a text: route and method are wrong", async () => {
    const thrown = await failing(answered("route-unknown"));
    expect(thrown.message).toMatch(/no such route or method; compare params.routes/);
    expect(thrown.message).toContain("/Session/");
  });

  test("a text: the request could not be read, which no repetition mends", async () => {
    const thrown = await failing(answered("body-malformed"));
    expect(thrown).toMatchObject({ code: "refused", message: expect.stringContaining("could not be read") });
  });

  test("a text: the data base is down", async () => {
    const thrown = await failing(answered("database-down"));
    expect(thrown).toMatchObject({ code: "unavailable", retry: "later" });
  });

  test("text/plain that holds JSON: the fault's own words", async () => {
    const thrown = await failing(answered("update-forbidden-target-queue"));
    expect(thrown.message).toContain("Ticket queue could not be updated");
  });

  test("a fault without words is named too", async () => {
    const thrown = await failing(changed("ticket-get", { response: { status: 500, body: { faultcode: "Server" } } }));
    expect(thrown).toMatchObject({
      code: "unavailable",
      message: expect.stringContaining("failed without explanation"),
    });
  });
});

test("OT-4 a write without credentials is our fault and no fault of the ticket", async () => {
  const without = fixture("update-without-credentials").response;
  desk = await startWireDesk({}, shows(), updates(13, without));
  const { version } = await desk.read.getTicket("13");
  const write = desk.write.updateTicket("13", { priority: "high", expectedVersion: version });
  await expect(write).rejects.toMatchObject({ code: "authentication", scope: "connection" });
});

test("OT-22 a text longer than the service takes is said in words", async () => {
  const { response } = fixture("update-too-large");
  desk = await startWireDesk({}, shows(), updates(13, response));
  const write = desk.write.addNote!("13", { html: "x", text: "x", marker: "x" });
  await expect(write).rejects.toMatchObject({ code: "refused", message: expect.stringContaining("MaxLength") });
});

test("an answer that is none of ours is told as such", async () => {
  desk = await startWireDesk({}, answers("GET", "/Ticket/13", { Ticket: [{ Title: "without an id" }] }));
  await expect(desk.read.getTicket("13")).rejects.toMatchObject({ code: "unexpected-answer" });
  expect(desk.wire.requests.at(-1)?.path).toBe(`${service}/Ticket/13`);
});
