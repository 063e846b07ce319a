import { afterEach, beforeEach, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Record<string, unknown> }>>>>;
}

let bench: HttpBench;
beforeEach(async () => {
  bench = await openHttpBench();
});
afterEach(() => bench.store.close());

const document = async () => (await (await bench.ask("/openapi.json")).json()) as Document;

test("/openapi.json describes every path of the API with the version of the program", async () => {
  const { openapi, info, paths } = await document();
  expect([openapi, info.version]).toEqual(["3.1.0", "1.2.3"]);
  const described = Object.entries(paths).flatMap(([path, item]) => Object.keys(item).map((verb) => `${verb} ${path}`));
  expect(described.sort()).toEqual([
    "delete /api/v1/persons/{id}",
    "get /api/v1/audit-log",
    "get /api/v1/backtests",
    "get /api/v1/corrections",
    "get /api/v1/dead-letters",
    "get /api/v1/decisions",
    "get /api/v1/events/{id}",
    "get /api/v1/models",
    "get /api/v1/runs",
    "get /api/v1/runs/{id}",
    "get /api/v1/stats",
    "get /api/v1/thresholds",
    "get /api/v1/tickets",
    "post /api/v1/dead-letters/{id}/retry",
    "post /api/v1/pause",
    "post /api/v1/resume",
  ]);
});

test("everything that is described as reading answers", async () => {
  for (const [path, item] of Object.entries((await document()).paths)) {
    if (item.get === undefined) continue;
    const { status } = await bench.ask(path.replace("{id}", "nobody"));
    expect([path, Object.keys(item.get.responses)]).toEqual([path, expect.arrayContaining([String(status)])]);
  }
});

test("/docs lists the same paths for people, with their parameters", async () => {
  const page = await (await bench.ask("/docs")).text();
  for (const path of Object.keys((await document()).paths)) expect(page).toContain(`<code>${path}</code>`);
  expect(page).toContain("limit?, cursor?, ticket_system?, ticket_id?, run_id?, field?");
  expect(page).toContain("API 1.2.3");
});
