import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { compile } from "./compile.ts";
import { type Manifest, publishablePackages } from "./publishable-packages.ts";
import { publishedManifest } from "./published-manifest.ts";

export interface StagedPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute; as it is to be published. */
  readonly folder: string;
}

/** What lies beside `src` and is not for users. */
const notPublished = new Set(["src", "dist", "node_modules", "coverage", "package.json"]);

/** What other folders give to a package: `otai plugin new` starts from the sample of the guide. */
const guests: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  otai: { template: "examples/plugin-sample" },
};

/** Puts every published package below `target`, one folder each. @throws ExplainedError when they cannot be compiled. */
export function stagePackages(repository: string, target: string): StagedPackage[] {
  const compiled = join(target, ".compiled");
  compile(repository, compiled);
  const staged = publishablePackages(repository).map(({ folder, manifest }) => {
    const source = join(repository, folder);
    const stage = join(target, basename(folder));
    stageSources(join(source, "src"), join(compiled, folder, "src"), join(stage, "dist"));
    for (const name of readdirSync(source)) {
      if (!notPublished.has(name) && !name.startsWith(".")) copy(join(source, name), join(stage, name));
    }
    for (const [name, from] of Object.entries(guests[manifest.name] ?? {})) {
      copy(join(repository, from), join(stage, name));
    }
    leadToCompiled(join(stage, "bin"));
    stageTexts(repository, stage, manifest);
    return { name: manifest.name, version: manifest.version, folder: stage };
  });
  rmSync(compiled, { recursive: true });
  return staged;
}

/** What was compiled, and beside it what is read at run time: pages, style sheets, lists. */
function stageSources(source: string, compiled: string, dist: string): void {
  mkdirSync(dirname(dist), { recursive: true });
  cpSync(compiled, dist, { recursive: true });
  for (const entry of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    const isAsset = extname(entry) !== "" && extname(entry) !== ".ts" && !/(^|[/\\])testing[/\\]/.test(entry);
    if (isAsset) copy(join(source, entry), join(dist, entry));
  }
  leadToCompiled(dist);
}

function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !["node_modules", "dist"].includes(basename(path)) });
}

/**
 * The compiler rewrites imports only. Declarations, `import.meta.resolve("./worker.ts")`, `new URL("./worker.ts", …)` and the
 * plain JavaScript of `bin` name sources too.
 */
function leadToCompiled(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(js|mjs|d\.ts)$/.test(entry)) continue;
    const file = join(folder, entry);
    const text = readFileSync(file, "utf8");
    const rewritten = text.replaceAll(/"(\.\.?\/[^"\s]+)\.ts"/g, (whole, path: string) => {
      const compiled = `${path.replace(/^\.\.\/src\//, "../dist/")}.js`;
      return existsSync(join(dirname(file), compiled)) ? `"${compiled}"` : whole;
    });
    if (rewritten !== text) writeFileSync(file, rewritten);
  }
}

function stageTexts(repository: string, stage: string, manifest: Manifest): void {
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  cpSync(join(repository, "LICENSE"), join(stage, "LICENSE"));
  const readme = join(stage, "README.md");
  if (manifest.name === "otai") cpSync(join(repository, "README.md"), readme);
  else if (!existsSync(readme)) {
    const what = manifest.description ?? "A part of Open Ticket AI, self-hosted AI ticket automation.";
    writeFileSync(readme, `# ${manifest.name}\n\n${what}\n\nInstalled with \`npm install otai\`; start there.\n`);
  }
}
