import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiDocument, Operation } from "@otai/host/http/api-document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ServeProgram, startServe } from "../stage/otai-serve.ts";
import { barePath, publishedRequests } from "./published-requests.ts";

let folder: string;
let serving: ServeProgram;
let document: ApiDocument;
let operations: { readonly path: string; readonly method: string; readonly operation: Operation }[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "otai-openapi-"));
  serving = await startServe({ folder, args: ["--port", "0"] });
  const answer = await fetch(`${serving.urls.triage}/openapi.json`);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  document = (await answer.json()) as ApiDocument;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
});
afterAll(async () => {
  expect(await serving?.stop()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** Every object below, with the way to it. */
function* objectsOf(value: unknown, at = "#"): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objectsOf(inner, `${at}/${key}`);
}

/** With the components that it refers to, as JSON Schema of its own. */
function schemaOf(schema: unknown): z.ZodType {
  const $defs = document.components.schemas ?? {};
  const text = JSON.stringify({ ...(schema as object), $defs }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(text));
}

describe("/openapi.json is OpenAPI 3.1", () => {
  it("has what a document must have, and says where the key goes", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: expect.any(String), version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      security: [{ apiKey: [] }, { bearer: [] }],
      components: { securitySchemes: { apiKey: { type: "apiKey", in: "header", name: "X-API-Key" } } },
    });
    const roots = ["openapi", "info", "servers", "paths", "webhooks", "components", "security", "tags"];
    expect(roots).toEqual(expect.arrayContaining(Object.keys(document)));
  });

  it("every operation has a known method, a summary, answers with descriptions, and an error shape", () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const { path, method, operation } of operations) {
      expect(["get", "put", "post", "delete", "patch"]).toContain(method);
      expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\S/)]);
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^2\d\d$/), "422"]),
      );
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        expect(response.description).toMatch(/\S/);
      }
    }
  });

  it("every parameter in a path is declared, required, and once", () => {
    for (const { path, operation } of operations) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect([path, declared.map(({ name }) => name)]).toEqual([path, wanted]);
      for (const { required } of declared) expect(required).toBe(true);
      const all = (operation.parameters ?? []).map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it("every reference leads somewhere, and nothing is in the words of OpenAPI 3.0", () => {
    for (const [at, object] of objectsOf(document)) {
      if (at.includes("/example") || at.endsWith("/properties")) continue;
      if (typeof object.$ref === "string") {
        const target = object.$ref
          .slice(2)
          .split("/")
          .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], document);
        expect([at, object.$ref, target !== undefined]).toEqual([at, object.$ref, true]);
      }
      expect([at, object.nullable, typeof object.exclusiveMinimum === "boolean"]).toEqual([at, undefined, false]);
    }
  });

  it("every schema is a JSON Schema that a validator takes", () => {
    for (const { path, operation } of operations) {
      const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((one) =>
        Object.entries(one?.content ?? {}),
      );
      for (const [type, { schema }] of contents) {
        if (type === "application/json") expect(() => schemaOf(schema), path).not.toThrow();
      }
    }
  });
});

describe("1.1: both spellings", () => {
  it("every path of a service is described as /x and as /api/v1/x, alike", () => {
    const bare = Object.keys(document.paths).filter((path) => barePath(path) === path);
    expect(Object.keys(document.paths)).toHaveLength(2 * bare.length);
    for (const path of bare) expect(document.paths[`/api/v1${path}`]).toEqual(document.paths[path]);
  });
});

describe("the examples of the reference", () => {
  it("stand at the published endpoints and fit the schemas that validate", () => {
    const examples = operations.flatMap(({ path, operation }) => {
      const { schema, example } = operation.requestBody?.content?.["application/json"] ?? {};
      return example === undefined ? [] : [{ path, schema, example }];
    });
    expect(new Set(examples.map(({ path }) => barePath(path)))).toEqual(
      new Set(["/classify", "/route", "/draft", "/feedback", "/evaluate", "/analyze", "/articles", "/search"]),
    );
    for (const { path, schema, example } of examples)
      expect(schemaOf(schema).safeParse(example).error, path).toBeUndefined();
  });

  it("are those of the fixtures, word for word", () => {
    const published = publishedRequests();
    for (const { path, operation } of operations) {
      const { example } = operation.requestBody?.content?.["application/json"] ?? {};
      if (example === undefined) continue;
      const known = published.filter((one) => barePath(one.path) === barePath(path)).map(({ request }) => request);
      expect(known, path).toContainEqual(example);
    }
  });
});

describe("for people", () => {
  it.each(["/docs", "/redoc"])(
    "%s is a page with every path, without scripts and without anything from elsewhere",
    async (path) => {
      const answer = await fetch(`${serving.urls.triage}${path}`);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=UTF-8");
      const page = await answer.text();
      for (const described of Object.keys(document.paths)) expect(page).toContain(`<code>${described}</code>`);
      expect(page).not.toMatch(/<script|https?:\/\//);
      const style = /href="(\/[^"]+\.css)"/.exec(page)?.[1];
      expect((await fetch(`${serving.urls.triage}${style}`)).headers.get("content-type")).toContain("text/css");
    },
  );
});
