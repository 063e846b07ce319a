import { baseUrl, transportParams } from "@otai/plugin-kit/params";
import { z } from "zod";
import { routesParam } from "./routes.ts";
import { isTimeZone } from "./server-time.ts";

export const flavours = ["otobo", "znuny", "otrs"] as const;
export type Flavour = (typeof flavours)[number];

const name = z.string().trim().min(1);

const fieldParam = z.strictObject({
  label: name.optional(),
  kind: z.enum(["choice", "multi", "text", "number", "checkbox", "date"]).default("text"),
  choices: z.array(name).min(1).optional(),
});

/** Parameters as they stand in the configuration. @param flavour the default, which the service's name decides */
export function paramsFor(flavour: Flavour) {
  return z.strictObject({
    base_url: baseUrl
      .transform((url) => url.replace(/(\/nph-genericinterface\.pl)\/.*$/, "$1"))
      .describe("Address of the installation, or up to and with nph-genericinterface.pl."),
    flavour: z
      .enum(flavours)
      .default(flavour)
      .describe("Decides /otobo/, /znuny/ or /otrs/ where base_url is the host alone."),
    webservice: name
      .regex(/^[^/?#]+$/, "must be the name of the web service, without slashes")
      .default("GenericTicketConnectorREST")
      .describe("Name of the web service."),
    routes: routesParam,
    username: name.describe("Login of the agent that OTAI works as."),
    password: z.string().min(1).describe("Password of that agent."),
    session_max_age: z
      .number()
      .positive()
      .default(6_600)
      .describe("Seconds after which a session is renewed; less than SessionMaxIdleTime (7,200)."),
    time_zone: z
      .string()
      .refine(isTimeZone, "must be a time zone, for instance Europe/Berlin or UTC")
      .optional()
      .describe("OTOBOTimeZone (OTRSTimeZone) of the installation; without it the tickets show how its clock stands."),
    clock_leeway: z
      .number()
      .min(0)
      .max(3_600)
      .default(120)
      .describe("Seconds that the two clocks may differ, and that every look for changes reaches back."),
    queues: z.array(name).default([]).describe("Queues besides those seen on tickets, by full name: Parent::Child."),
    spam_queues: z.array(name).default(["Junk"]).describe("Queues whose tickets are spam and are left alone."),
    fields: z
      .record(name, fieldParam)
      .default({})
      .describe(
        "Dynamic fields whose kind and choices are known: { AICategory: { kind: choice, choices: [billing] } }.",
      ),
    tags_field: name.default("AITags").describe("Dynamic field (multi-select) that holds the tags."),
    priorities: z
      .strictObject({
        low: name.default("2 low"),
        normal: name.default("3 normal"),
        high: name.default("4 high"),
        urgent: name.default("5 very high"),
      })
      .prefault({})
      .describe("Names of the priorities in this installation."),
    states: z
      .strictObject({
        new: name.default("new"),
        open: name.default("open"),
        pending: name.default("pending reminder"),
        solved: name.default("closed successful"),
        closed: name.default("closed unsuccessful"),
      })
      .prefault({})
      .describe("Names of the states that are written."),
    pending_minutes: z
      .number()
      .int()
      .positive()
      .optional()
      .describe("How long a ticket set to pending waits; without it no ticket is set to pending."),
    note_subject: name
      .refine((text) => text !== "0", 'must not be "0", which the server takes for missing')
      .default("Open Ticket AI")
      .describe("Subject of the notes."),
    note_time_unit: z
      .number()
      .positive()
      .optional()
      .describe("Time units accounted with each note, where the installation demands some (NeedAccountedTime)."),
    note_auto_response: name
      .default("auto remove")
      .describe(
        "Type of automatic answer that notes name: a stock one that nothing sends. Name another where it was deleted.",
      ),
    search_limit: z
      .number()
      .int()
      .min(10)
      .max(10_000)
      .default(200)
      .describe("Tickets per search; more are found by further searches."),
    batch_size: z.number().int().min(1).max(100).default(20).describe("Tickets read in one call."),
    include_archived: z.boolean().default(false).describe("Read archived tickets too when history is imported."),
    faq_webservice: name
      .optional()
      .describe("Web service of the FAQ add-on, mostly GenericFAQConnectorREST; without it no articles are read."),
    ...transportParams,
  });
}

export type OtoboParams = z.output<ReturnType<typeof paramsFor>>;

const script = "/nph-genericinterface.pl";

/** Where the program lives, without a trailing slash: `https://host/otobo`. */
export function installationUrl({ base_url, flavour }: Pick<OtoboParams, "base_url" | "flavour">): string {
  if (base_url.endsWith(script)) return base_url.slice(0, -script.length);
  return new URL(base_url).pathname === "/" ? `${base_url}/${flavour}` : base_url;
}

/** Behind it stands `/Webservice/<name>/<route>`. */
export function interfaceUrl(params: Pick<OtoboParams, "base_url" | "flavour">): string {
  return `${installationUrl(params)}${script}`;
}
