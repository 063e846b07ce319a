import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestEnv } from "./context.ts";
import { publishedExamples } from "./published-examples.ts";

/** As much of JSON Schema as the description is read for. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: FieldSchema; example?: unknown }>>;
}

export interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas?: Readonly<Record<string, FieldSchema>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

/** Where a key goes; free paths are those that the document does not describe. */
const securitySchemes = {
  apiKey: { type: "apiKey", in: "header", name: "X-API-Key" },
  bearer: { type: "http", scheme: "bearer" },
} as const;

/** OpenAPI 3.1 of everything that the application describes, from the schemas that validate. */
export function apiDocument(app: OpenAPIHono<RequestEnv>, version: string): ApiDocument {
  const made = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "OTAI", version },
    security: [{ apiKey: [] }, { bearer: [] }],
  }) as unknown as ApiDocument;
  for (const [path, item] of Object.entries(made.paths)) {
    const json = item.post?.requestBody?.content?.["application/json"];
    const example = publishedExamples[barePath(path)];
    if (json !== undefined && example !== undefined) json.example = example;
  }
  return { ...made, components: { ...made.components, securitySchemes } };
}

/** Both spellings are one endpoint. */
export function barePath(path: string): string {
  return path.replace(/^\/api\/v1(?=\/)/, "");
}
