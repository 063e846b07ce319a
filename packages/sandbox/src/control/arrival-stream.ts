import type { SimulatedTicket } from "../corpus/simulated-ticket.ts";
import type { Desk } from "../desk/desk.ts";
import type { DeskTicket } from "../desk/desk-model.ts";

export interface ArrivalStream {
  /** Lets `count` customers write, `perSecond` of them each second, in the background. */
  start: (perSecond: number, count: number) => void;
  /** How many are still to come. */
  pending: () => number;
  stop: () => void;
}

const TICK_MS = 20;

/** Goes on where the desk's last arrival was, also after a restart, and so never repeats itself. */
export function createArrivalStream(desk: Desk, ticketAt: (index: number) => SimulatedTicket): ArrivalStream {
  const timers = new Map<NodeJS.Timeout, number>();
  const end = (timer: NodeJS.Timeout) => {
    clearInterval(timer);
    timers.delete(timer);
  };
  return {
    start(perSecond, count) {
      const startedAt = performance.now();
      let sent = 0;
      const catchUp = () => {
        const due = Math.min(count, 1 + Math.floor(((performance.now() - startedAt) / 1000) * perSecond));
        for (; sent < due; sent++) receive(desk, ticketAt(desk.arrivals()));
        if (sent >= count) end(timer);
        else timers.set(timer, count - sent);
      };
      const timer = setInterval(catchUp, Math.max(TICK_MS, Math.min(1000, 1000 / perSecond)));
      timers.set(timer, count);
      catchUp();
    },
    pending: () => [...timers.values()].reduce((sum, left) => sum + left, 0),
    stop: () => {
      for (const timer of [...timers.keys()]) end(timer);
    },
  };
}

function receive(desk: Desk, source: SimulatedTicket): DeskTicket {
  const { email, name, vip } = source.requester;
  const requester = desk.userWithEmail(email) ?? desk.createUser(null, { name, email, vip });
  return desk.createTicket(requester.id, {
    subject: source.subject,
    requesterId: requester.id,
    channel: source.channel,
    body: source.body,
    html: source.html,
    truth: source.truth,
    arrival: desk.arrivals(),
  });
}
