import type { Answer } from "../../test-sandbox.ts";
import { startTestSandbox } from "../../test-sandbox.ts";

export const LOGIN = { UserLogin: "otai", Password: "sandbox" };
/** An article with all that one needs. */
export const NOTE = { Subject: "Triage", Body: "Routed", ContentType: "text/plain; charset=utf-8" };

const INTERFACE = "/nph-genericinterface.pl/Webservice";

/** A sandbox that speaks the family's dialects, with a clock that tests turn and short ways to call the operations. */
export async function openOtobo() {
  const clock = { now: Date.UTC(2026, 10, 20, 12) };
  // One ticket every six hours; the last two are open.
  const dialects = ["otobo", "znuny", "otrs", "freshdesk"];
  const desk = await startTestSandbox({ dialects, tickets: 60, now: () => clock.now });
  /** The vendor's sample service, which has no credentials of its own. */
  const raw = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    desk.call(method, `/otobo${INTERFACE}/GenericTicketConnectorREST${path}`, body, headers);
  /** The service with POST routes, with login and password in the body. */
  const post = (path: string, body: object, flavour = "otobo"): Promise<Answer> =>
    desk.call("POST", `/${flavour}${INTERFACE}/OTAI${path}`, { ...LOGIN, ...body });
  return {
    ...desk,
    clock,
    raw,
    post,
    search: async (body: object) => (await post("/Ticket/Search", body)).json,
    get: async (id: number, options: object = {}) =>
      (await post("/Ticket/Get", { TicketID: id, DynamicFields: 1, AllArticles: 1, ...options })).json.Ticket[0],
    update: async (id: number, body: object) => (await post(`/Ticket/${id}/Update`, body)).json,
    view: async (id: number) => (await desk.control("GET", `/tickets/${id}`)).json,
    newTicket: async () => {
      const written = { subject: "Help", body: "Line one", requester: "mara@customer.example" };
      return (await desk.control("POST", "/tickets", written)).json.id as number;
    },
  };
}
