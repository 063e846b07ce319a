import { readFile } from "node:fs/promises";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestEnv } from "./context.ts";

const files = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
} as const;

/** For every page of ours: nothing from elsewhere, in no frame. */
export const pageHeaders = {
  "Content-Security-Policy": "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
};

/** The plain first page. It holds no data: what it shows it asks the API for, with the viewer's key. */
export function pageRoutes(app: OpenAPIHono<RequestEnv>): void {
  for (const [path, [file, type]] of Object.entries(files)) {
    app.get(path, async (context) => {
      const content = await readFile(new URL(`./page/${file}`, import.meta.url));
      return context.body(content, 200, { "Content-Type": type, ...pageHeaders });
    });
  }
}
