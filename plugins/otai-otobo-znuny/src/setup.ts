import { OtaiError } from "@otai/plugin-api/errors";
import type { SetupFinding, SetupOptions } from "@otai/plugin-api/setup";
import type { Account, Seen } from "./account.ts";
import { settleZone } from "./settle-zone.ts";
import { invokerSteps, webserviceSteps } from "./setup-steps.ts";

type Finding = Pick<SetupFinding, "id" | "state" | "what" | "steps">;

const urgencies = ["low", "medium", "high", "critical"];

/** Compares the installation with what OTAI needs. Nothing can be set up through the generic interface, so all steps are printed. */
export async function checkSetup(account: Account, options: SetupOptions): Promise<readonly SetupFinding[]> {
  await account.client.login();
  const { seen, failure } = await lookAround(account);
  return [
    checkService(account, failure),
    checkTickets(account, seen),
    writeRights(account),
    checkZone(account),
    ...fieldsFor(account, options).map((wanted) => checkField(seen, wanted)),
    ...invokerSteps(account, options.publicUrl),
  ].map((finding) => ({ ...finding, applicable: false }));
}

async function lookAround(account: Account): Promise<{ seen: Seen | null; failure: OtaiError | null }> {
  try {
    await settleZone(account);
    return { seen: await account.seen.refresh(), failure: null };
  } catch (error) {
    if (!OtaiError.is(error)) throw error;
    return { seen: null, failure: error };
  }
}

function checkService({ client, params }: Account, failure: OtaiError | null): Finding {
  const id = "webservice";
  if (failure !== null) {
    return { id, state: "wrong", what: `Web service ${params.webservice}: ${failure.message}`, steps: webserviceSteps };
  }
  if (client.routes.ticket_search.method !== "GET")
    return { id, state: "ok", what: `Web service ${params.webservice} answers`, steps: [] };
  return {
    id,
    state: "wrong",
    what: `Web service ${params.webservice} answers, but reads by GET, so that sessions stand in the web server's log`,
    steps: webserviceSteps,
  };
}

function checkTickets({ params }: Account, seen: Seen | null): Finding {
  const found = [...(seen?.queues ?? [])].filter((queue) => !params.queues.includes(queue));
  if (found.length > 0) {
    return {
      id: "rights",
      state: "ok",
      what: `Tickets of these queues are seen: ${found.sort().join(", ")}`,
      steps: [],
    };
  }
  return {
    id: "rights",
    state: seen === null ? "unknown" : "wrong",
    what: `No ticket is seen by ${params.username}: there is none, or the right is missing`,
    steps: [
      "Admin → Agents ↔ Groups (or Roles): give the agent ro on the groups of all queues",
      "Name queues without tickets in params.queues",
    ],
  };
}

function writeRights({ params }: Account): Finding {
  return {
    id: "write-rights",
    state: "unknown",
    what: `Rights of ${params.username} to write cannot be read`,
    steps: [
      "Admin → Agents ↔ Groups (or Roles): give the agent note, move_into, priority and rw on the groups of all queues, those that tickets leave and those that they move to",
    ],
  };
}

function checkZone({ context, zone }: Account): Finding {
  const id = "time-zone";
  const origin = zone.origin();
  const steps = [
    "Admin → System Configuration → OTOBOTimeZone (OTRSTimeZone): set params.time_zone to the same value",
    "Compare the clocks of both machines, which may differ by a few minutes at most",
  ];
  const other = zone.contradiction();
  if (other !== null) {
    const what = `Time zone: params.time_zone is ${zone.name()}, but the newest ticket was stamped by a clock at UTC${other}`;
    return { id, state: "wrong", what, steps };
  }
  if (origin === "assumed")
    return { id, state: "unknown", what: "Time zone: no ticket shows it, UTC is assumed", steps };
  if (origin === "unknown")
    return { id, state: "unknown", what: "Time zone: there is no ticket yet to show it", steps };
  const how = origin === "configured" ? `as configured (${zone.name()})` : "as tickets show";
  const offset = zone.offset(context.clock.now());
  return { id, state: "ok", what: `Time zone: the server's clock stands at UTC${offset}, ${how}`, steps: [] };
}

interface WantedField {
  readonly name: string;
  readonly type: "Dropdown" | "Text" | "Multiselect";
  readonly values: readonly string[];
}

function fieldsFor({ params }: Account, { categories }: SetupOptions): WantedField[] {
  const tags = [...categories.map((one) => `ai-category:${one}`), ...urgencies.map((one) => `ai-urgency:${one}`)];
  return [
    { name: "AICategory", type: "Dropdown", values: categories },
    { name: "AIUrgency", type: "Dropdown", values: urgencies },
    { name: "AIConfidence", type: "Text", values: [] },
    { name: params.tags_field, type: "Multiselect", values: tags },
  ];
}

function checkField(seen: Seen | null, { name, type, values }: WantedField): Finding {
  const id = `dynamic-field-${name}`;
  const steps = [
    "Admin → Dynamic Fields → Ticket: choose the type in the list Ticket and add the field",
    `Name ${name}, label ${name}, type ${type}`,
    ...(values.length === 0 ? [] : [`Possible values, key and value spelled exactly so: ${values.join(", ")}`]),
    "Set it to valid; to show it, add it to Ticket::Frontend::AgentTicketZoom###DynamicField in the system configuration",
  ];
  if (seen === null) return { id, state: "unknown", what: `Dynamic field ${name}: no ticket could be read`, steps };
  if (!seen.fields.has(name)) {
    return { id, state: "missing", what: `Dynamic field ${name}: no ticket shows it`, steps };
  }
  // A ticket shows a field's value, never its possible values.
  if (values.length === 0) return { id, state: "ok", what: `Dynamic field ${name} is there`, steps: [] };
  return {
    id,
    state: "unknown",
    what: `Dynamic field ${name} is there; its possible values cannot be read`,
    steps: [`Admin → Dynamic Fields → ${name}: compare the possible values with: ${values.join(", ")}`],
  };
}
