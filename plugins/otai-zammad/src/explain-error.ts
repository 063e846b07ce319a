import type { Explanation } from "@otai/plugin-kit/status-errors";
import { errorBody } from "./schema.ts";

/**
 * Zammad's error bodies in words; 401 and 403 carry their reason in a header, which says no more than the body. A 422 names its
 * attribute in the sentence alone: `Invalid value '3' for field 'priority_id'!`, `No lookup value found for 'group': "Nowhere"`.
 */
export function explainZammadError(status: number, body: unknown): Explanation {
  const { error, error_human } = errorBody.safeParse(body).data ?? {};
  const said = error_human ?? error ?? "without an explanation";
  const message = `${status} ${said}${hints[status] ?? ""}`;
  if (status !== 422) return { message };
  const field = /\b(?:field|attribute|for) '([a-z]\w*)'/i.exec(said)?.[1];
  return { message, fields: field === undefined ? [] : [{ field, message: said }] };
}

const hints: Readonly<Record<number, string>> = {
  401: " (is the token right, and is API token access switched on under Admin → System → API?)",
  403: " (the token or its permission: it is not valid any more, or its agent lacks the right or the group)",
  413: " (a proxy in front of Zammad takes no request of this size)",
};
