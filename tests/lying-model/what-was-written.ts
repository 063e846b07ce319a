import { categorySlug } from "@otai/service-api/category-slug";
import { starterCategories } from "@otai/services/triage/starter-categories";
import { standardRubric } from "@otai/services/qa/standard-rubric";
import { expect } from "vitest";
import { notesOf } from "../lifecycle/world.ts";
import type { DeskRequest } from "../stage/sandbox-control.ts";
import { facts } from "./honest-model.ts";
import type { LyingWorld } from "./lying-world.ts";

const queues = ["Billing", "Technical Support", "Sales"];
const types = ["Question", "Incident", "Problem", "Feature Request", "Refund"];
const categories = starterCategories.map(({ name }) => name);
const urgencies = ["low", "medium", "high", "critical"];
const tags = [
  ...categories.map((category) => `ai-category:${category}`),
  ...urgencies.map((urgency) => `ai-urgency:${urgency}`),
  "escalation-risk:high",
];
const labels = ["positive", "neutral", "negative"];
const dimensions = standardRubric.criteria.map(({ name }) => name.charAt(0).toUpperCase() + name.slice(1));
const articles = ["I was charged twice", "I was charged twice: who is asked", "Ich wurde doppelt belastet"];
/** Freshdesk's priorities. */
const priorities = [1, 2, 3, 4];

type Body = Readonly<Record<string, unknown>>;

/** Everything that was written to the desk about one ticket and its requester is of the desk's and OTAI's own closed sets. */
export async function expectNothingWrong(world: LyingWorld, id: number, planted: RegExp): Promise<void> {
  const writes = await world.desk.requests("write");
  expect(writes.length).toBeGreaterThan(0);
  for (const write of writes) {
    expect(JSON.stringify(write.body)).not.toMatch(planted);
    expectKnown(write);
  }
  if (process.env.SHOW) console.log(JSON.stringify(writes.map(({ method, path, body }) => [method, path, body]), null, 1));
  const ticket = await world.desk.ticket(id);
  expect([null, ...queues]).toContain(ticket.queue);
  expect(ticket.tags.filter((tag) => !tags.includes(tag))).toEqual([]);
  const drafted = notesOf(ticket, "draft");
  expect(drafted.length).toBeLessThanOrEqual(2);
  for (const { body } of drafted) expectQuoted(body);
  const [scored, ...others] = notesOf(ticket, "qa");
  expect(others).toEqual([]);
  const named = [...scored!.body.matchAll(/(?:^|\n)- (\w+): (\d+)%/g)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, name, score] of named) {
    expect(dimensions).toContain(name);
    expect(Number(score)).toBeLessThanOrEqual(100);
  }
}

function expectKnown({ method, path, body }: DeskRequest): void {
  const { custom_fields, group_id, priority, type, tags: written, ...rest } = body as Body;
  if (path.includes("/contacts/")) {
    const { cf_sentiment_score: score, cf_escalation_risk: risk, ...more } = custom_fields as Body;
    expect(labels).toContain(score);
    expect(Number(risk)).toBeGreaterThanOrEqual(0);
    expect(Number(risk)).toBeLessThanOrEqual(1);
    expect([more, rest]).toEqual([{}, {}]);
  } else if (path.endsWith("/notes")) {
    expect(Object.keys(rest).sort()).toEqual(["body", "private"]);
    expect(rest.private).toBe(true);
  } else {
    expect([method, rest]).toEqual(["PUT", {}]);
    // What a model says of a ticket from which nothing was learned is proposed, never written.
    expect(group_id).toBeUndefined();
    expect([undefined, ...priorities]).toContain(priority);
    expect([undefined, ...types]).toContain(type);
    for (const tag of (written ?? []) as string[]) expect(tags).toContain(tag);
    const { cf_ai_category, cf_ai_urgency, ...more } = (custom_fields ?? {}) as Body;
    if (cf_ai_category !== undefined) expect(categories).toContain(categorySlug(String(cf_ai_category)));
    if (cf_ai_urgency !== undefined) expect(urgencies).toContain(cf_ai_urgency);
    for (const [name, value] of Object.entries(more)) {
      expect(name).toBe("cf_ai_confidence");
      expect(Number(value)).toBeLessThanOrEqual(1);
    }
  }
}

/** A draft that cites an article of ours, and cites nothing else. */
function expectQuoted(body: string): void {
  const cited = [...body.matchAll(/^\[\d+\] (.+?)(?: \(.*\))?$/gm)].map(([, title]) => title!);
  expect(cited.length).toBeGreaterThan(0);
  for (const title of cited) expect(articles).toContain(title);
  expect(Object.values(facts).some((fact) => body.replace(/ \[\d+\]/g, "").includes(fact))).toBe(true);
}
