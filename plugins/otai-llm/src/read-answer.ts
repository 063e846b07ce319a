import type { z } from "zod";
import { readLenientJson } from "./lenient-json.ts";

export type ReadAnswer<Answer> =
  | {
      readonly fits: true;
      readonly value: Answer;
      /** The same before the schema changed anything in it, as JSON. */
      readonly json: string;
    }
  /** What is wrong, in words for the model. */
  | { readonly fits: false; readonly fault: string };

/** Prose full of brackets must not cost more than a look. */
const mostTries = 32;
const mostIssues = 5;

/**
 * Finds the one value in a model's text that fits the schema: after its thinking, within fences and prose. Two different ones are no answer,
 * and one that was cut off counts only where no whole one fits and the schema is content with what is there.
 */
export function readAnswer<Answer>(text: string, schema: z.ZodType<Answer>): ReadAnswer<Answer> {
  const thought = text.lastIndexOf("</think>");
  if (thought === -1 && text.trimStart().startsWith("<think>")) {
    return { fits: false, fault: "It ended while thinking; answer without." };
  }
  const found = findValues(text.slice(thought + 1));
  if (found.length === 0) return { fits: false, fault: "There is no JSON object in it." };
  const judged = found.map(({ value, cut }) => ({ cut, json: JSON.stringify(value), result: schema.safeParse(value) }));
  const fitting = judged.filter(({ result }) => result.success);
  const whole = fitting.filter(({ cut }) => !cut);
  const [first, ...others] = whole.length > 0 ? whole : fitting;
  if (first?.result.success === true) {
    if (others.every(({ json }) => json === first.json))
      return { fits: true, value: first.result.data, json: first.json };
    return { fits: false, fault: `It holds ${others.length + 1} different answers; one is wanted.` };
  }
  const last = judged.at(-1)!;
  if (last.cut) return { fits: false, fault: "It was cut off before its end; be shorter." };
  const issues = last.result.error?.issues ?? [];
  const described = issues.slice(0, mostIssues).map(({ path, message }) => `${path.join(".") || "(all)"}: ${message}`);
  return { fits: false, fault: described.join("; ") };
}

function findValues(text: string): { readonly value: object; readonly cut: boolean }[] {
  const found = [];
  const opening = /[{[]/g;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const begin = opening.exec(text)?.index;
    if (begin === undefined) break;
    const read = readLenientJson(text, begin);
    if (read === null) continue;
    found.push(read);
    opening.lastIndex = read.end;
  }
  return found;
}
