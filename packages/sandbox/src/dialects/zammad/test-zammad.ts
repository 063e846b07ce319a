import type { Answer } from "../../test-sandbox.ts";
import { startTestSandbox } from "../../test-sandbox.ts";

/** A sandbox that speaks Zammad, with a clock that tests turn and the right token in every call. */
export async function openZammad() {
  const clock = { now: Date.UTC(2026, 10, 20, 12) };
  // One ticket every six hours; the last two are open.
  const desk = await startTestSandbox({ dialects: ["zammad", "freshdesk"], tickets: 240, now: () => clock.now });
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    desk.call(method, `/zammad/api/v1${path}`, body, { authorization: "Token token=sandbox", ...headers });
  return {
    ...desk,
    clock,
    call,
    search: (condition: unknown, rest: Record<string, unknown> = {}) =>
      call("POST", "/tickets/search", { condition, sort_by: "updated_at", order_by: "asc", expand: true, ...rest }),
    view: async (id: number) => (await desk.control("GET", `/tickets/${id}`)).json,
    newTicket: async (channel = "email") => {
      const written = { subject: "Help", body: "Line one", channel, requester: "mara@customer.example" };
      return (await desk.control("POST", "/tickets", written)).json.id as number;
    },
  };
}
