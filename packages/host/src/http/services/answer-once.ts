import { createHash } from "node:crypto";
import type { Store } from "@otai/core/ports/store";
import type { Context, MiddlewareHandler, Next } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { errorAnswer } from "../api-error.ts";

/**
 * `Idempotency-Key`: the same key with the same body gives the stored answer, with another body 409. Keys belong to the caller's API
 * key and to the endpoint in either spelling.
 */
export function answerOnce(store: Store): MiddlewareHandler {
  return async (context: Context, next: Next) => {
    const given = context.req.header("idempotency-key");
    if (given === undefined) return next();
    if (given.length === 0 || given.length > 128)
      return errorAnswer(context, 400, "Idempotency-Key must have 1 to 128 characters");
    const endpoint = context.req.path.replace(/^\/api\/v1/, "");
    const key = JSON.stringify([context.get("keyName") ?? null, endpoint, given]);
    const content = createHash("sha256").update(new Uint8Array(await context.req.arrayBuffer()));
    const reserved = await store.write((tx) => tx.idempotency.reserve(key, content.digest("hex")));
    if (reserved.state === "clash")
      return errorAnswer(context, 409, "This Idempotency-Key was used with another body before");
    if (reserved.state === "open")
      return errorAnswer(context, 409, "A request with this Idempotency-Key is still being answered");
    if (reserved.state === "answered") {
      const { status, body } = reserved.answer;
      return context.body(body, status as ContentfulStatusCode, {
        "Content-Type": "application/json",
        "Idempotency-Replayed": "true",
      });
    }
    await next();
    const { status } = context.res;
    const body = await context.res.clone().text();
    await store.write((tx) =>
      status >= 500 || status === 429 ? tx.idempotency.release(key) : tx.idempotency.answer(key, { status, body }),
    );
  };
}
