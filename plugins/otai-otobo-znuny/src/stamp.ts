import { UnexpectedAnswerError } from "@otai/plugin-api/errors";
import type { Instant } from "@otai/plugin-api/ticket";
import type { ServerTime } from "./server-time.ts";

/** @throws UnexpectedAnswerError for what is no stamp of the server. */
export function instantOf(time: ServerTime, stamp: string, key: string): Instant {
  const instant = time.parse(stamp);
  if (instant === null)
    throw new UnexpectedAnswerError(`${key} is no time stamp: ${JSON.stringify(stamp.slice(0, 40))}`);
  return instant;
}
