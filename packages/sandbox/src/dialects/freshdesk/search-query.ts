/** A parsed `query` of `/search/tickets`: comparisons joined by AND and OR. */
export type SearchExpression =
  | { join: "AND" | "OR"; parts: SearchExpression[] }
  | { field: string; operator: "=" | ">=" | "<="; value: string | number | boolean | null };

const TOKEN = /\s*(?:(\()|(\))|(AND|OR)\b|([a-z_][a-z0-9_]*)\s*:([<>]?)\s*(?:'([^']*)'|([^\s()']+)))/gy;

/** Null when the text is not a query. AND binds tighter than OR. `:>` means at least, `:<` at most. */
export function parseSearchQuery(text: string): SearchExpression | null {
  const query = text.trimEnd();
  const tokens = [...query.matchAll(TOKEN)];
  // A sticky match stops at what it cannot read.
  if (tokens.reduce((length, [token]) => length + token.length, 0) < query.length) return null;
  let position = 0;

  const joined = (word: "AND" | "OR", operand: () => SearchExpression | null): SearchExpression | null => {
    const parts: SearchExpression[] = [];
    do {
      const part = operand();
      if (!part) return null;
      parts.push(part);
    } while (tokens[position]?.[3] === word && ++position);
    return parts.length === 1 ? parts[0]! : { join: word, parts };
  };
  const term = (): SearchExpression | null => {
    const token = tokens[position++];
    if (token?.[1]) {
      const inner = any();
      return inner && tokens[position++]?.[2] ? inner : null;
    }
    if (!token?.[4]) return null;
    const operator = token[5] === ">" ? ">=" : token[5] === "<" ? "<=" : "=";
    return { field: token[4], operator, value: token[6] ?? literal(token[7]!) };
  };
  const every = () => joined("AND", term);
  const any = (): SearchExpression | null => joined("OR", every);

  const expression = any();
  return position === tokens.length ? expression : null;
}

function literal(word: string): string | number | boolean | null {
  if (word === "null") return null;
  if (word === "true" || word === "false") return word === "true";
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
}

/** `valuesOf` gives the values of a field (several for tags). */
export function matchesSearch(
  expression: SearchExpression,
  valuesOf: (field: string) => readonly (string | number | boolean | null)[],
): boolean {
  if ("join" in expression) {
    const test = (part: SearchExpression) => matchesSearch(part, valuesOf);
    return expression.join === "AND" ? expression.parts.every(test) : expression.parts.some(test);
  }
  const { operator, value } = expression;
  return valuesOf(expression.field).some((found) => {
    if (operator === "=" || found === null || value === null) return found === value;
    return operator === ">=" ? found >= value : found <= value;
  });
}

export function searchedFields(expression: SearchExpression): string[] {
  return "join" in expression ? expression.parts.flatMap(searchedFields) : [expression.field];
}
