import { describe, expect, it } from "vitest";
import { sampleTicket } from "../testing/samples.ts";
import { resolutionCause } from "./resolution-cause.ts";
import type { ThreadMessage } from "./thread.ts";
import type { Visit } from "./visit.ts";

const minute = 60_000;
const message = (cause: string, createdAt: number): ThreadMessage => ({
  cause,
  role: "agent",
  authorId: "7",
  text: cause,
  createdAt,
});
const thread = [message("created", 0), message("answer", 10 * minute)];

function causeOf(solvedAt: number | null, messages: readonly ThreadMessage[]): string {
  const ticket = sampleTicket({ status: "solved", solvedAt });
  return resolutionCause({ claim: { connectionUid: "cn-1", ticketId: "7" }, ticket } as unknown as Visit, messages);
}

describe("D38: what one evaluation belongs to", () => {
  const solved = causeOf(10 * minute, thread);

  it("closed later, and seen with another time stamp, it is the same resolution", () => {
    expect(causeOf(20 * minute, thread)).toBe(solved);
    expect(causeOf(null, thread)).toBe(solved);
  });

  it("solved again after a new public message it is another one", () => {
    expect(causeOf(30 * minute, [...thread, message("again", 25 * minute)])).not.toBe(solved);
  });

  it("a thank-you on a ticket that stays solved is no new resolution", () => {
    expect(causeOf(10 * minute, [...thread, message("thanks", 25 * minute)])).toBe(solved);
  });

  it("the answer that solves a ticket belongs to it, although it is stamped a little later", () => {
    const late = [message("created", 0), message("answer", 10 * minute + 900)];
    expect(causeOf(10 * minute, late)).toBe(solved);
  });

  it("without any message there is a cause all the same", () => {
    expect(causeOf(10 * minute, [])).not.toBe(solved);
  });
});
