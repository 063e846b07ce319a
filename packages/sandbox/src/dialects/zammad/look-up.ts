import type { Desk } from "../../desk/desk.ts";
import type { DeskUser } from "../../desk/desk-model.ts";
import { unprocessable } from "./api-error.ts";
import type { Params } from "./call.ts";
import type { NamedId } from "./zammad-words.ts";

/**
 * The object that `<name>_id` or `<name>` names; undefined where neither is given. The id wins without a word.
 * @throws ApiError 422 for a name or an id that does not exist
 */
export function lookUp<Known extends NamedId>(
  known: readonly Known[],
  params: Params,
  name: string,
): Known | undefined {
  const id = params[`${name}_id`];
  if (isGiven(id)) {
    const found = known.find((candidate) => candidate.id === Number(id));
    if (found === undefined) throw unprocessable(`Invalid value '${String(id)}' for field '${name}_id'!`);
    return found;
  }
  const value = params[name];
  if (!isGiven(value)) return undefined;
  const found = known.find((candidate) => candidate.name === value);
  if (found === undefined) throw unprocessable(`No lookup value found for '${name}': ${JSON.stringify(value)}`);
  return found;
}

/**
 * The same for people, who are found by login and then by e-mail address.
 * @throws ApiError 422
 */
export function lookUpUser(desk: Desk, params: Params, name: string): DeskUser | "nobody" | undefined {
  const id = params[`${name}_id`];
  if (isGiven(id)) {
    if (Number(id) === 1) return "nobody";
    const user = desk.user(Number(id));
    if (user === undefined) throw unprocessable(`Invalid value '${String(id)}' for field '${name}_id'!`);
    return user;
  }
  const value = params[name];
  if (!isGiven(value)) return undefined;
  if (typeof value !== "string") {
    throw unprocessable(`String is needed as ref value ${JSON.stringify(value)} for '${name}'`);
  }
  if (value === "-") return "nobody";
  const user = desk.userWithEmail(value);
  if (user === undefined) throw unprocessable(`No lookup value found for '${name}': ${JSON.stringify(value)}`);
  return user;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
