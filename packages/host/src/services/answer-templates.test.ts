import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import { PermissionError, UnavailableError } from "@otai/plugin-api/errors";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { beforeEach, describe, expect, it } from "vitest";
import { createAnswerTemplates } from "./answer-templates.ts";

const hour = 3_600_000;
const template = (id: string): AnswerTemplate => ({ id, title: id, text: `Text of ${id}`, language: null, queues: [] });
const configured = [template("own")];

let now: number;
let asked: number;
let warnings: unknown[];
let answer: () => readonly AnswerTemplate[];
beforeEach(() => {
  [now, asked, warnings, answer] = [0, 0, [], () => [template("t-1"), template("t-2")]];
});

function open(names: readonly string[] = ["shop"]) {
  const silent = () => {};
  const templates = {
    async *listTemplates() {
      asked += 1;
      yield* answer();
    },
  };
  const connected = names.map((name): ConnectedSystem => {
    const system = { templates: name === "bare" ? undefined : templates } as unknown as TicketSystem;
    return {
      uid: `uid of ${name}`,
      name,
      system,
      botUserId: null,
      ingestFrom: 0,
      schema: async () => ({ queues: [], fields: [] }),
    };
  });
  return createAnswerTemplates({
    configured,
    connected: () => connected,
    clock: { now: () => now },
    log: { debug: silent, info: silent, error: silent, warn: (facts) => void warnings.push(facts) },
    signal: new AbortController().signal,
  });
}
const ids = (list: readonly AnswerTemplate[]) => list.map(({ id }) => id);

describe("canned answers", () => {
  it("are the configured ones and those of the ticket's helpdesk, read once an hour", async () => {
    const templates = open();
    const first = await templates.list("shop");
    expect(ids(first)).toEqual(["own", "t-1", "t-2"]);
    now += hour - 1;
    expect(await templates.list("shop")).toBe(first);
    expect(asked).toBe(1);
    now += 2;
    answer = () => [template("t-3")];
    // The old list serves while the new one is read.
    expect(await templates.list("shop")).toBe(first);
    await expect.poll(async () => ids(await templates.list("shop"))).toEqual(["own", "t-3"]);
    expect(asked).toBe(2);
  });

  it("of another helpdesk are never among them; the only helpdesk need not be named", async () => {
    expect(ids(await open().list(null))).toEqual(["own", "t-1", "t-2"]);
    const templates = open(["shop", "bare"]);
    expect(await templates.list("bare")).toBe(configured);
    expect(await templates.list(null)).toBe(configured);
    expect(await templates.list("elsewhere")).toBe(configured);
  });

  it("without the right to read them there are none, and one warning", async () => {
    answer = () => {
      throw new PermissionError("the key may not read canned answers");
    };
    const templates = open();
    expect(await templates.list("shop")).toBe(configured);
    for (let hours = 0; hours < 3; hours++) {
      now += hour + 1;
      await templates.list("shop");
      await expect.poll(() => asked).toBe(hours + 2);
    }
    expect(warnings).toMatchObject([{ connection: "shop" }]);
  });

  it("a helpdesk that does not answer is asked again after five minutes, and what was known stays", async () => {
    const templates = open();
    const known = await templates.list("shop");
    answer = () => {
      throw new UnavailableError("no answer");
    };
    now += hour + 1;
    await templates.list("shop");
    now += 60_000;
    expect(await templates.list("shop")).toBe(known);
    expect(asked).toBe(2);
    now += 5 * 60_000;
    await templates.list("shop");
    expect(asked).toBe(3);
  });
});
