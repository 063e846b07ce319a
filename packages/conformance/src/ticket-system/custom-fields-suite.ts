import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import { describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { onlyWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";
import { updateAsRead } from "./update-as-read.ts";

export function customFieldsSuite(bench: UseBench, offers: Offers): void {
  describe("custom fields", () => {
    onlyWhere(offers.fields, "fields are not listed");
    /** The key, without prefix, of the field that people call so. */
    async function fieldCalled(system: TicketSystem, label: string) {
      const field = (await system.read.listFields!()).find((one) => one.label === label);
      expect(field, `the field ${label}`).toBeDefined();
      return { key: field!.key.replace(/^custom_fields\./, ""), choices: field!.choices ?? [] };
    }

    it("a choice is written by its value and read back under the same key", async () => {
      const { system, newTicket } = bench();
      const id = await newTicket();
      const { key, choices } = await fieldCalled(system, "Product");
      const [first] = choices;
      const { ticket, refused } = await updateAsRead(system, id, { customFields: { [key]: first!.value } });
      expect(refused).toEqual([]);
      expect(ticket.customFields[key]).toBe(first!.value);
    });

    it("D07: a value that is not among the choices is refused by name, and the rest is written", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      const { key } = await fieldCalled(system, "Product");
      const { refused } = await updateAsRead(system, id, {
        customFields: { [key]: "no-such-product" },
        priority: "high",
      });
      expect(refused.map(({ field }) => field)).toEqual([`custom_fields.${key}`]);
      expect(await desk.view(id)).toMatchObject({ priority: "high", custom_fields: {} });
    });

    it("D09: a field that vanished since it was last looked at is refused by name, and the rest is written", async () => {
      const { system, desk, newTicket, context } = bench();
      const id = await newTicket();
      const { key, choices } = await fieldCalled(system, "Product");
      await updateAsRead(system, id, { customFields: { [key]: choices[0]!.value } });
      await desk.deleteField("product");
      context.advance(5_000);
      const { refused, ticket } = await updateAsRead(system, id, {
        customFields: { [key]: choices[1]!.value },
        priority: "high",
      });
      expect(refused).toEqual([{ field: `custom_fields.${key}`, message: expect.stringMatching(/./) }]);
      expect(ticket.priority).toBe("high");
      expect((await desk.view(id)).priority).toBe("high");
    });

    it("a field that never was is refused by name", async () => {
      const { system, desk, newTicket } = bench();
      const id = await newTicket();
      const { refused } = await updateAsRead(system, id, { customFields: { nobody_knows: "x" }, priority: "high" });
      expect(refused.map(({ field }) => field)).toEqual(["custom_fields.nobody_knows"]);
      expect((await desk.view(id)).priority).toBe("high");
    });
  });
}
