import { escapeHtml } from "@otai/text/html";
import { type ApiDocument, barePath, type FieldSchema, type Operation } from "./api-document.ts";

interface Endpoint {
  readonly method: string;
  readonly paths: readonly string[];
  readonly operation: Operation;
}

/** The description for people: by service, without scripts and without anything from elsewhere. */
export function docsPage(document: ApiDocument): string {
  const groups = Map.groupBy(endpointsOf(document), ({ operation }) => operation.tags?.[0] ?? "administration");
  const contents = [...groups.keys()].map((name) => `<a href="#${escapeHtml(name)}">${escapeHtml(name)}</a>`);
  const sections = [...groups].map(
    ([name, endpoints]) =>
      `<section id="${escapeHtml(name)}"><h2>${escapeHtml(name)}</h2>${endpoints
        .map((endpoint) => describe(endpoint, document))
        .join("")}</section>`,
  );
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>OTAI API</title><link rel="stylesheet" href="/docs.css"></head><body>` +
    `<header><h1>OTAI <span>API ${escapeHtml(document.info.version)}</span></h1>` +
    `<p>Keys go into the header <code>X-API-Key</code> or <code>Authorization: Bearer</code>. ` +
    `Machine-readable: <a href="/openapi.json">/openapi.json</a></p><nav>${contents.join(" ")}</nav></header>` +
    `<main>${sections.join("")}</main></body></html>`
  );
}

/** `/x` and `/api/v1/x` are one entry. */
function endpointsOf({ paths }: ApiDocument): Endpoint[] {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const together = Map.groupBy(all, ({ method, path }) => `${method} ${barePath(path)}`);
  return [...together.values()].map((same) => ({
    method: same[0]!.method,
    paths: same.map(({ path }) => path),
    operation: same[0]!.operation,
  }));
}

function describe({ method, paths, operation }: Endpoint, document: ApiDocument): string {
  const names = (operation.parameters ?? []).map(({ name, required }) => `${name}${required ? "" : "?"}`);
  const request = Object.values(operation.requestBody?.content ?? {})[0];
  const answer = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  const schema = Object.values(answer?.[1].content ?? {})[0]?.schema;
  return (
    `<article><h3><b>${escapeHtml(method)}</b> ${paths.map(code).join(" ")}</h3>` +
    `<p>${escapeHtml(operation.summary ?? "")}</p>` +
    (names.length === 0 ? "" : `<p>Parameters: <code>${escapeHtml(names.join(", "))}</code></p>`) +
    fieldTable("Request", request?.schema, document) +
    (request?.example === undefined ? "" : `<pre>${escapeHtml(JSON.stringify(request.example, null, 2))}</pre>`) +
    fieldTable(`Answer ${answer?.[0] ?? ""}`, schema, document) +
    "</article>"
  );
}

const code = (text: string) => `<code>${escapeHtml(text)}</code>`;

function fieldTable(title: string, schema: FieldSchema | undefined, document: ApiDocument): string {
  if (schema === undefined) return "";
  const resolved = resolve(schema, document);
  const { properties = {}, required = [] } =
    resolved.items === undefined ? resolved : resolve(resolved.items, document);
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><td>${code(name)}</td><td>${escapeHtml(typeOf(field, document))}</td><td>${escapeHtml(
        [required.includes(name) ? "required" : "", boundsOf(resolve(field, document))]
          .filter((part) => part !== "")
          .join(", "),
      )}</td></tr>`,
  );
  if (rows.length === 0) return "";
  const list = resolved.items === undefined ? "" : " (a list)";
  return `<details><summary>${escapeHtml(title + list)}</summary><table>${rows.join("")}</table></details>`;
}

function resolve(schema: FieldSchema, { components }: ApiDocument): FieldSchema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (components.schemas?.[name] ?? {});
}

function typeOf(given: FieldSchema, document: ApiDocument): string {
  const schema = resolve(given, document);
  if (schema.anyOf !== undefined) {
    return [...new Set(schema.anyOf.map((one) => typeOf(one, document)))].join(" or ");
  }
  if (schema.enum !== undefined) return schema.enum.join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  if (schema.items !== undefined) return `list of ${typeOf(schema.items, document)}`;
  return schema.type === undefined ? "any" : [schema.type].flat().join(" or ");
}

function boundsOf({ minLength, maxLength, minimum, maximum, default: fallback }: FieldSchema): string {
  const bounds = [
    minLength === undefined && maxLength === undefined ? "" : `${minLength ?? 0}–${maxLength ?? "∞"} characters`,
    minimum === undefined && maximum === undefined ? "" : `${minimum ?? "-∞"}–${maximum ?? "∞"}`,
    fallback === undefined ? "" : `default ${JSON.stringify(fallback)}`,
  ];
  return bounds.filter((bound) => bound !== "").join(", ");
}
