import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const sample = fileURLToPath(new URL("../../../../examples/plugin-sample", import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "otai-plugin-new-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const newPlugin = (...args: string[]) => runCli(["plugin", "new", ...args], { cwd: folder });

/** Path to contents, of everything below a folder that is not installed or built. */
function filesOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(node_modules|dist)\//.test(path));
  return Object.fromEntries(entries.map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]));
}

describe("otai plugin new", () => {
  test("writes the sample of the guide; only the sample itself is private", async () => {
    expect(await newPlugin("plain-desk")).toMatchObject({ code: 0, stderr: "" });
    const { "package.json": manifest, ".gitignore": ignored, ...files } = filesOf(join(folder, "otai-plain-desk"));
    const { "package.json": ofSample, ...wanted } = filesOf(sample);
    expect(files).toEqual(wanted);
    const { private: isPrivate, ...rest } = JSON.parse(ofSample!);
    expect(isPrivate).toBe(true);
    expect(JSON.parse(manifest!)).toEqual(rest);
    expect(ignored).toBe("node_modules/\ndist/\n");
  });

  test("gives everything the new name, in every form", async () => {
    const { code, stdout } = await newPlugin("otai-acme-it-2", "--dir", "plugins/acme");
    expect(code).toBe(0);
    expect(stdout).toContain("cd plugins/acme\n");
    const files = filesOf(join(folder, "plugins/acme"));
    expect(Object.entries(files).filter(([path, text]) => /plain[-_ ]?desk/i.test(path + text))).toEqual([]);
    expect(JSON.parse(files["package.json"]!)).toMatchObject({ name: "otai-acme-it-2", otai: { api: 1, plugin: "." } });
    expect(files["src/plugin.ts"]).toMatch(/AcmeIt2: defineTicketSystem\(\{\n\s+title: "Acme It 2",/);
    expect(files["README.md"]).toContain("use: otai_acme_it_2:AcmeIt2");
    expect(files["README.md"]).toContain("ACME_IT_2_TOKEN");
    expect(Object.keys(files)).toContain("dialect/acme-it-2-dialect.ts");
  });

  test("every file that a vendor decides says what to replace, and the command says how to find these places", async () => {
    const { stdout } = await newPlugin("acme");
    expect(stdout).toContain('grep -rn "Replace:" src dialect README.md');
    const files = filesOf(join(folder, "otai-acme"));
    const unmarked = Object.entries(files)
      .filter(([path, text]) => /^(src|dialect)\//.test(path) && !text.includes("Replace:"))
      .map(([path]) => path);
    expect(unmarked).toEqual(["src/conformance.test.ts"]);
  });

  test.each(["Acme", "acme_desk", "../acme", "acme--desk", "2acme", "otai-"])(
    "%j cannot name a plugin",
    async (name) => {
      const { code, stderr } = await newPlugin(name);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `"${name}" cannot name a plugin: give small letters, digits and single hyphens, as in acme-desk\n`,
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("never writes into a folder in which something lies", async () => {
    writeFileSync(join(folder, "mine.txt"), "mine");
    expect(await newPlugin("acme", "--dir", ".")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/ is not empty: give another folder with --dir\n$/),
    });
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });
});
