import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Instant } from "@otai/plugin-api/ticket";
import type { Delivery } from "@otai/plugin-api/webhook";

export interface DeliveryReceiver {
  readonly url: string;
  /** The next one that nobody took yet; waits for it. */
  next(): Promise<Delivery>;
  close(): Promise<void>;
}

/** Takes webhooks as the host does, raw, and hands them over in the order in which they came. */
export async function startDeliveryReceiver(now: () => Instant): Promise<DeliveryReceiver> {
  const arrived: Delivery[] = [];
  const waiting: ((delivery: Delivery) => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const delivery = {
      route: request.url!.split("/").at(-1)!,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(Buffer.concat(chunks)),
      receivedAt: now(),
    };
    response.writeHead(202).end("{}");
    const taker = waiting.shift();
    if (taker === undefined) arrived.push(delivery);
    else taker(delivery);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => {
      const first = arrived.shift();
      return first === undefined ? new Promise((taken) => waiting.push(taken)) : Promise.resolve(first);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
