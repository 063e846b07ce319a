import { z } from "zod";

/** What a web service of the installation is asked for. */
export const operations = [
  "session_create",
  "ticket_search",
  "ticket_get",
  "ticket_update",
  "faq_search",
  "faq_get",
] as const;
export type Operation = (typeof operations)[number];

export interface Route {
  /** In upper case: `patch` would go out as it is, and be answered 500 (OT-22). */
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Behind `/Webservice/<name>`, with a leading slash; `:TicketID` stands for the ticket. */
  readonly path: string;
}

export type Routes = Readonly<Record<Operation, Route>>;

/** `PATCH /Ticket/:TicketID`, in any case and without a trailing slash, which the server answers with 500. */
export const route = z
  .string()
  .transform((text) => text.trim().split(/\s+/))
  .refine(
    (parts) => parts.length === 2 && /^(get|post|put|patch|delete)$/i.test(parts[0]!) && /^\/[^?#]+$/.test(parts[1]!),
    "must be a method and a path, for instance PATCH /Ticket/:TicketID",
  )
  .transform(([method, path]) => ({
    method: method!.toUpperCase() as Route["method"],
    path: path!.replace(/\/+$/, ""),
  }));

const faq = { faq_search: "POST /PublicFAQSearch", faq_get: "GET /PublicFAQGet" };

/** Routes are configuration of each installation; these are the ones that people have. */
export const routePresets = {
  /** GenericTicketConnectorREST as OTOBO and Znuny ship it. */
  sample_a: {
    session_create: "POST /Session",
    ticket_search: "GET /Ticket",
    ticket_get: "GET /Ticket/:TicketID",
    ticket_update: "PATCH /Ticket/:TicketID",
    ...faq,
  },
  /** The other sample of the same release. */
  sample_b: {
    session_create: "POST /Session",
    ticket_search: "GET /Ticket",
    ticket_get: "GET /Ticket/:TicketID",
    ticket_update: "POST /TicketUpdate",
    ...faq,
  },
  /** `webservice/otai.yml`: reads by POST, so that no session stands in an address. */
  otai: {
    session_create: "POST /Session",
    ticket_search: "POST /Ticket/Search",
    ticket_get: "POST /Ticket/Get",
    ticket_update: "PATCH /Ticket/:TicketID/Update",
    ...faq,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Operation, string>>>>;

const presetNames = Object.keys(routePresets) as [keyof typeof routePresets, ...(keyof typeof routePresets)[]];

/** The name of a preset, or single routes that differ from `sample_a`. */
export const routesParam = z
  .union([
    z.enum(presetNames),
    z.strictObject(
      Object.fromEntries(operations.map((name) => [name, route.optional()])) as Record<
        Operation,
        z.ZodOptional<typeof route>
      >,
    ),
  ])
  .default("sample_a")
  .superRefine((given, context) => {
    const own = typeof given === "string" ? {} : given;
    for (const name of ["session_create", "ticket_update"] as const) {
      if (own[name]?.method !== "GET") continue;
      const message = "must not be GET: a password or a text would stand in the address";
      context.addIssue({ code: "custom", path: [name], message });
    }
  })
  .describe("sample_a, sample_b, otai, or single routes like { ticket_update: POST /TicketUpdate }.");

export function routesOf(given: z.output<typeof routesParam>): Routes {
  const preset = routePresets[typeof given === "string" ? given : "sample_a"];
  const own: Partial<Record<Operation, Route | undefined>> = typeof given === "string" ? {} : given;
  return Object.fromEntries(operations.map((name) => [name, own[name] ?? route.parse(preset[name])])) as Record<
    Operation,
    Route
  >;
}
