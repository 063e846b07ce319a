import { readdirSync, readFileSync } from "node:fs";

/** One request and its answer, or one webhook call, as the reference has it (`fixtures/wire/<vendor>/<name>.json`). */
export interface WireFixture {
  readonly name: string;
  readonly source?: string;
  readonly certainty?: string;
  readonly traps?: readonly string[];
  readonly direction?: "webhook";
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query?: Readonly<Record<string, string | number>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bodyText?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly bodyText?: string;
  };
}

/** All fixtures of a folder by name. @param folder e.g. `new URL("../../../fixtures/wire/freshdesk/", import.meta.url)` */
export function readWireFixtures(folder: URL): ReadonlyMap<string, WireFixture> {
  const fixtures = new Map<string, WireFixture>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const fixture = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as WireFixture;
    fixtures.set(fixture.name, fixture);
  }
  return fixtures;
}

/** The fixtures of a folder, each by its name. The answer throws for a name that is not there. */
export function openWireFixtures(folder: URL): (name: string) => WireFixture {
  const fixtures = readWireFixtures(folder);
  return (name) => {
    const found = fixtures.get(name);
    if (found === undefined) throw new Error(`there is no fixture ${folder.pathname}${name}.json`);
    return found;
  };
}
