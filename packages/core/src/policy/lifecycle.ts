import type { Mode } from "./decision.ts";

/** What happens in a ticket's life that services are asked about. */
export const occasions = ["ticket-created", "customer-replied", "ticket-resolved", "draft-requested"] as const;
export type Occasion = (typeof occasions)[number];

export const lifecycleSteps = ["triage", "sentiment", "reply", "qa"] as const;
export type LifecycleStep = (typeof lifecycleSteps)[number];

/** What is known of a ticket while its run goes on; a service that comes later may depend on what an earlier one said. */
export interface LifecycleFacts {
  readonly category: string | null;
  readonly urgency: string | null;
  readonly sentiment: string | null;
  readonly language: string | null;
  readonly channel: string | null;
  readonly tier: string | null;
}

/** Services to ask on an occasion, in this order. Every condition that is stated must hold; an unknown fact fulfils none. */
export interface Pipeline {
  readonly on: Occasion;
  readonly steps: readonly LifecycleStep[];
  readonly when: Partial<Readonly<Record<keyof LifecycleFacts, readonly string[]>>>;
}

/** Settings of everything that is not triage. */
export interface Lifecycle {
  /** The site's own ones; an occasion without one goes the usual way. */
  readonly pipelines: readonly Pipeline[];
  readonly modes: { readonly sentiment: Mode; readonly draft: Mode; readonly qa: Mode };
  /** Escalation risk from which a ticket is tagged, 0..1. */
  readonly alertAt: number;
  /** Style of drafts; `null` for the service's default. */
  readonly style: string | null;
  readonly rubric: string | null;
}

const usual: readonly Pipeline[] = [
  { on: "ticket-created", steps: ["triage", "sentiment", "reply"], when: {} },
  { on: "customer-replied", steps: ["sentiment"], when: {} },
  { on: "ticket-resolved", steps: ["qa"], when: {} },
  { on: "draft-requested", steps: ["reply"], when: {} },
];

/** The steps of the first pipeline whose conditions hold by what is known now. */
export function stepsOn(occasion: Occasion, lifecycle: Lifecycle, facts: LifecycleFacts): readonly LifecycleStep[] {
  const fits = ({ when }: Pipeline) =>
    Object.entries(when).every(([name, values]) => {
      const fact = facts[name as keyof LifecycleFacts];
      return fact !== null && values.includes(fact);
    });
  const pipeline = [...lifecycle.pipelines, ...usual].find((candidate) => candidate.on === occasion && fits(candidate));
  return pipeline?.steps ?? [];
}
