import type { SetupFinding, SetupOptions } from "@otai/plugin-api/setup";
import type { Account, AccountField } from "./account.ts";
import { findField } from "./find-field.ts";
import { identify } from "./identify.ts";
import { findChoice } from "./map-choices.ts";
import { webhookRules } from "./setup-rules.ts";

interface WantedField {
  readonly id: string;
  readonly label: string;
  readonly kind: "Dropdown" | "Single-line text";
  readonly choices: readonly string[];
}

/** Compares the account with what the lifecycle needs. Everything missing is created by hand, by the steps that are named. */
export async function checkSetup(account: Account, options: SetupOptions): Promise<readonly SetupFinding[]> {
  const me = await identify(account);
  const ticketFields = await account.ticketFields.refresh();
  const contactFields = await account.contactFields.refresh();
  const groups = await account.groups.refresh();
  const agents = await account.agents.refresh();
  const wantedOfTicket: readonly WantedField[] = [
    { id: "ticket-field-ai-category", label: "AI Category", kind: "Dropdown", choices: options.categories },
    {
      id: "ticket-field-ai-urgency",
      label: "AI Urgency",
      kind: "Dropdown",
      choices: ["low", "medium", "high", "critical"],
    },
    { id: "ticket-field-ai-confidence", label: "AI Confidence", kind: "Single-line text", choices: [] },
  ];
  const wantedOfContact: readonly WantedField[] = [
    {
      id: "contact-field-sentiment-score",
      label: "Sentiment Score",
      kind: "Dropdown",
      choices: ["positive", "neutral", "negative"],
    },
    { id: "contact-field-escalation-risk", label: "Escalation Risk", kind: "Single-line text", choices: [] },
  ];
  const bot = me.botUser?.name ?? "the bot agent";
  return [
    checkRights(bot, { "ticket fields": ticketFields, "contact fields": contactFields, groups, agents }),
    ...wantedOfTicket.map((wanted) => checkField(ticketFields, wanted, "Ticket Fields")),
    ...wantedOfContact.map((wanted) => checkField(contactFields, wanted, "Contact Fields")),
    ...webhookRules(account.context.connection, options.publicUrl, bot),
  ];
}

function checkRights(bot: string, lists: Readonly<Record<string, unknown>>): SetupFinding {
  const hidden = Object.keys(lists).filter((name) => lists[name] === null);
  const steps = [
    "Admin → Team → Agents: open the bot agent",
    "Give it the role Agent with ticket scope Global Access, and a role that may view agents, groups and ticket fields",
  ];
  return {
    id: "bot-rights",
    state: hidden.length === 0 ? "ok" : "wrong",
    what: hidden.length === 0 ? `${bot} may read what is needed` : `${bot} may not read ${hidden.join(", ")}`,
    steps: hidden.length === 0 ? [] : steps,
    applicable: false,
  };
}

function checkField(fields: readonly AccountField[] | null, wanted: WantedField, page: string): SetupFinding {
  const where = `Admin → ${page}`;
  const finding = (state: SetupFinding["state"], what: string, steps: readonly string[]) => ({
    id: wanted.id,
    state,
    what,
    steps,
    applicable: false,
  });
  const choiceList = wanted.choices.join(", ");
  if (fields === null)
    return finding("unknown", `${wanted.label}: the fields may not be read`, [
      `${where}: look whether "${wanted.label}" is there`,
    ]);
  const field = findField(fields, wanted.label);
  if (field === undefined) {
    return finding("missing", `the field "${wanted.label}" is missing`, [
      `${where}: drag a ${wanted.kind} into the form`,
      `Label for agents: ${wanted.label}`,
      ...(wanted.choices.length === 0 ? [] : [`Choices, one per line, spelled exactly so: ${choiceList}`]),
      "Leave it hidden from customers and not required, then save",
    ]);
  }
  const isDropdown = field.choices !== null;
  if (isDropdown !== (wanted.kind === "Dropdown")) {
    return finding("wrong", `"${field.label}" (${field.name}) is not a ${wanted.kind} field`, [
      `${where}: rename or delete "${field.label}", then add a ${wanted.kind} field of that name`,
    ]);
  }
  const absent = wanted.choices.filter((choice) => findChoice(field.choices ?? [], choice) === undefined);
  if (absent.length > 0) {
    return finding(
      "wrong",
      `"${field.label}" lacks ${absent.length === 1 ? "a choice" : "choices"}: ${absent.join(", ")}`,
      [`${where}: open "${field.label}", add ${absent.join(", ")}, spelled exactly so, then save`],
    );
  }
  return finding("ok", `"${field.label}" (${field.name}) is there`, []);
}
