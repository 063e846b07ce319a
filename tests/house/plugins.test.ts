import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, repository, workspacePackages } from "./source-files.ts";

const plugins = workspacePackages().filter(({ folder }) => folder.startsWith("plugins/"));
const textOf = (path: string) => readFileSync(join(repository, path), "utf8");
/** A plugin is what it brings: a ticket system, or an engine (a language model, an embedder). */
const brings = (part: RegExp) => plugins.filter(({ folder }) => part.test(textOf(`${folder}/src/plugin.ts`)));
const ticketSystems = brings(/\bticketSystems:/);
const engines = brings(/\b(languageModels|embedders):/);

const always = ["plugin.ts", "params.ts", "client.ts", "schema.ts"];
/** Verbs that every ticket system has. */
const verbs = ["find-tickets", "get-ticket", "list-changes", "update-ticket", "identify"];
/** Verbs by presence: the plugin offers it exactly when the file is there. */
const optional: Readonly<Record<string, string>> = {
  "add-note.ts": "addNote",
  "get-conversation.ts": "getConversation",
  "update-requester.ts": "updateRequester",
  "list-articles.ts": "listArticles",
  "list-queues.ts": "listQueues",
  "list-agents.ts": "listAgents",
  "list-priorities.ts": "listPriorities",
  "list-fields.ts": "listFields",
  "parse-webhook.ts": "webhooks",
  "setup.ts": "setup",
};
/** What the README of a ticket system answers, in the words of its headings or of its tables. */
const ticketSystemSections = [
  /^## Versions/m,
  /^## Authentication and least rights/m,
  /^## .*webhook/im,
  /capabilit/i,
  /^## Not supported/m,
];
/** And that of an engine. */
const engineSections = [
  /^## Installation/m,
  /^## Versions/m,
  /^## Configuration/m,
  /^## What leaves this machine/m,
  /^## When it fails/m,
  /^## Not supported/m,
];
const missing = (readme: string, sections: readonly RegExp[]) =>
  sections.filter((section) => !section.test(readme)).map(String);

test("every plugin brings something", () => {
  const known = new Set([...ticketSystems, ...engines]);
  expect(plugins.filter((plugin) => !known.has(plugin)).map(({ folder }) => folder)).toEqual([]);
});

describe.each(plugins)("$folder has the skeleton of a plugin", ({ folder, manifest }) => {
  test("its package.json says that it is one", () => {
    expect(manifest.otai).toEqual({ api: 1, plugin: "." });
    expect(manifest.exports?.["."]).toBe("./src/plugin.ts");
  });

  test("the default export is the plugin, and nothing else in the package has one", () => {
    const withDefault = filesBelow(`${folder}/src`, ".ts").filter((path) => /^export default /m.test(textOf(path)));
    expect(withDefault).toEqual([`${folder}/src/plugin.ts`]);
  });
});

describe.each(engines)("$folder has the skeleton of an engine", ({ folder }) => {
  test("params.ts holds its parameters, and a file named after what it creates", () => {
    const files = filesBelow(`${folder}/src`, ".ts").map((path) => path.slice(`${folder}/src/`.length));
    expect(files).toContain("params.ts");
    expect(files.filter((file) => /^create-(language-model|embedder)\.ts$/.test(file))).toHaveLength(1);
  });

  test("README.md answers installation, configuration, what leaves the machine, failures and what is not supported", () => {
    expect(missing(textOf(`${folder}/README.md`), engineSections)).toEqual([]);
  });
});

describe.each(ticketSystems)("$folder has the skeleton of a ticket system", ({ folder }) => {
  test("plugin.ts, params.ts, client.ts, schema.ts and a file for each verb are there", () => {
    const wanted = [...always, ...verbs.map((verb) => `${verb}.ts`)];
    expect(wanted.filter((file) => !existsSync(join(repository, folder, "src", file)))).toEqual([]);
  });

  test("a capability has a file of its name and a file of that name is a capability", () => {
    const plugin = textOf(`${folder}/src/plugin.ts`);
    const uneven = Object.entries(optional).filter(
      ([file, capability]) =>
        existsSync(join(repository, folder, "src", file)) !== new RegExp(`\\b${capability}\\b`).test(plugin),
    );
    expect(uneven.map(([file, capability]) => `${file} / ${capability}`)).toEqual([]);
  });

  test("README.md answers versions, rights, webhooks, capabilities and what is not supported", () => {
    expect(missing(textOf(`${folder}/README.md`), ticketSystemSections)).toEqual([]);
  });
});
