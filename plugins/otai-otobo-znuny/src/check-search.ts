import { RefusedError } from "@otai/plugin-api/errors";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value !== "";
const isTexts: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isStamp: Check = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);

/**
 * The parameters of TicketSearch that we use, each with the only form that is right. The server ignores what it does not know
 * and then finds everything; of a form that it does not like it finds nothing, without an error (OT-9, OT-10).
 */
const allowed: Readonly<Record<string, Check>> = {
  Queues: isTexts,
  StateType: (value) => isTexts(value) && (value as string[]).every((word) => word === word.toLowerCase()),
  CustomerUserLogin: isTexts,
  DynamicField: (value) => typeof value === "object" && value !== null && "Name" in value,
  TicketLastChangeTimeNewerDate: isStamp,
  TicketLastChangeTimeOlderDate: isStamp,
  SearchInArchive: (value) => value === "AllTickets",
  SortBy: (value) => value === "Changed",
  OrderBy: (value) => value === "Up" || value === "Down",
  Limit: (value) => Number.isInteger(value) && (value as number) > 0,
};

/** @throws RefusedError naming the parameter, before anything is asked. */
export function checkSearch(parameters: Readonly<Record<string, unknown>>): void {
  const wrong = Object.entries(parameters).filter(
    ([name, value]) => !Object.hasOwn(allowed, name) || !allowed[name]!(value),
  );
  if (wrong.length === 0) return;
  const fields = wrong.map(([field]) => ({
    field,
    message: "is not a parameter, or not in the form, that TicketSearch understands",
  }));
  throw new RefusedError(
    `the search was not sent: ${wrong.map(([name]) => name).join(", ")} is not understood`,
    fields,
  );
}
