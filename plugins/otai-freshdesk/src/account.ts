import type { PluginContext } from "@otai/plugin-api/plugin";
import type { HttpClient } from "@otai/plugin-kit/http-client";
import { type Remembered, remember } from "@otai/plugin-kit/remembered";
import { unlessForbidden } from "@otai/plugin-kit/unless-forbidden";
import { z } from "zod";
import { type FieldChoices, mapChoices } from "./map-choices.ts";
import { readAnswer } from "./read-answer.ts";
import { readAll } from "./read-pages.ts";
import { agentSchema, fieldSchema, groupSchema, type RawAgent, type RawField } from "./schema.ts";

/** A ticket or contact field of the account with its choices read. */
export interface AccountField {
  /** As the API writes it: `status`, `ticket_type`, `cf_ai_category`. */
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** `null` where anything may be written. */
  readonly choices: FieldChoices | null;
}

/** Names by id; `null` where the key's agent may not read the list. */
export type Names = ReadonlyMap<string, string> | null;

/** What the account is set up with, per created ticket system and never beyond it. */
export interface Account {
  readonly client: HttpClient;
  readonly context: PluginContext;
  /** Without a trailing slash. */
  readonly portalUrl: string;
  readonly groups: Remembered<Names>;
  readonly agents: Remembered<Names>;
  readonly ticketFields: Remembered<readonly AccountField[] | null>;
  readonly contactFields: Remembered<readonly AccountField[] | null>;
}

export function createAccount(client: HttpClient, context: PluginContext, portalUrl: string): Account {
  const names = (path: string, read: () => Promise<Map<string, string>>) =>
    remember<Names>(context.clock, () => unlessForbidden(context, path, read));
  const fields = (path: string) =>
    remember(context.clock, () => unlessForbidden(context, path, () => readFields(client, path)));
  return {
    client,
    context,
    portalUrl,
    groups: names("/groups", async () => {
      const groups = await readAll(client, "/groups", groupSchema);
      return new Map(groups.map((group) => [group.id, group.name ?? group.id]));
    }),
    agents: names("/agents", async () => {
      const agents = await readAll(client, "/agents", agentSchema);
      return new Map(agents.map((agent) => [agent.id, agentName(agent)]));
    }),
    ticketFields: fields("/ticket_fields"),
    contactFields: fields("/contact_fields"),
  };
}

export function agentName({ id, contact }: RawAgent): string {
  return contact?.name ?? contact?.email ?? id;
}

/** Neither list is paged. */
async function readFields(client: HttpClient, path: string): Promise<AccountField[]> {
  const answer = await client.request({ method: "GET", path, repeatable: true });
  return readAnswer(z.array(fieldSchema), answer.body, `GET ${path}`).flatMap((field) => [
    { name: field.name, label: field.label ?? field.name, type: field.type ?? "", choices: choicesOf(field) },
    // Which values go together only Freshdesk knows.
    ...(field.nested_ticket_fields ?? []).map(({ name, label }) => ({
      name,
      label: label ?? name,
      type: "nested",
      choices: null,
    })),
  ]);
}

/** Fields that take anything come with no choices or with an empty list. */
function choicesOf(field: RawField): FieldChoices | null {
  const choices = mapChoices(field.choices);
  return choices.length === 0 && !/dropdown/.test(field.type ?? "") ? null : choices;
}
