import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { filesBelow, repository } from "./source-files.ts";

const headers = z.record(z.string().regex(/^[a-z0-9-]+$/, "header names are lower-case"), z.string().nullable());
const body = { body: z.unknown().optional(), bodyText: z.string().optional() };
const hasOneBody = (part: { body?: unknown; bodyText?: unknown }) =>
  !(part.body != null && part.bodyText !== undefined);

/** See fixtures/wire/README.md. */
const fixture = z
  .strictObject({
    name: z.string(),
    source: z.string().regex(/^(ticket-systems|ai-services)\.md, \d/, "cites document and section of the reference"),
    certainty: z.enum(["vendor", "measured", "third party", "unconfirmed"]),
    traps: z.array(z.string().regex(/^[A-Z]{2}-S?\d+$/)).optional(),
    note: z.string().min(1).optional(),
    direction: z.literal("webhook").optional(),
    webhook: z.record(z.string(), z.unknown()).optional(),
    request: z
      .strictObject({
        method: z.enum(["GET", "POST", "PUT", "DELETE", "PATCH"]),
        host: z.string().optional(),
        path: z.string().startsWith("/"),
        query: z.record(z.string(), z.string()).optional(),
        headers: headers.optional(),
        ...body,
      })
      .refine(hasOneBody, "body and bodyText exclude each other"),
    response: z
      .strictObject({ status: z.number().int().min(200).max(599), headers: headers.optional(), ...body })
      .refine(hasOneBody, "body and bodyText exclude each other")
      .optional(),
  })
  .refine(
    ({ direction, response }) => (direction === "webhook") === (response === undefined),
    "an exchange has a response, a webhook call has none",
  );

describe("wire fixtures", () => {
  const files = filesBelow("fixtures/wire", ".json");

  test.each(files)("%s is valid, named after its file and cites a source", (path) => {
    const content = JSON.parse(readFileSync(join(repository, path), "utf8")) as unknown;
    const parsed = fixture.safeParse(content);
    expect(
      parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ).toEqual([]);
    expect(parsed.data?.name).toBe(basename(path, ".json"));
  });
});
