import { RefusedError } from "@otai/plugin-api/errors";
import type { Delivery, TicketEventKind, WebhookReceiver } from "@otai/plugin-api/webhook";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Offers } from "./capabilities.ts";
import { type DeliveryReceiver, startDeliveryReceiver } from "./delivery-receiver.ts";
import { onlyWhere } from "./it-where.ts";
import type { UseBench } from "./suite-bench.ts";

const secret = "a-secret-of-the-conformance-suite";
const dayMs = 24 * 60 * 60_000;

export function webhooksSuite(bench: UseBench, offers: Offers): void {
  describe("webhooks", () => {
    onlyWhere(offers.webhooks, "there are no webhooks");
    let receiver: DeliveryReceiver;
    let webhooks: WebhookReceiver;
    beforeEach(async () => {
      const { context, system } = bench();
      receiver = await startDeliveryReceiver(() => context.now);
      webhooks = system.webhooks!;
    });
    afterEach(() => receiver.close());

    const subscribe = (route: string, ...kinds: readonly TicketEventKind[]) =>
      bench().desk.subscribe(`${receiver.url}/hooks/${route}`, secret, kinds);

    async function delivered(): Promise<Delivery> {
      await subscribe("{event}", "ticket-created");
      await bench().newTicket();
      return receiver.next();
    }
    const accepts = (delivery: Delivery, ...secrets: [string, ...string[]]) => webhooks.verify(delivery, secrets).ok;
    /** A sender that cannot sign sends the secret along; then nothing protects the body. */
    const sendsSecretAlong = ({ headers }: Delivery) => Object.values(headers).some((value) => value.includes(secret));

    it("a genuine delivery is accepted, with the current secret and with the one before while rotating", async () => {
      const delivery = await delivered();
      expect(accepts(delivery, secret)).toBe(true);
      expect(accepts(delivery, "the-new-secret", secret)).toBe(true);
    });

    it("R02: a forged delivery is refused: no proof, another secret, an altered body", async () => {
      const delivery = await delivered();
      const plain = Object.entries(delivery.headers).filter(([name]) => /^(content-|host$)/.test(name));
      const altered = delivery.body.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
      expect(accepts({ ...delivery, headers: Object.fromEntries(plain) }, secret)).toBe(false);
      expect(accepts(delivery, "another-secret")).toBe(false);
      if (!sendsSecretAlong(delivery)) {
        expect(accepts({ ...delivery, body: altered }, secret)).toBe(false);
        expect(accepts({ ...delivery, body: new Uint8Array() }, secret)).toBe(false);
      }
      // GW-1: a secret that is empty by mistake opens no door.
      expect(accepts({ ...delivery, headers: Object.fromEntries(plain) }, "")).toBe(false);
      expect(accepts(delivery, "")).toBe(false);
      const refusal = webhooks.verify(delivery, ["another-secret"]);
      expect(JSON.stringify(refusal)).not.toContain(secret);
    });

    it("R02: a delivery that is replayed after a day is refused, or known by its id, or only a hint", async () => {
      const delivery = await delivered();
      const replayed = { ...delivery, receivedAt: delivery.receivedAt + dayMs };
      const { deliveryId, hints } = webhooks.parse(delivery);
      if (accepts(replayed, secret)) expect(webhooks.parse(replayed)).toEqual({ deliveryId, hints });
      if (accepts(replayed, secret) && !sendsSecretAlong(delivery)) expect(deliveryId).not.toBeNull();
    });

    it("each kind of event is what it says, and names the ticket as reading does", async () => {
      const { system, desk, newTicket, context } = bench();
      await subscribe("{event}", "ticket-created", "customer-replied", "ticket-resolved");
      const id = await newTicket();
      const created = await receiver.next();
      await desk.reply(id, "Any news?");
      const replied = await receiver.next();
      context.advance(5_000);
      await desk.act(id, { status: "solved", reply: "Done." });
      const resolved = await receiver.next();
      for (const delivery of [created, replied, resolved]) expect(accepts(delivery, secret)).toBe(true);
      const hints = [created, replied, resolved].map((delivery) => webhooks.parse(delivery).hints);
      expect(hints.map((list) => list.map(({ ticketId, kind }) => [ticketId, kind]))).toEqual([
        [[id, "ticket-created"]],
        [[id, "customer-replied"]],
        [[id, "ticket-resolved"]],
      ]);
      expect((await system.read.getTicket(hints[0]![0]!.ticketId)).id).toBe(id);
    });

    it("the system's own routes name the ticket too", async () => {
      const { newTicket } = bench();
      for (const route of webhooks.routes) {
        await subscribe(route, "ticket-created");
        const id = await newTicket();
        const delivery = await receiver.next();
        expect(accepts(delivery, secret), route).toBe(true);
        expect(webhooks.parse(delivery).hints.map(({ ticketId }) => ticketId)).toEqual([id]);
      }
    });

    it("R03: a delivery that comes twice has the same id, where the sender gives one, and says the same", async () => {
      const { desk, newTicket } = bench();
      await subscribe("{event}", "ticket-created");
      await desk.fault({ kind: "webhook-double", next: 1 });
      await newTicket();
      const [first, second] = [webhooks.parse(await receiver.next()), webhooks.parse(await receiver.next())];
      expect(second).toEqual(first);
      await newTicket();
      const other = webhooks.parse(await receiver.next());
      if (first.deliveryId !== null) expect(other.deliveryId).not.toBe(first.deliveryId);
    });

    it("R04: deliveries out of order can be told by their times, where the sender gives them", async () => {
      const { desk, newTicket, context } = bench();
      await subscribe("{event}", "ticket-created", "customer-replied");
      await desk.fault({ kind: "webhook-reorder", next: 1 });
      const id = await newTicket();
      context.advance(5_000);
      await desk.reply(id, "Any news?");
      const [early, late] = [webhooks.parse(await receiver.next()), webhooks.parse(await receiver.next())];
      expect([early, late].map(({ hints }) => hints[0]!.kind)).toEqual(["customer-replied", "ticket-created"]);
      const [reply, creation] = [early.hints[0]!.occurredAt, late.hints[0]!.occurredAt];
      expect(reply === null).toBe(creation === null);
      if (reply !== null && creation !== null) expect(creation).toBeLessThan(reply);
    });

    it.each([
      ["empty", ""],
      ["an empty object", "{}"],
      ["a list", "[]"],
      ["null", "null"],
      ["not JSON", "not JSON"],
      ["something else", '{"hello":"world"}'],
      ["nested without an end", "[".repeat(100_000)],
      ["nested a hundred thousand deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ])("a body that names no ticket is a RefusedError: %s", async (_, text) => {
      const delivery = { ...(await delivered()), body: new TextEncoder().encode(text) };
      expect(() => webhooks.parse(delivery)).toThrow(RefusedError);
    });
  });
}
