import type { Desk } from "../../desk/desk.ts";
import { dynamicFields, dynamicValue } from "./dynamic-fields.ts";
import { matchesPattern } from "./match-pattern.ts";
import { isRecord, isTrue, type RequestData, textList } from "./request-data.ts";
import type { Filter } from "./search-filters.ts";

/**
 * `DynamicField: {Name, Equals | Like | Empty | GreaterThan … }` or a list of them, or the old `DynamicField_Name`,
 * which does not act beside the new form. Only a body can hold either. An unknown name has no effect.
 */
export function dynamicFieldFilters(desk: Desk, body: RequestData): Filter[] {
  const rules: RequestData[] = [];
  if (body.DynamicField !== undefined) {
    const given = Array.isArray(body.DynamicField) ? body.DynamicField : [body.DynamicField];
    rules.push(...given.filter(isRecord));
  } else {
    for (const [key, rule] of Object.entries(body)) {
      const name = /^DynamicField_([A-Za-z0-9-]+)$/.exec(key)?.[1];
      if (name !== undefined && isRecord(rule)) rules.push({ ...rule, Name: name });
    }
  }
  return rules.flatMap((rule) => ruleFilters(desk, rule));
}

function ruleFilters(desk: Desk, rule: RequestData): Filter[] {
  const field = dynamicFields(desk).find((known) => known.name === rule.Name);
  if (field === undefined) return [];
  const tests: Record<string, (value: string, wanted: string) => boolean> = {
    Equals: (value, wanted) => value === wanted,
    Like: (value, wanted) => matchesPattern(wanted, value),
    GreaterThan: (value, wanted) => value > wanted,
    GreaterThanEquals: (value, wanted) => value >= wanted,
    SmallerThan: (value, wanted) => value < wanted,
    SmallerThanEquals: (value, wanted) => value <= wanted,
  };
  const filters = Object.entries(tests).flatMap(([operator, test]): Filter[] => {
    const wanted = textList(rule[operator]);
    if (wanted.length === 0) return [];
    return [(ticket) => textList(dynamicValue(ticket, field)).some((value) => wanted.some((one) => test(value, one)))];
  });
  if (rule.Empty === undefined) return filters;
  const wantsEmpty = isTrue(rule.Empty);
  return [...filters, (ticket) => (dynamicValue(ticket, field) === null) === wantsEmpty];
}
