import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseResult, parseSync } from "oxc-parser";

export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly type?: string;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly otai?: { readonly api: number; readonly plugin: string };
}

export interface WorkspacePackage {
  /** Relative to the repository, e.g. `packages/core`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** `test` is what only tests run: test files, `testing/` folders and fixtures. */
export interface SourceFile {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly owner: WorkspacePackage;
  readonly kind: "source" | "test";
  readonly text: string;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")) as Manifest;
}

export function workspacePackages(): WorkspacePackage[] {
  return ["packages", "plugins", "apps"].flatMap((parent) =>
    readdirSync(join(repository, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ folder: `${parent}/${name}`, manifest: readManifest(`${parent}/${name}`) })),
  );
}

/** All files below a folder that end in one of the extensions, without what is installed or built. */
export function filesBelow(folder: string, ...extensions: readonly string[]): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !/(^|\/)(node_modules|dist|coverage|\.otai)\//.test(path))
    .sort();
}

export function sourceFiles(): SourceFile[] {
  return workspacePackages().flatMap((owner) =>
    filesBelow(owner.folder, ".ts", ".mjs", ".js").map((path) => ({
      path,
      owner,
      kind: isTest(path) ? ("test" as const) : ("source" as const),
      text: readFileSync(join(repository, path), "utf8"),
    })),
  );
}

function isTest(path: string): boolean {
  return /\.(test|fixture)\.ts$/.test(path) || dirname(path).split("/").includes("testing");
}

/** @throws Error with the file's name when it cannot be parsed. */
export function parse(file: { readonly path: string; readonly text: string }): ParseResult {
  const result = parseSync(file.path, file.text);
  if (result.errors.length > 0) throw new Error(`${file.path}: ${result.errors[0]!.message}`);
  return result;
}
