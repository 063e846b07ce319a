import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../house/source-files.ts";
import { anchorsOf, documents, prose } from "./markdown.ts";

/** Info strings in use. `text` is for what is shown but not run. */
const known = ["yaml", "console", "text", "json", "ts"];

describe.each(documents())("$path", ({ path, text, blocks }) => {
  test("links lead somewhere", () => {
    const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const broken = links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : posix.normalize(posix.join(dirname(path), file));
      if (!existsSync(join(repository, target))) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(join(repository, target), "utf8")).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("every code block says what it is", () => {
    const unknown = blocks.filter(({ language }) => !known.includes(language));
    expect(unknown.map(({ line, language }) => `line ${line}: ${language || "(nothing)"}`)).toEqual([]);
  });
});

test("docs/README.md leads to every document", () => {
  const index = documents().find(({ path }) => path === "docs/README.md")!;
  const linked = [...index.text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => posix.join("docs", target!));
  const lost = documents().filter(
    ({ path }) => path.startsWith("docs/") && path !== "docs/README.md" && !linked.includes(path),
  );
  expect(lost.map(({ path }) => path)).toEqual([]);
});
