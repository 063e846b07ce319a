import { ConfigError } from "@otai/plugin-api/errors";

export type ConfigPath = readonly (string | number)[];

/** One thing that is wrong in the configuration. Line and column count from 1; 0 is the file as a whole. */
export interface ConfigIssue {
  readonly line: number;
  /** Only where the place within the line matters. */
  readonly column?: number;
  readonly path: ConfigPath;
  /** What is wrong and how to give it, without place and path. */
  readonly message: string;
}

/** Everything that is wrong at once, one line each. */
export class InvalidConfigError extends ConfigError {
  readonly file: string;
  readonly issues: readonly ConfigIssue[];

  constructor(file: string, issues: readonly ConfigIssue[]) {
    const ordered = [...issues].sort((a, b) => a.line - b.line);
    super(ordered.map((issue) => formatIssue(file, issue)).join("\n"));
    this.file = file;
    this.issues = ordered;
  }
}

/** `config.yml:12 ticket_systems.zendesk.params.api_token: environment variable ZENDESK_API_TOKEN is not set` */
function formatIssue(file: string, issue: ConfigIssue): string {
  const place = [file, ...(issue.line > 0 ? [issue.line] : []), ...(issue.column === undefined ? [] : [issue.column])];
  const path = formatPath(issue.path);
  return `${place.join(":")}${path === "" ? ":" : ` ${path}:`} ${issue.message}`;
}

/** `routing[0].when.category` */
function formatPath(path: ConfigPath): string {
  return path.map((part, at) => (typeof part === "number" ? `[${part}]` : at === 0 ? part : `.${part}`)).join("");
}

export function isPrefix(prefix: ConfigPath, path: ConfigPath): boolean {
  return prefix.length <= path.length && prefix.every((part, at) => part === path[at]);
}
