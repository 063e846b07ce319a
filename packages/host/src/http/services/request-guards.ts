import type { Context, MiddlewareHandler, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errorAnswer } from "../api-error.ts";

const deepest = 32;

/** Looks only at brackets outside strings, so that a hostile body is refused before anything is built from it. */
export function nestingOf(json: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      most = Math.max(most, depth);
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return most;
}

export function limitBody(mebibytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: mebibytes * 1024 * 1024,
    onError: async (context) => {
      await discard(context.req.raw.body);
      return errorAnswer(context, 413, `At most ${mebibytes} MiB`);
    },
  });
}

/** A client that is still sending when the connection ends sees a broken pipe instead of the answer. */
const discardedBytes = 64 * 1024 * 1024;

async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (body === null || body.locked) return;
  let seen = 0;
  for await (const chunk of body) {
    seen += chunk.byteLength;
    if (seen > discardedBytes) return;
  }
}

/** JSON only, well-formed and at most 32 levels deep. */
export async function wantJson(context: Context, next: Next) {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return errorAnswer(context, 415, "Send JSON with Content-Type: application/json");
  const text = await context.req.text();
  if (nestingOf(text) > deepest) return errorAnswer(context, 400, `The body is nested deeper than ${deepest} levels`);
  try {
    JSON.parse(text);
  } catch {
    return errorAnswer(context, 400, "The body is not well-formed JSON");
  }
  return next();
}
