import { relative, resolve } from "node:path";
import type { Command } from "commander";
import { example } from "../example.ts";
import { pluginNames } from "../scaffold/plugin-names.ts";
import { writePlugin } from "../scaffold/write-plugin.ts";

export function registerPlugin(program: Command): void {
  const plugin = program.command("plugin").description("write a plugin for another ticket system");
  example(plugin, "otai plugin new acme-desk");
  const create = plugin
    .command("new <name>")
    .description("write a working plugin to start from, with its tests and a simulated helpdesk to run them against")
    .option("--dir <folder>", "where to (default: ./otai-<name>)")
    .action((name: string, { dir }: { dir?: string }) => {
      const names = pluginNames(name);
      const folder = resolve(dir ?? `otai-${names.kebab}`);
      const files = writePlugin(names, folder);
      process.stdout.write(nextSteps(names.title, relative(process.cwd(), folder) || ".", files.length));
    });
  example(
    create,
    "otai plugin new acme-desk",
    "otai plugin new acme-desk --dir plugins/acme && cd plugins/acme && npm install",
  );
}

function nextSteps(title: string, folder: string, files: number): string {
  return `${folder}: ${files} files, an adapter that passes the suite against a simulated ${title}.

Next:
  cd ${folder}
  npm install
  npm test           the suite that OTAI's own adapters pass
  npm pack           builds it and makes a package that npm can install

Then make it yours: what only your helpdesk's documentation can tell is marked "Replace:".
  grep -rn "Replace:" src dialect README.md
`;
}
