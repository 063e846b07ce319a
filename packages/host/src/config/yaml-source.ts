import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
} from "yaml";
import type { ConfigIssue, ConfigPath } from "./config-issue.ts";
import { type Environ, expandTemplate } from "./expand-template.ts";

/** Aliases may repeat parts, but not blow a small file up. */
const maxNodes = 20_000;

/** A string that held a template, after its replacement. */
export interface ExpandedString {
  readonly path: ConfigPath;
  readonly text: string;
  /** Parts that came from the environment. */
  readonly secrets: readonly string[];
}

/** The YAML as plain values with everything that was found on the way. Keys without a value are left out. */
export interface YamlSource {
  readonly value: unknown;
  readonly expanded: readonly ExpandedString[];
  /** Places whose variable is not set or whose template is malformed: nothing more is to be said about them. */
  readonly broken: readonly ConfigPath[];
  readonly issues: readonly ConfigIssue[];
  /** False after a fault of the syntax: then `issues` holds that one, and `value` means nothing. */
  readonly readable: boolean;
  /** The line of the deepest part of the path that stands in the file. */
  lineOf(path: ConfigPath): number;
}

/** Parses YAML 1.2, replaces templates in strings once, and remembers where everything stands. */
export function readYaml(text: string, env: Environ): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const walk = new Walk(document, text, env, (offset) => lines.linePos(offset));
  const value = walk.plain(document.contents, []);
  const [fault] = document.errors;
  return {
    value,
    readable: fault === undefined,
    expanded: walk.expanded,
    broken: walk.broken,
    // What follows a fault of the syntax is mostly its echo.
    issues: fault === undefined ? walk.issues : [explainSyntax(fault, text, lineAt(fault.pos[0]))],
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

class Walk {
  readonly expanded: ExpandedString[] = [];
  readonly broken: ConfigPath[] = [];
  readonly issues: ConfigIssue[] = [];
  readonly #document: Document;
  readonly #text: string;
  readonly #env: Environ;
  readonly #position: (offset: number) => { line: number; col: number };
  readonly #open = new Set<Node>();
  #nodes = 0;

  constructor(
    document: Document,
    text: string,
    env: Environ,
    position: (offset: number) => { line: number; col: number },
  ) {
    this.#document = document;
    this.#text = text;
    this.#env = env;
    this.#position = position;
  }

  plain(node: unknown, path: ConfigPath): unknown {
    if (isAlias(node)) return this.#once(node, path, () => this.plain(node.resolve(this.#document), path));
    if (isMap(node)) return this.#once(node, path, () => this.#map(node, path));
    if (isSeq(node)) {
      return this.#once(node, path, () => node.items.map((item, index) => this.plain(item, [...path, index])));
    }
    if (!isScalar(node)) return undefined;
    if (typeof node.value === "string" && node.value.includes("{{")) return this.#template(node, node.value, path);
    return node.value ?? undefined;
  }

  #once(node: Node, path: ConfigPath, read: () => unknown): unknown {
    this.#nodes += 1;
    if (this.#open.has(node) || this.#nodes > maxNodes) {
      this.#add(node, path, "the aliases (*name) repeat without end; write the parts out");
      return undefined;
    }
    this.#open.add(node);
    const value = read();
    this.#open.delete(node);
    return value;
  }

  #map(node: YAMLMap, path: ConfigPath): unknown {
    if (this.#isUnquotedTemplate(node)) {
      const end = this.#text.indexOf("}}", node.range![0]);
      const source = this.#text.slice(node.range![0], end < 0 ? node.range![1] : end + 2).replace(/\s+/g, " ");
      this.#add(node, path, `quote the template: "${source}"`);
      this.broken.push(path);
      return undefined;
    }
    const entries = new Map<string, unknown>();
    const firstLines = new Map<string, number>();
    for (const pair of node.items) {
      if (!isScalar(pair.key)) {
        this.#add(pair.key as Node, path, "a key must be a simple word");
        continue;
      }
      const key = String(pair.key.value);
      const first = firstLines.get(key);
      if (first !== undefined) {
        this.#add(pair.key, [...path, key], `stands twice here, first in line ${first}; keep one of them`);
        continue;
      }
      firstLines.set(key, this.#position(pair.key.range![0]).line);
      const value = this.plain(pair.value, [...path, key]);
      if (value !== undefined) entries.set(key, value);
    }
    return Object.fromEntries(entries);
  }

  /** YAML reads an unquoted `{{ get_env('X') }}` as a map whose key is a map. */
  #isUnquotedTemplate(node: YAMLMap): boolean {
    return node.flow === true && node.items.some((pair) => isMap(pair.key) && pair.key.flow === true);
  }

  #template(node: Node, source: string, path: ConfigPath): string | undefined {
    const { text, secrets, faults } = expandTemplate(source, this.#env);
    for (const { occurrence, kind, message } of faults) {
      const { line, col } = this.#position(this.#offsetOfBraces(node, occurrence));
      this.issues.push({ line, path, message, ...(kind === "malformed" ? { column: col } : {}) });
    }
    if (faults.length > 0) {
      this.broken.push(path);
      return undefined;
    }
    this.expanded.push({ path, text, secrets });
    return text;
  }

  #offsetOfBraces(node: Node, occurrence: number): number {
    let at = this.#text.indexOf("{{", node.range![0]);
    for (let count = 0; count < occurrence; count += 1) at = this.#text.indexOf("{{", at + 2);
    return at;
  }

  #add(node: Node | null, path: ConfigPath, message: string): void {
    this.issues.push({ line: this.#position(node?.range?.[0] ?? 0).line, path, message });
  }
}

function offsetOf(document: Document, path: ConfigPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function explainSyntax({ code, message }: YAMLParseError, text: string, line: number): ConfigIssue {
  const source = text.split("\n")[line - 1] ?? "";
  const template = /(?:^|[:\-[,{]\s+)(\{\{.*?(?:\}\}|$))/.exec(source)?.[1];
  const reason = template === undefined ? syntaxReason(code, message, source) : `quote the template: "${template}"`;
  return { line, path: [], message: reason };
}

function syntaxReason(code: string, message: string, source: string): string {
  if (code === "TAB_AS_INDENT" || /^\s*\t/.test(source)) return "a tab indents this line; YAML wants spaces";
  if (code === "MULTIPLE_DOCS") return 'a second document begins here ("---"); keep one';
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "MULTILINE_IMPLICIT_KEY") {
    return "this line cannot be read: put text that holds a colon into quotes, or begin a new line after the first colon";
  }
  const bracket = /end with a ([}\]])/.exec(message)?.[1];
  if (bracket !== undefined) return `a closing "${bracket}" is missing before this line`;
  if (code === "BAD_INDENT") return "this line is not indented like its neighbours";
  if (code === "MISSING_CHAR" && /quote/.test(message)) return "a closing quote is missing";
  return `this is not valid YAML: ${message.split("\n")[0]}`;
}
