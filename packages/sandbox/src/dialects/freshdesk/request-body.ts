import type { Context } from "hono";
import { invalidJson, jsonAnswer } from "./freshdesk-answers.ts";

/** Runs `work` with the JSON object of the request, or answers why there is none. */
export async function withBody(c: Context, work: (body: Record<string, unknown>) => Response): Promise<Response> {
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch {
    return invalidJson();
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return invalidJson();
  if (Object.keys(body).length === 0) {
    return jsonAnswer(400, { code: "missing_field", message: "Mandatory attributes missing" });
  }
  return work(body as Record<string, unknown>);
}
