import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidConfigError } from "../config/config-issue.ts";
import { loadConfig } from "../config/load-config.ts";
import { installPackage } from "./plugin-package.ts";

type Environment = Readonly<Record<string, string>>;

/** A folder of its own with the plugin `otai-sample` in it, to write `config.yml` into and load it from. */
export class ConfigFolder {
  readonly path = mkdtempSync(join(tmpdir(), "otai-config-"));

  constructor() {
    installPackage(this.path, { name: "otai-sample", otai: { api: 1, plugin: "." } });
  }

  write(name: string, content: string | Uint8Array): string {
    const file = join(this.path, name);
    writeFileSync(file, content);
    return file;
  }

  load(text: string | Uint8Array, env: Environment = {}) {
    return loadConfig(this.write("config.yml", text), env);
  }

  /** The messages, with the folder taken away: `config.yml:4 ticket_systems.desk…` */
  async faults(text: string | Uint8Array, env: Environment = {}): Promise<string[]> {
    const error = await this.load(text, env).catch((thrown: unknown) => thrown);
    if (!(error instanceof InvalidConfigError)) throw error instanceof Error ? error : new Error("it was accepted");
    return error.message.split("\n").map((line) => line.replace(`${this.path}/`, ""));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** Four lines: a ticket system of the sample plugin with these parameters. */
export function sampleSystem(params = "{ domain: acme, api_key: k }"): string {
  return `ticket_systems:\n  desk:\n    use: otai_sample:SampleService\n    params: ${params}\n`;
}
