import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServe } from "../stage/otai-serve.ts";
import { barePath, type PublishedRequest, publishedRequests } from "./published-requests.ts";

const requests = publishedRequests();

interface Answer {
  readonly status: number;
  readonly type: string | null;
  /** Of the routing rules. */
  readonly etag: string | null;
  /** Ids, times and latencies are blanked. */
  readonly text: string;
}

interface Arrangement {
  readonly args: readonly string[];
  readonly prefix: "" | "/api/v1";
}

const arrangements: Readonly<Record<string, Arrangement>> = {
  "together, bare": { args: ["--port", "0"], prefix: "" },
  "together, /api/v1": { args: ["--port", "0"], prefix: "/api/v1" },
  "alone, bare": { args: ["--each", "--port", "0"], prefix: "" },
  "alone, /api/v1": { args: ["--each", "--port", "0"], prefix: "/api/v1" },
};

const serviceOfFolder: Readonly<Record<string, string>> = { "knowledge-base": "kb" };
const ownId = /\b([a-z]{1,3})-[0-9a-hjkmnp-tv-z]{18}\b/g;

function blanked(text: string): string {
  return text
    .replace(ownId, "$1-…")
    .replace(/"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)"/g, '"…"')
    .replace(/"latency_ms":[\d.]+/g, '"latency_ms":0');
}

/** Our ids for those of the published example, in what comes later. */
function noteIds(published: unknown, own: unknown, known: Map<string, string>): void {
  if (typeof published === "string" && typeof own === "string") {
    if (own.match(ownId)?.[0] === own) known.set(published, own);
  } else if (typeof published === "object" && published !== null && typeof own === "object" && own !== null) {
    for (const [key, value] of Object.entries(published)) noteIds(value, (own as Record<string, unknown>)[key], known);
  }
}

function withOwnIds(text: string, known: ReadonlyMap<string, string>): string {
  return [...known].reduce((all, [published, own]) => all.replaceAll(published, own), text);
}

/** A fresh installation that is asked everything, in order. */
async function ask(folder: string, { args, prefix }: Arrangement): Promise<Answer[]> {
  const serving = await startServe({ folder, args });
  const known = new Map<string, string>();
  const answers: Answer[] = [];
  try {
    for (const { method, path, request, response, service } of requests) {
      const url = serving.urls[serviceOfFolder[service] ?? service];
      const answer = await fetch(`${url}${prefix}${withOwnIds(barePath(path), known)}`, {
        method,
        headers: { "Content-Type": "application/json", "X-Request-ID": "r-1" },
        ...(request == null ? {} : { body: withOwnIds(JSON.stringify(request), known) }),
      });
      const text = await answer.text();
      noteIds(response, JSON.parse(text), known);
      const { status, headers } = answer;
      answers.push({ status, type: headers.get("content-type"), etag: headers.get("etag"), text: blanked(text) });
    }
    expect(await serving.stop()).toBe(0);
    return answers;
  } finally {
    await serving.stop();
  }
}

let folder: string;
const given = new Map<string, Answer[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-contract-"));
  const names = Object.keys(arrangements);
  const all = await Promise.all(names.map((name, at) => ask(join(folder, String(at)), arrangements[name]!)));
  for (const [at, name] of names.entries()) given.set(name, all[at]!);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without an id that an answer gave before there is nothing to be found. */
function statusOf({ path, status }: PublishedRequest): number | null {
  return status ?? (/^\/gaps\/g-/.test(barePath(path)) ? 404 : null);
}

describe("1.1: the published examples, bare and below /api/v1, alone and together", () => {
  it("every service has examples", () => {
    expect(new Set(requests.map(({ service }) => service))).toEqual(
      new Set(["knowledge-base", "qa", "reply", "sentiment", "triage"]),
    );
  });

  it.each(requests.map((request, at) => [request.name, request.source, at] as const))("%s (%s)", (_, __, at) => {
    const [first, ...others] = Object.keys(arrangements).map((name) => given.get(name)![at]!);
    for (const other of others) expect(other).toEqual(first);
    expect(first!.type).toMatch(/^application\/json/);
    const wanted = statusOf(requests[at]!);
    if (wanted === null) expect([200, 201, 202], first!.text).toContain(first!.status);
    else expect(first!.status, first!.text).toBe(wanted);
  });
});
