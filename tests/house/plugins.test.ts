import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, repository, workspacePackages } from "./source-files.ts";

const plugins = workspacePackages().filter(({ folder }) => folder.startsWith("plugins/"));

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
  "list-priorities.ts": "listPriorities",
  "list-fields.ts": "listFields",
  "parse-webhook.ts": "webhooks",
  "setup.ts": "setup",
};
/** What the README of a plugin answers, in the words of its headings or of its tables. */
const sections = [
  /^## Versions/m,
  /^## Authentication and least rights/m,
  /^## .*webhook/im,
  /capabilit/i,
  /^## Not supported/m,
];

describe.each(plugins)("$folder has the skeleton of a plugin", ({ folder, manifest }) => {
  const read = (path: string) => readFileSync(join(repository, folder, path), "utf8");

  test("its package.json says that it is one", () => {
    expect(manifest.otai).toEqual({ api: 1, plugin: "." });
    expect(manifest.exports?.["."]).toBe("./src/plugin.ts");
  });

  test("plugin.ts, params.ts, client.ts, schema.ts and a file for each verb are there", () => {
    const wanted = [...always, ...verbs.map((verb) => `${verb}.ts`)];
    expect(wanted.filter((file) => !existsSync(join(repository, folder, "src", file)))).toEqual([]);
  });

  test("a capability has a file of its name and a file of that name is a capability", () => {
    const plugin = read("src/plugin.ts");
    const uneven = Object.entries(optional).filter(
      ([file, capability]) =>
        existsSync(join(repository, folder, "src", file)) !== new RegExp(`\\b${capability}\\b`).test(plugin),
    );
    expect(uneven.map(([file, capability]) => `${file} / ${capability}`)).toEqual([]);
  });

  test("README.md answers versions, rights, webhooks, capabilities and what is not supported", () => {
    const readme = read("README.md");
    expect(sections.filter((section) => !section.test(readme)).map(String)).toEqual([]);
  });

  test("the default export is the plugin, and nothing else in the package has one", () => {
    const withDefault = filesBelow(`${folder}/src`, ".ts").filter((path) =>
      /^export default /m.test(readFileSync(join(repository, path), "utf8")),
    );
    expect(withDefault).toEqual([`${folder}/src/plugin.ts`]);
  });
});
