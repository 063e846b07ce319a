import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface PluginPackage {
  readonly name: string;
  /** The whole `otai` part of package.json; absent: no plugin. */
  readonly otai?: unknown;
  readonly exports?: unknown;
  /** JavaScript of `plugin.mjs`. */
  readonly source?: string;
}

const zod = JSON.stringify(import.meta.resolve("zod"));

/** A ticket system whose calls do what `body` says, with parameters as a real one has them. */
export const samplePlugin = `
import { z } from ${zod};
const params = z.strictObject({
  domain: z.string().describe("The first part of the address."),
  api_key: z.string().min(1),
  timeout: z.number().positive().default(10),
  verify: z.union([z.boolean(), z.string()]).default(true),
});
const create = (params) => {
  if (params.verify === false) throw new Error("unsafe");
  return {
    quirks: { noteWithUpdate: false, optimisticLock: false, ownWritesFireRules: false },
    read: { identify: async () => ({ fingerprint: params.domain, label: params.domain, botUser: null }) },
    write: {},
    changes: {},
  };
};
export default { api: 1, ticketSystems: { SampleService: { title: "Sample", params, create } } };
`;

/** Installs a package into `<folder>/node_modules`, as npm would. @returns its folder */
export function installPackage(folder: string, { name, otai, exports, source }: PluginPackage): string {
  const place = join(folder, "node_modules", name);
  mkdirSync(place, { recursive: true });
  const json = { name, version: "1.2.3", type: "module", otai, exports: exports ?? "./plugin.mjs" };
  writeFileSync(join(place, "package.json"), JSON.stringify(json));
  writeFileSync(join(place, "plugin.mjs"), source ?? samplePlugin);
  return place;
}

/** The repository's root. */
export const repository = fileURLToPath(new URL("../../../..", import.meta.url));
