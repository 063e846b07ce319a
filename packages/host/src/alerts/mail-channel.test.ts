import { afterEach, describe, expect, it } from "vitest";
import { createMailChannel } from "./mail-channel.ts";
import { type MailServer, type MailServerOptions, startMailServer } from "./testing/mail-server.ts";
import { sampledAt, sampleMessage } from "./testing/sample-message.ts";

const from = "otai@company.example";
const to = ["team@company.example", "lead@company.example"];

let server: MailServer;
async function open(options?: MailServerOptions) {
  server = await startMailServer(options);
  return server;
}
afterEach(() => server.close());

const channel = (login = "") =>
  createMailChannel("mail:1", { smtp: `smtp://${login}127.0.0.1:${server.port}`, from, to });
const headersOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n"));

describe("an alert by mail", () => {
  it("reaches everybody, with an id that stays the same and a mark that no mailbox answers", async () => {
    await open();
    expect(await channel().tell(sampleMessage(), sampledAt)).toEqual({ state: "taken" });
    await channel().tell(sampleMessage(), sampledAt);
    const [letter, again] = server.letters;
    expect(letter).toMatchObject({ from, to });
    const headers = headersOf(letter!.raw);
    expect(headers).toContain("Subject: medium escalation risk: ticket 123 (desk)\r\n");
    expect(headers).toContain("Message-ID: <al-5-medium@company.example>\r\n");
    expect(headers).toContain("Auto-Submitted: auto-generated\r\n");
    expect(headersOf(again!.raw)).toContain("Message-ID: <al-5-medium@company.example>\r\n");
    expect(letter!.raw).toContain("triggers: cancel, unacceptable");
  });

  it("S05: no header comes out of an id or a phrase", async () => {
    await open();
    await channel().tell(sampleMessage({ ticket_id: "1\r\nBcc: spy@evil.example\r\n\r\nbody" }), sampledAt);
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]!.to).toEqual(to);
    expect(headersOf(server.letters[0]!.raw)).not.toMatch(/^Bcc:/im);
  });

  it("logs in with the user and password of the address, which may hold any sign", async () => {
    await open({ login: { user: "otai@company.example", password: "p@ss:/w" } });
    expect(await channel("otai%40company.example:p%40ss%3A%2Fw@").tell(sampleMessage(), sampledAt)).toEqual({
      state: "taken",
    });
    expect(await channel("otai%40company.example:p%40ss%3A%2Fw@").check()).toMatchObject({ state: "ok" });
    expect(server.letters).toHaveLength(1);
  });

  it("a wrong password is a failure that does not tell it", async () => {
    await open({ login: { user: "otai", password: "right" } });
    const said = [
      await channel("otai:wrong-one@").tell(sampleMessage(), sampledAt),
      await channel("otai:wrong-one@").check(),
    ];
    expect(said).toMatchObject([
      { state: "failed", reason: "127.0.0.1: user and password were not accepted (EAUTH)", restMs: 60_000 },
      { state: "failed", what: expect.stringContaining("not accepted") },
    ]);
    expect(JSON.stringify(said)).not.toContain("wrong-one");
  });

  it("S01: a password does not leave this machine without TLS", async () => {
    await open({ login: { user: "otai", password: "right" } });
    // Every address of this machine, and none that says so.
    const smtp = `smtp://otai:right@0.0.0.0:${server.port}`;
    expect(await createMailChannel("mail:1", { smtp, from, to }).tell(sampleMessage(), sampledAt)).toMatchObject({
      state: "failed",
      reason: "0.0.0.0: the server offers no TLS, and a password is not sent without (ETLS)",
    });
    expect(server.letters).toEqual([]);
  });

  it("somebody whom the server does not know is named as missing; the others are not told twice", async () => {
    await open({ unknown: ["lead@company.example"] });
    expect(await channel().tell(sampleMessage(), sampledAt)).toEqual({
      state: "taken",
      warning: "1 of the recipients was refused by the server",
    });
    expect(server.letters[0]?.to).toEqual(["team@company.example"]);
  });

  it("nobody there is a failure", async () => {
    await open();
    const alone = channel();
    await server.close();
    expect(await alone.tell(sampleMessage(), sampledAt)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    await open();
  });
});
