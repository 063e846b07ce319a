import { parse, type SourceFile } from "./source-files.ts";

export interface ImportEdge {
  readonly path: string;
  /** Name of the importing package. */
  readonly from: string;
  readonly specifier: string;
  /** `type` is erased; `test` comes from a file that only tests run. */
  readonly kind: "value" | "type" | "test";
}

/** Everything that a file imports from outside its own package, re-exports and dynamic imports included. */
export function readImports(file: SourceFile): ImportEdge[] {
  const { module } = parse(file);
  const found: { specifier: string; typeOnly: boolean }[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const literal = /^["'`]([^"'`$]+)["'`]$/.exec(file.text.slice(moduleRequest.start, moduleRequest.end));
      return literal ? [{ specifier: literal[1]!, typeOnly: false }] : [];
    }),
    ...[...file.text.matchAll(/import\.meta\.resolve\("([^"]+)"\)/g)].map(([, specifier]) => ({
      specifier: specifier!,
      typeOnly: false,
    })),
  ];
  return found
    .filter(({ specifier }) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
    .map(({ specifier, typeOnly }) => ({
      path: file.path,
      from: file.owner.manifest.name,
      specifier,
      kind: file.kind === "test" ? "test" : typeOnly ? "type" : "value",
    }));
}

/** `@otai/core/ports/store` → `@otai/core`, `kysely/helpers` → `kysely`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
