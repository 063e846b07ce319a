import { PermissionError } from "@otai/plugin-api/errors";
import type { PluginContext } from "@otai/plugin-api/plugin";
import type { NamedRef } from "@otai/plugin-api/ticket";
import { type Remembered, remember } from "@otai/plugin-kit/remembered";
import { z } from "zod";
import { type Attribute, customAttributes } from "./attributes.ts";
import type { ZammadClient } from "./client.ts";
import { defaultPriorities, mapPriority, type TicketPriority } from "./map-priority.ts";
import { defaultStates, mapState, type TicketState } from "./map-state.ts";
import type { ZammadParams } from "./params.ts";
import { createPeople, type People } from "./people.ts";
import { readAllPages } from "./read-pages.ts";
import { rawAttribute, rawGroup, rawPriority, rawState } from "./schema.ts";

export interface Group extends NamedRef {
  readonly active: boolean;
}

/** What was read, or what a fresh installation and the configuration say where the token may not read. */
export interface Readable<T> {
  readonly readable: boolean;
  readonly entries: readonly T[];
}

/** One installation as the verbs see it. What is remembered lives here and never longer than the created ticket system. */
export interface Account {
  readonly client: ZammadClient;
  readonly context: PluginContext;
  readonly params: ZammadParams;
  /** Without a trailing slash. */
  readonly portalUrl: string;
  readonly groups: Remembered<Readable<Group>>;
  readonly states: Remembered<Readable<TicketState>>;
  readonly priorities: Remembered<Readable<TicketPriority>>;
  /** Attributes of the installation's own, of tickets and of users. */
  readonly attributes: Remembered<Readable<Attribute>>;
  readonly people: People;
}

export function createAccount(client: ZammadClient, context: PluginContext, params: ZammadParams): Account {
  const readable = async <T>(what: string, read: () => Promise<readonly T[]>, otherwise: readonly T[]) => {
    try {
      return { readable: true, entries: await read() };
    } catch (error) {
      if (!(error instanceof PermissionError)) throw error;
      context.log.warn({ connection: context.connection, what }, "the token may not read this; going on without");
      return { readable: false, entries: otherwise };
    }
  };
  const remembered = <T>(path: string, read: () => Promise<readonly T[]>, otherwise: readonly T[] = []) =>
    remember(context.clock, () => readable(path, read, otherwise));
  const stateNames = lowerKeys(params.states);
  const priorityNames = lowerKeys(params.priorities);
  return {
    client,
    context,
    params,
    portalUrl: params.base_url,
    groups: remembered("/groups", async () => {
      const groups = await readAllPages(client, "/groups", rawGroup);
      return groups.map(({ id, name, active }) => ({ id, name, active: active !== false }));
    }),
    states: remembered(
      "/ticket_states",
      async () => (await readAllPages(client, "/ticket_states", rawState)).map((raw) => mapState(raw, stateNames)),
      defaultStates.map((state) => mapState(state, stateNames)),
    ),
    priorities: remembered(
      "/ticket_priorities",
      async () => {
        const raws = await readAllPages(client, "/ticket_priorities", rawPriority);
        return raws.map((raw) => mapPriority(raw, priorityNames));
      },
      defaultPriorities.map((priority) => mapPriority(priority, priorityNames)),
    ),
    attributes: remembered(
      "/object_manager_attributes",
      async () => customAttributes(await client.get("/object_manager_attributes", z.array(rawAttribute))),
      configuredAttributes(params),
    ),
    people: createPeople(client, context),
  };
}

/** Their kind is unknown, so a value is written as it comes. */
function configuredAttributes(params: ZammadParams): Attribute[] {
  const choicesOf = (choices: readonly string[] | null) => choices?.map((value) => ({ value, label: value })) ?? null;
  return [
    ...params.fields.map(({ name, label, choices }) => ({
      object: "Ticket" as const,
      name,
      label,
      kind: choices === null ? ("text" as const) : ("choice" as const),
      choices: choicesOf(choices),
    })),
    ...params.user_fields.map((name) => ({
      object: "User" as const,
      name,
      label: name,
      kind: "text" as const,
      choices: null,
    })),
  ];
}

function lowerKeys<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}
