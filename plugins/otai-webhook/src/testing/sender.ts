import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import plugin from "../plugin.ts";
import { createMemoryDocuments } from "./memory-documents.ts";

const { params: schema, create } = plugin.ticketSystems.WebhookTicketsystemService!;

/** A system that sends webhooks, connected: what it sends is parsed and kept as the host does it. */
export function connectSender(params: Record<string, unknown> = {}) {
  const context = createTestContext();
  const documents = createMemoryDocuments();
  const system = create(schema.parse(params), { ...context, documents });
  const delivery = (route: string, payload: unknown, headers: Record<string, string> = {}) => ({
    route,
    headers,
    body: new TextEncoder().encode(JSON.stringify(payload)),
    receivedAt: context.now,
  });
  return {
    system,
    context,
    documents,
    delivery,
    /** Another worker on the same documents. */
    another: () => create(schema.parse(params), { ...context, documents }),
    async send(route: string, payload: unknown, headers: Record<string, string> = {}) {
      const parsed = system.webhooks!.parse(delivery(route, payload, headers));
      await documents.apply(parsed.documents ?? []);
      return parsed;
    },
  };
}

export type Sender = ReturnType<typeof connectSender>;
