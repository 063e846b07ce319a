import { RefusedError } from "@otai/plugin-api/errors";
import type { TicketUpdate } from "@otai/plugin-api/ticket-update";
import type { WireDesk } from "@otai/plugin-kit/testing/wire-desk";
import { afterEach, describe, expect, it } from "vitest";
import { triageTicket as before, triage, updateNow } from "./testing/triage-update.ts";
import { answers, fixture, startWireDesk, ticketBody } from "./testing/wire-desk.ts";

let desk: WireDesk;
afterEach(() => desk.stop());

const bodies = () => desk.bodies("PUT");
const update = (change: Partial<TicketUpdate>, id = "12") => updateNow(desk, id, change);

describe("FD-11, D09: what Freshdesk refuses", () => {
  const refusal = (...fields: string[]) => ({
    description: "Validation failed",
    errors: fields.map((field) => ({ field, message: "It should be one of these values", code: "invalid_value" })),
  });

  it("one of five fields: the other four are written in a second try, the refused one is reported by name", async () => {
    const after = fixture("triage-put-golden").response.body as Record<string, unknown>;
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", fixture("ticket-put-invalid-type").response.body, { status: 400 }),
      answers("PUT", "/tickets/12", { ...after, type: "Question" }),
    );
    const { ticket, refused } = await update(triage);
    const { type: _, ...rest } = fixture("triage-put-golden").request.body as Record<string, unknown>;
    expect(bodies()[1]).toEqual(rest);
    expect(refused).toEqual([{ field: "type", message: expect.stringContaining("It should be one of these values") }]);
    expect(ticket).toMatchObject({ priority: "high", type: "Question" });
  });

  it.each(["cf_ai_category", "custom_fields.cf_ai_category", "custom_fields[cf_ai_category]"])(
    "a custom field named %s",
    async (named) => {
      desk = await startWireDesk(
        answers("GET", "/tickets/12", before),
        answers("PUT", "/tickets/12", refusal(named), { status: 400 }),
        answers("PUT", "/tickets/12", before),
      );
      const { refused } = await update({ customFields: { cf_ai_category: "billing", cf_ai_urgency: "high" } });
      expect(bodies()[1]).toEqual({ custom_fields: { cf_ai_urgency: "high" } });
      expect(refused[0]!.field).toBe("custom_fields.cf_ai_category");
    },
  );

  it("all of them: nothing is written and each is reported", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", refusal("group_id"), { status: 400 }),
    );
    const { ticket, refused } = await update({ queue: { id: "12", name: "Billing" } });
    expect(bodies()).toHaveLength(1);
    expect([ticket.queue?.id, refused[0]!.field]).toEqual(["80000374752", "queue"]);
  });

  it("a second refusal ends it", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", refusal("type"), { status: 400 }),
      answers("PUT", "/tickets/12", refusal("priority"), { status: 400 }),
    );
    await expect(update(triage)).rejects.toMatchObject({ code: "refused", fields: [{ field: "priority" }] });
    expect(bodies()).toHaveLength(2);
  });

  it("D45: a field that the account requires is named, and nothing is tried again", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/13", ticketBody({ id: 13, priority: 1 })),
      "ticket-put-missing-field",
    );
    const attempt = update({ priority: "high" }, "13");
    await expect(attempt).rejects.toThrow(RefusedError);
    await expect(attempt).rejects.toMatchObject({ fields: [{ field: "custom_fields.cf_root_cause" }] });
    expect(bodies()).toHaveLength(1);
  });

  it("a value that a rule of the account changed at once is reported", async () => {
    desk = await startWireDesk(
      answers("GET", "/tickets/12", before),
      answers("PUT", "/tickets/12", { ...before, priority: 4 }),
    );
    const { ticket, refused } = await update({ priority: "high", addTags: ["new"] });
    expect(ticket.priority).toBe("urgent");
    expect(refused.map(({ field }) => field)).toEqual(["priority", "tags"]);
  });
});
