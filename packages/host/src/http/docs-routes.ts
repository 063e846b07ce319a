import { readFile } from "node:fs/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { apiDocument } from "./api-document.ts";
import type { RequestEnv } from "./context.ts";
import { docsPage } from "./docs-page.ts";
import { pageHeaders } from "./page-routes.ts";

/** `/openapi.json` from the schemas that validate, and the same for people at `/docs` and `/redoc`. No key is needed for them. */
export function docsRoutes(app: OpenAPIHono<RequestEnv>, version: string): void {
  app.get("/openapi.json", (context) => context.json(apiDocument(app, version)));
  for (const path of ["/docs", "/redoc"]) {
    app.get(path, (context) => context.html(docsPage(apiDocument(app, version)), 200, pageHeaders));
  }
  app.get("/docs.css", async (context) => {
    const style = await readFile(new URL("./page/docs.css", import.meta.url));
    return context.body(style, 200, { "Content-Type": "text/css; charset=utf-8", ...pageHeaders });
  });
}
