import type { OpenAPIHono } from "@hono/zod-openapi";
import { escapeHtml } from "@otai/text/html";
import type { RequestEnv } from "./context.ts";
import { pageHeaders } from "./page-routes.ts";

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
}

/** `/openapi.json` from the schemas that validate, and `/docs`: a readable list of it without anything from elsewhere. */
export function docsRoutes(app: OpenAPIHono<RequestEnv>, version: string): void {
  const document = () => app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "OTAI", version } });
  app.get("/openapi.json", (context) => context.json(document()));
  app.get("/docs", (context) => {
    const rows = Object.entries(document().paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => {
        const parameters = (operation.parameters ?? []).map(
          (parameter) => `${parameter.name}${parameter.required ? "" : "?"}`,
        );
        return `<tr><td><code>${escapeHtml(method.toUpperCase())}</code></td><td><code>${escapeHtml(path)}</code></td><td>${escapeHtml(
          operation.summary ?? "",
        )}</td><td>${escapeHtml(parameters.join(", "))}</td></tr>`;
      }),
    );
    return context.html(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>OTAI API</title><link rel="stylesheet" href="/page.css"></head><body>` +
        `<header><h1>OTAI <span>API ${escapeHtml(version)}</span></h1></header><p>Machine-readable: <a href="/openapi.json">/openapi.json</a></p>` +
        `<table><thead><tr><th>method</th><th>path</th><th>what</th><th>parameters</th></tr></thead><tbody>${rows.join("")}</tbody></table></body></html>`,
      200,
      pageHeaders,
    );
  });
}
