import type { RequestKind } from "../dialect.ts";
import { languageList, publicCategoryList, publicFaqGet, publicFaqSearch } from "./faq-operations.ts";
import type { Operation } from "./otobo-account.ts";
import { decodePart } from "./request-data.ts";
import { sessionCreate, sessionGet } from "./session-operations.ts";
import { ticketCreate } from "./ticket-create.ts";
import { ticketGet } from "./ticket-get.ts";
import { ticketHistoryGet } from "./ticket-history.ts";
import { ticketSearch } from "./ticket-search.ts";
import { ticketUpdate } from "./ticket-update.ts";

export interface Route {
  methods: readonly string[];
  /** `:Name` becomes a parameter of the operation. */
  path: string;
  operation: Operation;
  kind: RequestKind;
}

export interface WebService {
  name: string;
  /** Bytes of a body. */
  maxLength: number;
  routes: readonly Route[];
}

const route = (method: string, path: string, operation: Operation, kind: RequestKind): Route => ({
  methods: method.split(" "),
  path,
  operation,
  kind,
});

/**
 * What an administrator has imported: the vendor's sample A, to which sample B's update is added, the FAQ add-on's,
 * and the service with POST routes of ticket-systems.md, 5, Base and auth. Their position is their id.
 */
const WEB_SERVICES: readonly WebService[] = [
  {
    name: "GenericTicketConnectorREST",
    maxLength: 48_000_000,
    routes: [
      route("POST", "/Session", sessionCreate, "auth"),
      route("GET", "/Session/:SessionID", sessionGet, "auth"),
      route("POST", "/Ticket", ticketCreate, "write"),
      route("GET", "/Ticket/:TicketID", ticketGet, "read"),
      route("GET", "/TicketList", ticketGet, "read"),
      route("GET", "/Ticket", ticketSearch, "read"),
      route("PATCH", "/Ticket/:TicketID", ticketUpdate, "write"),
      route("GET", "/TicketHistory/:TicketID", ticketHistoryGet, "read"),
      route("POST", "/TicketUpdate", ticketUpdate, "write"),
    ],
  },
  {
    name: "GenericFAQConnectorREST",
    maxLength: 2_000_000,
    routes: [
      route("GET", "/LanguageList", languageList, "read"),
      route("GET", "/PublicCategoryList", publicCategoryList, "read"),
      route("GET", "/PublicFAQGet", publicFaqGet, "read"),
      route("POST", "/PublicFAQSearch", publicFaqSearch, "read"),
    ],
  },
  {
    name: "OTAI",
    maxLength: 2_000_000,
    routes: [
      route("POST", "/Session", sessionCreate, "auth"),
      route("POST", "/Ticket", ticketCreate, "write"),
      route("GET POST", "/Ticket/Get", ticketGet, "read"),
      route("GET POST", "/Ticket/Search", ticketSearch, "read"),
      route("PATCH POST", "/Ticket/:TicketID/Update", ticketUpdate, "write"),
      route("GET POST", "/TicketHistory", ticketHistoryGet, "read"),
    ],
  },
];

export interface ResolvedPath {
  service: WebService | undefined;
  /** What follows the service's name. */
  path: string;
  match: { route: Route; params: Record<string, string> } | undefined;
}

/** `path` is below `nph-genericinterface.pl`: `/Webservice/{name}/…` or `/WebserviceID/{number}/…`. */
export function resolvePath(method: string, path: string): ResolvedPath {
  const [, kind, name, rest = ""] = /^\/(Webservice|WebserviceID)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const service =
    kind === "WebserviceID" ? WEB_SERVICES[Number(name) - 1] : WEB_SERVICES.find((known) => known.name === name);
  for (const candidate of service?.routes ?? []) {
    const params = candidate.methods.includes(method) ? paramsOf(candidate.path, rest) : undefined;
    if (params) return { service, path: rest, match: { route: candidate, params } };
  }
  return { service, path: rest, match: undefined };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split("/");
  const parts = path.split("/");
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index]!;
    if (name.startsWith(":") && part !== "") params[name.slice(1)] = decodePart(part);
    else if (name !== part) return undefined;
  }
  return params;
}
