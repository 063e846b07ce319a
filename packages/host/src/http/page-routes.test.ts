import { afterEach, expect, test } from "vitest";
import { type HttpBench, openHttpBench } from "../testing/http-bench.ts";

let bench: HttpBench;
afterEach(() => bench.store.close());

const keys = [{ name: "k", key: "secret-key", scopes: ["admin"] }];

test.each([
  ["/", "text/html; charset=utf-8"],
  ["/page.css", "text/css; charset=utf-8"],
  ["/page.js", "text/javascript; charset=utf-8"],
  ["/docs", "text/html; charset=UTF-8"],
])("%s needs no key, holds nothing from elsewhere and may not be framed", async (path, type) => {
  bench = await openHttpBench({ keys });
  const answer = await bench.ask(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("content-security-policy")).toBe(
    "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|\sstyle="|<script>|\son\w+="/);
});

test("the first page names files that are there", async () => {
  bench = await openHttpBench();
  const page = await (await bench.ask("/")).text();
  const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  expect(named).toEqual(expect.arrayContaining(["/page.css", "/page.js", "/docs"]));
  for (const path of named) expect([path, (await bench.ask(path)).status]).toEqual([path, 200]);
});
