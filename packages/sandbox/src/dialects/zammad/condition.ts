import type { Desk } from "../../desk/desk.ts";
import type { DeskTicket } from "../../desk/desk-model.ts";
import { unprocessable } from "./api-error.ts";
import { isRecord } from "./call.ts";
import { type AttributeValue, ticketAttribute } from "./ticket-attribute.ts";

type Holds = (ticket: DeskTicket) => boolean;
interface Surroundings {
  desk: Desk;
  now: number;
  callerId: number;
}

/**
 * A search condition, which works without a search engine: `{"ticket.group_id": {operator, value}}`, all of which must
 * hold, or the newer nested form `{operator: "AND" | "OR" | "NOT", conditions: […]}`.
 * @throws ApiError 422 for an unknown attribute or operator
 */
export function readCondition(condition: unknown, around: Surroundings): Holds {
  if (!isRecord(condition)) return () => true;
  if (Array.isArray(condition.conditions)) {
    const parts = condition.conditions.map((part) =>
      isRecord(part) && typeof part.name === "string" ? readRule(part.name, part, around) : readCondition(part, around),
    );
    if (condition.operator === "OR") return (ticket) => parts.some((holds) => holds(ticket));
    if (condition.operator === "NOT") return (ticket) => !parts.some((holds) => holds(ticket));
    return (ticket) => parts.every((holds) => holds(ticket));
  }
  const rules = Object.entries(condition).map(([name, rule]) => readRule(name, rule, around));
  return (ticket) => rules.every((holds) => holds(ticket));
}

function readRule(name: string, rule: unknown, around: Surroundings): Holds {
  const read = name.startsWith("ticket.") ? ticketAttribute(around.desk, name.slice("ticket.".length)) : undefined;
  if (!isRecord(rule) || read === undefined) throw unprocessable(`Invalid condition for '${name}'`);
  const operator = String(rule.operator);
  const test = operator.includes("(")
    ? timeTest(operator, rule, around.now)
    : valueTest(operator, wantedValues(rule, around.callerId));
  if (test === undefined) throw unprocessable(`Invalid operator '${operator}' for '${name}'`);
  return (ticket) => test(read(ticket));
}

function wantedValues(rule: Record<string, unknown>, callerId: number): string[] {
  if (rule.pre_condition === "not_set") return ["1", ""];
  if (rule.pre_condition === "current_user.id") return [String(callerId)];
  const value = rule.value ?? "";
  return (Array.isArray(value) ? value : [value]).map(String);
}

function valueTest(operator: string, wanted: string[]): ((value: AttributeValue) => boolean) | undefined {
  const texts = (value: AttributeValue) => (Array.isArray(value) ? value.map(String) : [String(value ?? "")]);
  const names = wanted.flatMap((value) => value.split(",")).map((name) => name.trim());
  const includes = (value: AttributeValue) =>
    texts(value).some((text) => wanted.some((part) => text.toLowerCase().includes(part.toLowerCase())));
  switch (operator) {
    case "is":
      return (value) => texts(value).some((text) => wanted.includes(text));
    case "is not":
      return (value) => !texts(value).some((text) => wanted.includes(text));
    case "contains":
      return includes;
    case "contains not":
      return (value) => !includes(value);
    case "contains one":
      return (value) => names.some((name) => texts(value).includes(name));
    case "contains all":
      return (value) => names.every((name) => texts(value).includes(name));
    case "contains one not":
      return (value) => !names.some((name) => texts(value).includes(name));
    case "contains all not":
      return (value) => !names.every((name) => texts(value).includes(name));
    default:
      return undefined;
  }
}

const RANGES: Record<string, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

/** Both ends belong to the range. */
function timeTest(
  operator: string,
  rule: Record<string, unknown>,
  now: number,
): ((value: AttributeValue) => boolean) | undefined {
  const absolute = Date.parse(String(rule.value));
  const span = Number(rule.value) * (RANGES[String(rule.range)] ?? Number.NaN);
  const between = (from: number, to: number) => {
    if (Number.isNaN(from) || Number.isNaN(to)) throw unprocessable(`Invalid value for operator '${operator}'`);
    return (value: AttributeValue) => typeof value === "number" && value >= from && value <= to;
  };
  switch (operator) {
    case "after (absolute)":
      return between(absolute, Number.POSITIVE_INFINITY);
    case "before (absolute)":
      return between(Number.NEGATIVE_INFINITY, absolute);
    case "within last (relative)":
      return between(now - span, now);
    case "within next (relative)":
      return between(now, now + span);
    case "before (relative)":
      return between(Number.NEGATIVE_INFINITY, now - span);
    case "after (relative)":
      return between(now + span, Number.POSITIVE_INFINITY);
    default:
      return undefined;
  }
}
