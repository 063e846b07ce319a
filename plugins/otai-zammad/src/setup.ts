import type { SetupFinding, SetupOptions } from "@otai/plugin-api/setup";
import { z } from "zod";
import type { Account } from "./account.ts";
import { type Attribute, findAttribute } from "./attributes.ts";
import { identify } from "./identify.ts";
import { findChoice } from "./map-choices.ts";
import { priorityFor } from "./map-priority.ts";
import { rawTicket } from "./schema.ts";
import { webhookTriggers } from "./setup-rules.ts";
import { type WantedAttribute, wantedAttributes } from "./wanted-attributes.ts";

/** Compares the installation with what the lifecycle needs. Everything missing is made by hand, by the steps that are named. */
export async function checkSetup(account: Account, options: SetupOptions): Promise<readonly SetupFinding[]> {
  const me = await identify(account);
  const bot = me.botUser?.name ?? "the bot agent";
  const lists = {
    groups: await account.groups.refresh(),
    states: await account.states.refresh(),
    priorities: await account.priorities.refresh(),
    objects: await account.attributes.refresh(),
  };
  return [
    await checkTickets(account, bot),
    checkRights(lists, bot),
    checkStates(account, lists.states.entries),
    checkPriorities(account, lists.priorities.entries),
    ...wantedAttributes(options.categories).map((wanted) => checkAttribute(lists.objects, wanted)),
    checkTags(),
    ...webhookTriggers(account.context.connection, options.publicUrl, bot),
  ];
}

/** An agent's token sees its groups only, so that nothing at all is suspicious (ZM-2). */
async function checkTickets({ client }: Account, bot: string): Promise<SetupFinding> {
  const tickets = await client.get("/tickets", z.array(rawTicket), { page: 1, per_page: 1, expand: "true" });
  if (tickets.length > 0) return finding("visible-tickets", "ok", `${bot} sees tickets`, []);
  return finding(
    "visible-tickets",
    "unknown",
    `${bot} sees no ticket: there is none, or the token's groups lack a right`,
    [
      "check the token's group rights: Admin → Manage → Users, open the bot agent, and give it Full for every group that OTAI shall work in",
    ],
  );
}

function checkRights(lists: Readonly<Record<string, { readonly readable: boolean }>>, bot: string): SetupFinding {
  const hidden = Object.keys(lists).filter((name) => !lists[name]!.readable);
  if (hidden.length === 0) return finding("token-rights", "ok", `${bot} may read what is needed`, []);
  return finding("token-rights", "wrong", `the token may not read ${hidden.join(", ")}`, [
    "Admin → Manage → Roles: a role with ticket.agent, admin.group, admin.object, admin.ticket_state and admin.ticket_priority, given to the bot agent",
    "Log in as the bot agent, Profile → Token Access → New: tick the same permissions, and put the new token into the configuration",
    "Without them: groups are not routed to, and states, priorities and attributes are taken from params (states, priorities, fields)",
  ]);
}

function checkStates(
  account: Account,
  states: readonly { name: string; active: boolean; status: string }[],
): SetupFinding {
  const strange = states.filter(({ active, status }) => active && status === "other").map(({ name }) => name);
  if (strange.length === 0) return finding("states", "ok", "every state's meaning is known", []);
  return finding("states", "wrong", `the meaning of ${strange.join(", ")} is not known`, [
    `config.yml: ticket_systems.${account.context.connection}.params.states: {"${strange[0]}": pending}, and so for each of them`,
  ]);
}

function checkPriorities(account: Account, priorities: Parameters<typeof priorityFor>[0]): SetupFinding {
  const missing = (["low", "normal", "high"] as const).filter(
    (wanted) => priorityFor(priorities, wanted) === undefined,
  );
  if (missing.length === 0) return finding("priorities", "ok", "every priority's meaning is known", []);
  return finding("priorities", "wrong", `no priority is known to mean ${missing.join(", ")}`, [
    `config.yml: ticket_systems.${account.context.connection}.params.priorities: {"<name of the priority>": ${missing[0]}}, and so for each of them`,
  ]);
}

function checkAttribute(
  { readable, entries }: { readonly readable: boolean; readonly entries: readonly Attribute[] },
  wanted: WantedAttribute,
): SetupFinding {
  const { id, object, name, label, format, options } = wanted;
  const where = `Admin → System → Objects → ${object}`;
  const list = options.join(", ");
  if (!readable) {
    return finding(id, "unknown", `${label}: the token may not read attributes`, [
      `${where}: look whether "${name}" is there${list === "" ? "" : `, with the options ${list}`}`,
    ]);
  }
  const attribute = findAttribute(entries, object, name) ?? findAttribute(entries, object, label);
  if (attribute === undefined) {
    return finding(id, "missing", `the attribute "${name}" of ${object} is missing`, [
      `${where} → New Attribute: Name ${name}, Display ${label}, Format ${format}`,
      ...(list === "" ? [] : [`Options, key and display spelled exactly so: ${list}`]),
      "Show it to agents only, not required; then Update Database, and restart Zammad when it asks for it",
    ]);
  }
  const absent = options.filter((option) => findChoice(attribute.choices ?? [], option) === undefined);
  if (attribute.choices !== null && absent.length > 0) {
    return finding(id, "wrong", `"${attribute.label}" lacks the options ${absent.join(", ")}`, [
      `${where} → ${attribute.name}: add ${absent.join(", ")}, spelled exactly so; then Update Database`,
    ]);
  }
  return finding(id, "ok", `"${attribute.label}" (${attribute.name}) is there`, []);
}

/** The setting is an administrator's secret; a tag that may not be made is reported when it is written. */
function checkTags(): SetupFinding {
  return finding("tags", "unknown", "tags that do not exist yet may have to be made by hand", [
    "Admin → Manage → Tags: switch Allow creation of new tags on, or add the tags ai-category:… and ai-urgency:… there",
  ]);
}

function finding(id: string, state: SetupFinding["state"], what: string, steps: readonly string[]): SetupFinding {
  return { id, state, what, steps, applicable: false };
}
