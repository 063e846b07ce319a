import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveTicketSystem } from "@otai/host/plugins/resolve-plugin";
import { expect, test } from "vitest";
import { filesBelow, repository } from "../house/source-files.ts";
import { documents } from "./markdown.ts";
import "../../examples/plugin-sample/src/conformance.test.ts";

test("the sample of the guide is found as an installed plugin, by its name in the configuration", async () => {
  const folder = mkdtempSync(join(tmpdir(), "otai-sample-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    // As `npm install ../plugin-sample` does.
    symlinkSync(join(repository, "examples/plugin-sample"), join(folder, "node_modules/otai-plain-desk"));
    const found = await resolveTicketSystem("otai_plain_desk:PlainDesk", folder);
    expect(found).toMatchObject({ packageName: "otai-plain-desk", version: "0.1.0", name: "PlainDesk" });
    expect(found.definition.params.safeParse({ base_url: "http://127.0.0.1:9000", token: "sandbox" }).success).toBe(
      true,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the code that the guide shows stands in the sample", () => {
  const guide = documents().find(({ path }) => path === "docs/guides/write-a-ticket-system-plugin.md")!;
  const shown = guide.blocks.filter(({ language }) => language === "ts" || language === "json");
  const sample = filesBelow("examples/plugin-sample", ".ts", ".json").map((path) =>
    readFileSync(join(repository, path), "utf8"),
  );
  const elsewhere = shown.filter(({ text }) => !sample.some((file) => file.includes(text)));
  expect(shown.length).toBeGreaterThan(5);
  expect(elsewhere.map(({ line }) => `line ${line}`)).toEqual([]);
});
