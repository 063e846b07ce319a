/** What a search may ask about a ticket; the dialect fills it from a ticket. */
export interface SearchableTicket {
  id: number;
  subject: string;
  description: string;
  status: string;
  priority: string | null;
  type: string | null;
  /** Group name and id, requester's e-mail and id, assignee's e-mail and id: any of the spellings matches. */
  group: readonly string[];
  requester: readonly string[];
  assignee: readonly string[];
  tags: readonly string[];
  /** Milliseconds since epoch. */
  created: number;
  updated: number;
}

type Operator = ":" | "<" | ">" | "<=" | ">=";

interface Term {
  negated: boolean;
  field: string | null;
  operator: Operator;
  value: string;
}

const STATUS_ORDER = ["new", "open", "pending", "hold", "solved", "closed"];
const PRIORITY_ORDER = ["low", "normal", "high", "urgent"];
const TERM = /(-?)(?:([a-z_]+)(<=|>=|:|<|>))?(?:"([^"]*)"|(\S+))/gi;

/** A search cannot say what the API refuses with 422. */
export class InvalidSearch extends Error {}

/**
 * Compiles the query language of `/search` for tickets: `status<solved updated>2026-01-01T00:00:00Z tags:vip "words"`.
 * Terms on different fields must all hold; several `:` terms on one field are alternatives.
 * @throws InvalidSearch on an unreadable date or an unknown field.
 */
export function compileSearch(query: string): { types: string[]; matches: (ticket: SearchableTicket) => boolean } {
  const terms = [...query.matchAll(TERM)].map(readTerm);
  const types = terms.filter((term) => term.field === "type").map((term) => term.value.toLowerCase());
  const conditions = groupByField(terms.filter((term) => term.field !== "type"));
  return { types, matches: (ticket) => conditions.every((condition) => condition(ticket)) };
}

function readTerm(match: RegExpExecArray): Term {
  const [, minus, field, operator, quoted, bare] = match;
  return {
    negated: minus === "-",
    field: field?.toLowerCase() ?? null,
    operator: (operator ?? ":") as Operator,
    value: quoted ?? bare ?? "",
  };
}

function groupByField(terms: Term[]): ((ticket: SearchableTicket) => boolean)[] {
  const alternatives = new Map<string, ((ticket: SearchableTicket) => boolean)[]>();
  const conditions: ((ticket: SearchableTicket) => boolean)[] = [];
  for (const term of terms) {
    const holds = compileTerm(term);
    if (term.negated) conditions.push((ticket) => !holds(ticket));
    else if (term.field === null || term.operator !== ":") conditions.push(holds);
    else alternatives.set(term.field, [...(alternatives.get(term.field) ?? []), holds]);
  }
  for (const options of alternatives.values()) conditions.push((ticket) => options.some((holds) => holds(ticket)));
  return conditions;
}

function compileTerm({ field, operator, value }: Term): (ticket: SearchableTicket) => boolean {
  const wanted = value.toLowerCase();
  const isNone = wanted === "none";
  switch (field) {
    case null:
      return (ticket) => containsText(ticket.subject, wanted) || containsText(ticket.description, wanted);
    case "subject":
      return (ticket) => containsText(ticket.subject, wanted);
    case "description":
      return (ticket) => containsText(ticket.description, wanted);
    case "status":
      return (ticket) => compareRanked(STATUS_ORDER, ticket.status, operator, wanted);
    case "priority":
      return (ticket) =>
        isNone
          ? ticket.priority === null
          : ticket.priority !== null && compareRanked(PRIORITY_ORDER, ticket.priority, operator, wanted);
    case "ticket_type":
      return (ticket) => (isNone ? ticket.type === null : ticket.type === wanted);
    case "tags":
      return (ticket) => (isNone ? ticket.tags.length === 0 : ticket.tags.includes(wanted));
    case "group":
    case "requester":
    case "assignee":
      return (ticket) =>
        isNone ? ticket[field].length === 0 : ticket[field].some((name) => name.toLowerCase() === wanted);
    case "created":
    case "updated": {
      const at = Date.parse(value);
      if (Number.isNaN(at)) throw new InvalidSearch(`${value} is not a date`);
      const until = value.length <= "2026-01-01".length ? at + 86_400_000 : at + 1000;
      return (ticket) => compareTime(ticket[field], operator, at, until);
    }
    default:
      throw new InvalidSearch(`${field} is not a field that can be searched`);
  }
}

function containsText(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted);
}

function compareRanked(order: readonly string[], actual: string, operator: Operator, wanted: string): boolean {
  if (operator === ":") return actual === wanted;
  const left = order.indexOf(actual);
  const right = order.indexOf(wanted);
  if (left < 0 || right < 0) return false;
  return compareNumbers(left, operator, right);
}

/** `:` means "within the day" for a bare date and "within the second" otherwise. */
function compareTime(actual: number, operator: Operator, from: number, until: number): boolean {
  return operator === ":" ? actual >= from && actual < until : compareNumbers(actual, operator, from);
}

function compareNumbers(left: number, operator: Operator, right: number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    case ":":
      return left === right;
  }
}
