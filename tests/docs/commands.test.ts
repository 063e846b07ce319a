import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { createProgram } from "otai/program";
import { runCli } from "otai/testing/run-cli";
import { describe, expect, test } from "vitest";
import { repository } from "../house/source-files.ts";
import { type CodeBlock, type Document, documents } from "./markdown.ts";
import { dummyEnvironment, sampleTickets, wholeConfiguration } from "./sample-installation.ts";

/** Quick, without a network and without an end of their own to wait for. The others are only checked against the program. */
const runnable = new Set([
  ...["validate", "plugins", "fields", "models", "jobs", "connections", "pause", "resume"],
  ...["train", "classify", "evaluate", "backtest"],
]);
/** Of the runnable ones those that want an account or a model that a fresh folder has not. */
const wanting = ["connections adopt", "models promote", "models rollback", "fields lift", "backtest --ticket-system"];

interface Line {
  readonly at: string;
  readonly shown: string;
  /** Behind `otai`; `null` for other programs. */
  readonly otai: readonly string[] | null;
}

/** The lines of a console block that are typed, in order. */
function linesOf(path: string, { text, line }: CodeBlock): Line[] {
  return text.split("\n").flatMap((shown, index) => {
    const typed = /^\$ (.+?)\s*(#.*)?$/.exec(shown)?.[1];
    if (typed === undefined) return [];
    const behind = /^(?:[A-Z_]+=\S+ )*(?:npx )?otai( .*)?$|^npm run otai --( .*)?$/.exec(typed);
    const words = behind === null ? null : (behind[1] ?? behind[2] ?? "").trim().split(/\s+/).filter(Boolean);
    return [{ at: `${path}:${line + index + 1}`, shown: typed, otai: words }];
  });
}

const consoles = documents().flatMap((document) =>
  document.blocks.filter(({ language }) => language === "console").flatMap((block) => linesOf(document.path, block)),
);

/** What is wrong with a documented command line by the program's own definition; empty when nothing is. */
function faultsOf(words: readonly string[]): string[] {
  let command: Command = createProgram();
  const known = new Set(["--help", "--version", "-V", "-h", "--log-level"]);
  const rest = [...words];
  for (;;) {
    const next = command.commands.find((sub) => sub.name() === rest[0]);
    if (next === undefined) break;
    command = next;
    rest.shift();
  }
  for (const option of command.options) for (const flag of [option.long, option.short]) if (flag) known.add(flag);
  const given = rest.filter((word) => word.startsWith("-")).map((word) => word.split("=")[0]!);
  const faults = given.filter((flag) => !known.has(flag)).map((flag) => `unknown option ${flag}`);
  if (command.commands.length > 0 && rest[0] !== undefined && !rest[0].startsWith("-"))
    faults.push(`unknown command ${rest[0]}`);
  const required = command.registeredArguments.filter((argument) => argument.required).length;
  const helped = given.includes("--help");
  if (!helped && rest.filter((word) => !word.startsWith("-")).length < required) faults.push("an argument is missing");
  return faults;
}

describe("documented commands", () => {
  test("exist as they are written, with their options", () => {
    const wrong = consoles.flatMap(({ at, otai }) =>
      otai === null ? [] : faultsOf(otai).map((fault) => `${at}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  test("npm scripts exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = consoles.flatMap(({ at, shown }) => {
      const script = /^npm (?:run ([\w:-]+)|(start|test))/.exec(shown);
      return script === null ? [] : [{ at, name: script[1] ?? script[2]! }];
    });
    expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  });
});

test("README: in the file that otai init writes, otai fields set can leave shadow mode", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "otai-init-"));
  try {
    const env = { FRESHDESK_API_KEY: "not-a-key" };
    // Nobody listens there: the file is written all the same, only the look at the account fails.
    const address = ["--base-url", "http://127.0.0.1:1/freshdesk", "--api-key-env", "FRESHDESK_API_KEY"];
    await runCli(["init", "--yes", "--ticket-system", "freshdesk", ...address], { cwd, env });
    const run = await runCli(["fields", "set", "freshdesk", "queue", "--mode", "suggest", "--yes"], { cwd, env });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  } finally {
    rmSync(cwd, { recursive: true });
  }
});

describe.each(documents().filter(isWalkable))("$path can be followed", (document) => {
  // One folder for the whole document: a whole configuration stays until the next one is shown.
  test("its commands do what it says, in order", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "otai-walk-"));
    try {
      let env: Record<string, string> = {};
      writeFileSync(join(cwd, "config.yml"), wholeConfiguration(""));
      for (const name of ["history.jsonl", "test.jsonl"]) writeFileSync(join(cwd, name), sampleTickets(240));
      for (const block of document.blocks) {
        if (block.language === "yaml" && block.text.startsWith("ticket_systems:")) {
          writeFileSync(join(cwd, "config.yml"), wholeConfiguration(block.text));
          env = dummyEnvironment(block.text);
        }
        if (block.language !== "console") continue;
        for (const { at, otai } of linesOf(document.path, block)) {
          if (otai === null || !isRunnable(otai)) continue;
          const run = await runCli(unattended(otai), { cwd, env });
          expect({ at, code: run.code, stderr: run.stderr }).toEqual({ at, code: 0, stderr: expect.any(String) });
        }
      }
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});

function isWalkable({ path, blocks }: Document): boolean {
  return blocks.some(
    (block) =>
      block.language === "console" && linesOf(path, block).some(({ otai }) => otai !== null && isRunnable(otai)),
  );
}

function isRunnable(words: readonly string[]): boolean {
  if (words.includes("--help") || words.includes("--version")) return true;
  return runnable.has(words[0] ?? "") && !wanting.some((start) => words.join(" ").startsWith(start));
}

/** Nobody is there to answer questions. */
function unattended(words: readonly string[]): string[] {
  return words[0] === "fields" && words[1] === "set" && !words.includes("--yes") ? [...words, "--yes"] : [...words];
}
