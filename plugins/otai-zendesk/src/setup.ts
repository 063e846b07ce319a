import type { SetupFinding, SetupOptions } from "@otai/plugin-api/setup";
import type { Account } from "./account.ts";
import { choicesOf } from "./map-field.ts";
import { findChoice, findField } from "./resolve-field.ts";
import { userAnswer } from "./schema.ts";
import { webhookFindings } from "./setup-rules.ts";

const urgencies = ["low", "medium", "high", "critical"];

/** Rights and fields are looked up; webhooks and user fields are given as steps, for their lists are not read here. */
export async function checkSetup(account: Account, options: SetupOptions): Promise<readonly SetupFinding[]> {
  const { user } = await account.client.get("/users/me.json", userAnswer);
  await account.ticketFields.refresh();
  return [
    roleFinding(user.name, user.role),
    await dropDownFinding(account, "AI Category", options.categories),
    await dropDownFinding(account, "AI Urgency", urgencies),
    await textFieldFinding(account, "AI Confidence"),
    userFieldsFinding(),
    ...webhookFindings(account, options.publicUrl),
  ];
}

function roleFinding(name: string, role: string): SetupFinding {
  const admin = role === "admin";
  return {
    id: "role",
    state: admin ? "ok" : "wrong",
    what: `The token acts as ${name || "an agent"} (${role || "unknown role"}); the change feed is for administrators only`,
    steps: admin
      ? []
      : [
          "Open Admin Center → People → Team → Team members",
          `Open ${name || "the agent whose address stands in params.email"} and set the Support role to Administrator, or put an administrator's address into params.email`,
        ],
    applicable: false,
  };
}

async function dropDownFinding(account: Account, title: string, words: readonly string[]): Promise<SetupFinding> {
  const key = title.toLowerCase().replace(" ", "_");
  const fields = await account.ticketFields.get();
  const field = findField(fields ?? [], key);
  const choices = field === undefined ? [] : choicesOf(field);
  const missing = words.filter((word) => findChoice(choices, word, title) === undefined);
  const finding = { id: key, applicable: false };
  const values = missing.map((word) => `Add the value "${labelOf(word)}" with the tag ${key}_${word}`);
  if (fields === null) return { ...finding, ...unreadable(title) };
  if (field === undefined) {
    return {
      ...finding,
      state: "missing",
      what: `Ticket field "${title}" (drop-down)`,
      steps: [...newField("Drop-down", title), ...values, "Click Save, then add the field to the ticket forms in use"],
    };
  }
  if (field.type !== "tagger") {
    return {
      ...finding,
      state: "wrong",
      what: `Ticket field "${field.title}" is of the type ${field.type}, not a drop-down`,
      steps: [`Rename the field "${field.title}" or deactivate it`, ...newField("Drop-down", title), ...values],
    };
  }
  return {
    ...finding,
    state: missing.length === 0 ? "ok" : "wrong",
    what:
      missing.length === 0
        ? `Ticket field "${field.title}" has every value`
        : `Ticket field "${field.title}" lacks ${missing.join(", ")}`,
    steps: missing.length === 0 ? [] : [`${ticketFieldsPage}, open "${field.title}"`, ...values, "Click Save"],
  };
}

async function textFieldFinding(account: Account, title: string): Promise<SetupFinding> {
  const finding = { id: "ai_confidence", applicable: false };
  const fields = await account.ticketFields.get();
  if (fields === null) return { ...finding, ...unreadable(title) };
  const field = findField(fields, title);
  const fits = field?.type === "text" || field?.type === "decimal";
  return {
    ...finding,
    state: field === undefined ? "missing" : fits ? "ok" : "wrong",
    what: `Ticket field "${title}" (text)${field === undefined || fits ? "" : ` is of the type ${field.type}`}`,
    steps: fits ? [] : [...newField("Text", title), "Click Save, then add the field to the ticket forms in use"],
  };
}

function userFieldsFinding(): SetupFinding {
  return {
    id: "user_fields",
    state: "unknown",
    what: 'User fields "Sentiment Score" and "Escalation Risk", needed only when customer sentiment is written back',
    steps: [
      "Open Admin Center → People → Configuration → User fields",
      'Add a Drop-down "Sentiment Score" with the field key sentiment_score and the tags positive, neutral, negative',
      'Add a Text field "Escalation Risk" with the field key escalation_risk',
    ],
    applicable: false,
  };
}

const ticketFieldsPage = "Open Admin Center → Objects and rules → Tickets → Fields";

function newField(type: string, title: string): string[] {
  return [
    `${ticketFieldsPage} and click Add field`,
    `Choose ${type}, enter the display name "${title}", permissions: Agents can edit`,
  ];
}

function unreadable(title: string): Pick<SetupFinding, "state" | "what" | "steps"> {
  return {
    state: "unknown",
    what: `Ticket field "${title}": the agent behind the token may not read ticket fields`,
    steps: ["Give the agent a role that may view ticket fields, for instance Administrator"],
  };
}

function labelOf(word: string): string {
  const spaced = word.replaceAll("_", " ");
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
}
