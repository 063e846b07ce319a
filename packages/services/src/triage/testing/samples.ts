import { train } from "@otai/intelligence/train";
import { type ClassifyRequest, classifyRequestSchema } from "@otai/service-api/classify";
import { type RouteRequest, routeRequestSchema } from "@otai/service-api/route";
import { type RoutingRule, routingRuleSchema } from "@otai/service-api/routing-rule";
import type { z } from "zod";
import type { AgentRoster, RosterAgent } from "../agent-roster.ts";
import { ServingModel } from "../serving-model.ts";
import type { TriageDesk } from "../triage-desk.ts";

export const benchStart = new Date(2026, 10, 3, 9).getTime();

export function sampleDesk(more: Partial<TriageDesk> = {}): TriageDesk {
  return {
    connection: "desk",
    platform: "freshdesk",
    serving: null,
    groups: [
      { id: "12", name: "Billing" },
      { id: "15", name: "Shipping" },
      { id: "17", name: "Emergency" },
    ],
    precision: {},
    categories: [],
    roster: async () => sampleRoster(),
    ...more,
  };
}

/** @param load open tickets of Ada, Bo and Carl, who all work in Billing; Bo works in Shipping too */
export function sampleRoster(
  load: Readonly<Record<string, number>> = {},
  more: Readonly<Record<string, Partial<RosterAgent>>> = {},
): Extract<AgentRoster, { agents: unknown }> {
  const agent = (id: string, name: string, queues: string[]): RosterAgent => ({
    ...{ id, name, active: true, queues },
    ...more[id],
  });
  return {
    agents: [
      agent("A-012", "Bo Example", ["12", "15"]),
      agent("A-011", "Ada Example", ["12"]),
      agent("A-013", "Carl Example", ["12"]),
    ],
    openTickets: new Map(Object.entries(load)),
  };
}

export function sampleRequest(given: Partial<z.input<typeof classifyRequestSchema>> = {}): ClassifyRequest {
  const body = "I've been trying to pay for 2 hours and keep getting error 500";
  return classifyRequestSchema.parse({ subject: "Can't process payment", body, ...given });
}

export function sampleRoute(given: Partial<z.input<typeof routeRequestSchema>> = {}): RouteRequest {
  return routeRequestSchema.parse({
    ticket_id: "T-001",
    category: "billing",
    urgency: "high",
    sentiment: "negative",
    ...given,
  });
}

type RuleInput = z.input<typeof routingRuleSchema>;

/** @param when conditions; none makes it the default */
export function sampleRule(
  id: string,
  order: number,
  when: RuleInput["when"] = {},
  then: RuleInput["then"] = { team: "billing", group_name: "Billing" },
  enabled = true,
): RoutingRule {
  return routingRuleSchema.parse({ id, name: id, enabled, order, when, then });
}

/** Two queues that are easily told apart, with priorities that are not. */
export function trainSample(): ServingModel {
  const phrases = {
    Billing: [
      "invoice is wrong",
      "charged twice on my card",
      "refund of the payment",
      "billing address on the invoice",
    ],
    Shipping: [
      "parcel has not arrived",
      "delivery of the parcel",
      "tracking number is unknown",
      "courier lost the parcel",
    ],
  };
  const fillers = [
    "since monday",
    "for my mother",
    "again this week",
    "at the office",
    "please have a look",
    "as before",
  ];
  const rows = Object.entries(phrases).flatMap(([queue, list], topic) =>
    list.flatMap((phrase, at) =>
      fillers.map((filler, more) => ({
        id: `T-${topic}${at}${more}`,
        subject: phrase,
        body: `Hello, the ${phrase} ${filler}. Thank you for the help.`,
        labels: { queue, priority: at % 2 === 0 ? "normal" : "high" },
        at: (at * fillers.length + more) * 60_000,
      })),
    ),
  );
  const model = train(rows, { targets: ["queue", "priority"] });
  return new ServingModel({ model, version: "triage-7", languages: { en: 0.97, de: 0.03 } });
}
