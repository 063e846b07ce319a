import { HTTPException } from "hono/http-exception";

/** Ends the call with 400; the message names what is wrong and what would be right. */
export function refuse(message: string): never {
  throw new HTTPException(400, { message });
}
