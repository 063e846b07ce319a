import { setTimeout as sleep } from "node:timers/promises";

export interface DeskSummary {
  readonly id: number;
  readonly subject: string;
  readonly queue: string | null;
  readonly priority: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly created_at: number;
  readonly truth: { readonly queue: string | null; readonly priority: string | null; readonly language: string | null };
}

export interface DeskTicket extends DeskSummary {
  readonly type: string | null;
  readonly custom_fields: Readonly<Record<string, unknown>>;
  readonly messages: readonly {
    readonly actor: string;
    readonly public: boolean;
    readonly body: string;
    readonly mailed_to?: unknown;
  }[];
  readonly history: readonly {
    readonly actor: "customer" | "agent" | "bot" | "admin" | "system";
    readonly field: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
}

/** What a customer writes; by `email` where nothing else is said. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
  readonly requester: string;
  readonly channel?: "email" | "web" | "chat" | "phone" | "social";
}

export interface DeskRequest {
  readonly seq: number;
  readonly dialect: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
  readonly fault: string | null;
}

export interface Webhook {
  readonly dialect: string;
  readonly url: string;
  readonly secret: string;
  readonly events: readonly string[];
}

/** The sandbox's control API: customers, human agents, faults, and the truth. */
export function createSandboxControl(url: string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
  const ticket = (id: number) => call<DeskTicket>("GET", `tickets/${id}`);

  /** The newest tickets, newest first. */
  async function newest(count: number): Promise<DeskSummary[]> {
    const items: DeskSummary[] = [];
    let cursor: string | null = null;
    while (items.length < count) {
      const from: string = cursor === null ? "" : `&cursor=${cursor}`;
      const page: { items: DeskSummary[]; next_cursor: string | null } = await call(
        "GET",
        `tickets?limit=${Math.min(1000, count - items.length)}${from}`,
      );
      items.push(...page.items);
      cursor = page.next_cursor;
      if (cursor === null) break;
    }
    return items;
  }

  return {
    ticket,
    newest,
    write: async (letter: Letter) => (await call<{ id: number }>("POST", "tickets", letter)).id,
    reply: (id: number, body: string) => call("POST", `tickets/${id}/reply`, { body }),
    /** Deletes or blocks a person, by address. */
    actOnContact: (address: string, deed: { deleted?: boolean; blocked?: boolean }) =>
      call("POST", `contacts/${encodeURIComponent(address)}/act`, deed),
    act: (id: number, deed: Readonly<Record<string, unknown>>) => call<DeskTicket>("POST", `tickets/${id}/act`, deed),
    webhooks: (list: readonly Webhook[]) => call("PUT", "webhooks", list),
    fault: (fault: Readonly<Record<string, unknown>>) => call("POST", "faults", fault),
    endFaults: () => call("DELETE", "faults"),
    forgetRequests: () => call("DELETE", "requests"),
    requests: async (kind: "read" | "write" | "auth") =>
      (await call<{ items: DeskRequest[] }>("GET", `requests?kind=${kind}`)).items,
    startArrivals: (perSecond: number, count: number) => call("POST", "arrivals", { per_second: perSecond, count }),
    stopArrivals: () => call("DELETE", "arrivals"),
    pendingArrivals: async () => (await call<{ pending: number }>("GET", "arrivals")).pending,
    /** Lets so many customers write, and waits until they have. @returns the ids of their tickets, oldest first. */
    async arrive(count: number, perSecond = 1000): Promise<number[]> {
      await call("POST", "arrivals", { per_second: perSecond, count });
      while ((await call<{ pending: number }>("GET", "arrivals")).pending > 0) await sleep(20);
      return (await newest(count)).map(({ id }) => id).reverse();
    },
  };
}

export type SandboxControl = ReturnType<typeof createSandboxControl>;
