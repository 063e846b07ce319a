/** The few calls of the sandbox's control API that the demo makes. */
export function createSandboxControl(url: string) {
  async function call(method: string, path: string, body: unknown): Promise<void> {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the simulated helpdesk answered ${response.status} to ${method} ${path}`);
  }
  return {
    /** Points the helpdesk's webhooks at a receiver, `{event}` standing for the route. */
    sendWebhooksTo: (receiver: string, secret: string) =>
      call("PUT", "webhooks", [
        {
          dialect: "freshdesk",
          url: `${receiver}/freshdesk/{event}`,
          secret,
          events: ["ticket-created", "customer-replied", "ticket-resolved"],
        },
      ]),
    /** Customers write, so many per second. */
    startArrivals: (perSecond: number, count: number) => call("POST", "arrivals", { per_second: perSecond, count }),
  };
}
