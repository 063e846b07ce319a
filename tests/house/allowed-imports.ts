/** Who may import what of ours, by import path. An entry stands for itself and everything below it. */
export interface AllowedImports {
  readonly value: readonly string[];
  /** May be imported as types besides. */
  readonly type?: readonly string[];
  /** May be imported by its tests besides. */
  readonly test?: readonly string[];
}

const plugin: AllowedImports = {
  value: ["@otai/plugin-api", "@otai/service-api", "@otai/plugin-kit", "@otai/text"],
};

/** The table of docs/architecture.md. */
const table: Readonly<Record<string, AllowedImports>> = {
  "@otai/plugin-api": { value: [] },
  "@otai/service-api": { value: [] },
  "@otai/text": { value: [] },
  "@otai/sandbox": { value: [] },
  "@otai/plugin-kit": { value: ["@otai/plugin-api", "@otai/text"] },
  "@otai/intelligence": { value: ["@otai/text"] },
  "@otai/services": { value: ["@otai/service-api", "@otai/text", "@otai/intelligence"], test: ["@otai/store"] },
  "@otai/core": { value: ["@otai/plugin-api", "@otai/service-api", "@otai/text"] },
  "@otai/store": {
    value: ["@otai/core/ports", "@otai/services/ports", "@otai/plugin-api"],
    type: ["@otai/core/policy"],
  },
  "@otai/host": {
    value: [
      "@otai/plugin-api",
      "@otai/service-api",
      "@otai/text",
      "@otai/plugin-kit",
      "@otai/intelligence",
      "@otai/services",
      "@otai/core",
      "@otai/store",
    ],
  },
  "@otai/conformance": { value: ["@otai/plugin-api", "@otai/sandbox", "@otai/core/ports"] },
  otai: {
    value: ["@otai/host", "@otai/intelligence", "@otai/sandbox", "@otai/plugin-api/errors"],
    type: ["@otai/plugin-api"],
  },
};

/** Tests may use these besides. */
export const forTests = ["@otai/conformance", "@otai/sandbox"] as const;

/** @returns `undefined` for a package that has no row: a new one must be added to the table first. */
export function allowedImports(packageName: string, folder: string): AllowedImports | undefined {
  return folder.startsWith("plugins/") ? plugin : table[packageName];
}
