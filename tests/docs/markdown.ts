import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, repository } from "../house/source-files.ts";

export interface CodeBlock {
  /** What stands behind the opening fence: `yaml`, `console`, `text`, … */
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
}

export interface Document {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
}

/** What people read: the README files, CONTRIBUTING and everything under docs/. */
export function documents(): Document[] {
  const paths = ["README.md", "CONTRIBUTING.md", ...filesBelow("docs", ".md"), ...filesBelow("plugins", "README.md")];
  return paths.map((path) => {
    const text = readFileSync(join(repository, path), "utf8");
    return { path, text, blocks: blocksOf(text) };
  });
}

function blocksOf(text: string): CodeBlock[] {
  return [...text.matchAll(/^( *)```([^\n`]*)\n(.*?)^\1```/gms)].map((match) => ({
    language: match[2]!.trim(),
    text: match[3]!.replaceAll(new RegExp(`^${match[1]}`, "gm"), ""),
    line: text.slice(0, match.index).split("\n").length,
  }));
}

/** Without code blocks and inline code, where brackets are not links. */
export function prose(text: string): string {
  return text.replaceAll(/^( *)```.*?^\1```/gms, "").replaceAll(/`[^`\n]*`/g, "");
}

/** `## Two commands` → `two-commands`, as the common renderers make anchors. */
export function anchorsOf(text: string): string[] {
  return [...text.replaceAll(/^( *)```.*?^\1```/gms, "").matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-"),
  );
}
