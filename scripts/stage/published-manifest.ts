import type { Manifest } from "./publishable-packages.ts";

interface Target {
  readonly types: string;
  readonly default: string;
}

export interface PublishedManifest extends Omit<Manifest, "exports"> {
  readonly exports: Readonly<Record<string, string | Target>>;
}

/** The `package.json` that users get: `exports` lead to what was compiled, and what only development needs is gone. */
export function publishedManifest({ devDependencies, scripts, exports = {}, ...kept }: Manifest): PublishedManifest {
  const targets = Object.entries(exports).map(([subpath, target]) => [subpath, publishedTarget(target)]);
  return { ...kept, exports: Object.fromEntries(targets) };
}

/** `./src/plugin.ts` becomes `./dist/plugin.js` and its declarations; what is not source stays. */
function publishedTarget(target: string): string | Target {
  const [, path] = /^\.\/src\/(.+)\.ts$/.exec(target) ?? [];
  return path === undefined ? target : { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` };
}
