import type { CustomField, DeskGroup, DeskUser, UserRole } from "./desk-model.ts";

/** The parts of a helpdesk account that administrators set up: queues, agents, types and fields. */
export interface DeskLayout {
  groups: readonly DeskGroup[];
  agents: readonly DeskUser[];
  types: readonly string[];
  ticketFields: readonly CustomField[];
  contactFields: readonly CustomField[];
}

/** The starter set of categories that a triage service uses before it has seen any history. */
const STARTER_CATEGORIES = [
  "billing",
  "technical_support",
  "account_access",
  "bug_report",
  "feature_request",
  "how_to",
  "order_shipping",
  "returns_refunds",
  "sales",
  "complaint",
  "spam",
  "other",
  "unclassified",
];
const STOCK_TYPES = ["Question", "Incident", "Problem", "Feature Request", "Refund"];
const PRODUCTS = ["shop", "app", "pos"];

const AGENT_NAMES = [
  "Ada Brenner",
  "Bo Lindqvist",
  "Carla Voss",
  "Dmitri Halloran",
  "Esther Okafor",
  "Finn Marchetti",
  "Greta Holm",
  "Hugo Barandiaran",
  "Ines Falk",
  "Jonas Petrescu",
];

/** `Order & Shipping` → `order_shipping`, at most 20 characters. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 20)
    .replace(/^_+|_+$/g, "");
}

/** `feature_request` → `Feature Request`. */
export function titleCase(slug: string): string {
  return slug
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/**
 * The account with the given queues. Ids depend on the order of `queues` alone, so that a restarted sandbox has the same.
 * `epoch` is the instant at which the account was opened.
 */
export function layOutDesk(queues: readonly string[], epoch: number): DeskLayout {
  const groups = queues.map((name, index) => ({ id: 80_000_374_701 + index, name, createdAt: epoch }));
  const slugs = queues.map(slugOf);
  const categories = [...new Set([...STARTER_CATEGORIES, ...slugs])];
  const agent = (index: number, role: UserRole, name: string, email: string, groupIds: number[]): DeskUser => ({
    id: 80_014_400_001 + index,
    role,
    name,
    email,
    phone: null,
    tags: [],
    customFields: {},
    deleted: false,
    blocked: false,
    vip: false,
    groupIds,
    createdAt: epoch,
    updatedAt: epoch,
  });
  // Everybody works in two neighbouring queues, so that every queue has somebody.
  const humans = AGENT_NAMES.map((name, index) => {
    const memberOf = [...new Set([groups[index % groups.length], groups[(index + 1) % groups.length]])];
    const email = `${name.toLowerCase().replace(" ", ".")}@sandbox.example`;
    return agent(
      index + 2,
      "agent",
      name,
      email,
      memberOf.flatMap((group) => (group ? [group.id] : [])),
    );
  });
  const all = groups.map((group) => group.id);
  return {
    groups,
    agents: [
      agent(0, "bot", "OTAI Bot", "agent@sandbox.example", all),
      agent(1, "admin", "Sandbox Admin", "admin@sandbox.example", all),
      ...humans,
    ],
    types: [
      ...new Set([
        ...STOCK_TYPES,
        ...categories.filter((slug) => slug !== "unclassified").map(titleCase),
        ...queues.filter((name) => !categories.includes(slugOf(name)) || titleCase(slugOf(name)) !== name),
      ]),
    ],
    ticketFields: [
      { id: 80_000_710_001, key: "ai_category", label: "AI Category", kind: "dropdown", choices: categories },
      {
        id: 80_000_710_002,
        key: "ai_urgency",
        label: "AI Urgency",
        kind: "dropdown",
        choices: ["low", "medium", "high", "critical"],
      },
      { id: 80_000_710_003, key: "ai_confidence", label: "AI Confidence", kind: "text", choices: [] },
      { id: 80_000_710_004, key: "product", label: "Product", kind: "dropdown", choices: PRODUCTS },
    ],
    contactFields: [
      {
        id: 80_000_720_001,
        key: "sentiment_score",
        label: "Sentiment Score",
        kind: "dropdown",
        choices: ["positive", "neutral", "negative"],
      },
      { id: 80_000_720_002, key: "escalation_risk", label: "Escalation Risk", kind: "text", choices: [] },
    ],
  };
}
