import { startTestSandbox } from "../../test-sandbox.ts";

/** A desk with 800 tickets, one every six hours: 200 days of history until `clock.now`. */
export async function startTestDesk() {
  const clock = { now: Date.UTC(2026, 10, 20, 12) };
  const desk = await startTestSandbox({ tickets: 800, now: () => clock.now });
  return {
    ...desk,
    clock,
    /** A customer writes in. @returns the ticket's id */
    async newTicket(requester = "x@y.example"): Promise<number> {
      const body = { subject: "Help", body: "Line one\nLine <two>", requester };
      return (await desk.control("POST", "/tickets", body)).json.id;
    },
  };
}

export type TestDesk = Awaited<ReturnType<typeof startTestDesk>>;
