import type { PluginContext } from "@otai/plugin-api/plugin";
import type { NamedRef } from "@otai/plugin-api/ticket";
import { type Remembered, remember } from "@otai/plugin-kit/remembered";
import { unlessForbidden } from "@otai/plugin-kit/unless-forbidden";
import { z } from "zod";
import type { ZendeskClient } from "./client.ts";
import { createPeople, type People } from "./people.ts";
import { readAllPages } from "./read-pages.ts";
import { type RawTicketField, rawGroup, rawTicketField } from "./schema.ts";
import { createTicketPace, type TicketPace } from "./ticket-pace.ts";

export interface Group extends NamedRef {
  readonly deleted: boolean;
}

/** One Zendesk account as the verbs see it. What is remembered lives here and never longer than the created ticket system. */
export interface Account {
  readonly client: ZendeskClient;
  readonly context: PluginContext;
  /** Without a trailing slash. */
  readonly portalUrl: string;
  /** Deleted ones too: old tickets still wait in them. */
  readonly groups: Remembered<readonly Group[]>;
  /** Active ones. `null` where the agent may not read them. */
  readonly ticketFields: Remembered<readonly RawTicketField[] | null>;
  readonly people: People;
  readonly pace: TicketPace;
}

export function createAccount(client: ZendeskClient, context: PluginContext, portalUrl: string): Account {
  return {
    client,
    context,
    portalUrl,
    groups: remember(context.clock, () => readGroups(client)),
    ticketFields: remember(context.clock, () =>
      unlessForbidden(context, "/ticket_fields.json", () => readTicketFields(client)),
    ),
    people: createPeople(client, context.clock),
    pace: createTicketPace(context),
  };
}

async function readGroups(client: ZendeskClient): Promise<Group[]> {
  const pages = await readAllPages(client, "/groups.json", z.object({ groups: z.array(rawGroup) }));
  return pages.flatMap(({ groups }) =>
    groups.map(({ id, name, deleted }) => ({ id, name: name === "" ? id : name, deleted: deleted === true })),
  );
}

async function readTicketFields(client: ZendeskClient): Promise<RawTicketField[]> {
  const schema = z.object({ ticket_fields: z.array(rawTicketField) });
  const pages = await readAllPages(client, "/ticket_fields.json", schema);
  return pages.flatMap((page) => page.ticket_fields.filter((field) => field.active !== false));
}
