import type { TicketEventKind } from "@otai/plugin-api/webhook";

/** A ticket as the desk knows it, in the desk's own words: the truth that an adapter is compared with. */
export interface DeskView {
  readonly id: number;
  readonly subject: string;
  readonly queue: string | null;
  readonly priority: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly custom_fields: Readonly<Record<string, unknown>>;
  readonly updated_at: number;
  readonly messages: readonly { readonly actor: string; readonly public: boolean; readonly body: string }[];
  readonly history: readonly { readonly actor: string; readonly name: string | null; readonly field: string }[];
}

export interface DeskRequest {
  readonly seq: number;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  /** The kind of the fault that struck this call. */
  readonly fault: string | null;
}

export interface NewTicket {
  readonly subject: string;
  readonly body: string;
  readonly html?: string;
  readonly channel?: "email" | "web" | "chat" | "phone" | "social";
}

/** What a human agent does in the helpdesk's own user interface. */
export interface AgentAct {
  readonly queue?: string;
  readonly priority?: string;
  readonly status?: string;
  readonly tags?: readonly string[];
  readonly reply?: string;
  readonly note?: string;
  readonly spam?: boolean;
  readonly deleted?: boolean;
}

export interface Fault {
  readonly kind: "429" | "5xx" | "timeout" | "reset" | "garbled" | "webhook-double" | "webhook-reorder";
  readonly next: number;
  readonly only?: "read" | "write";
  /** So many calls pass before it strikes. */
  readonly skip?: number;
}

/** The people around the helpdesk, and its weather: customers, human agents, faults, the request log. Ids are ours, as text. */
export interface DeskControl {
  writeIn(ticket: NewTicket): Promise<string>;
  reply(id: string, body: string): Promise<void>;
  act(id: string, act: AgentAct): Promise<void>;
  view(id: string): Promise<DeskView>;
  queues(): Promise<readonly string[]>;
  deleteField(key: string): Promise<void>;
  deletePerson(email: string): Promise<void>;
  fault(fault: Fault): Promise<void>;
  calm(): Promise<void>;
  /** API requests since the log was last cleared, oldest first. */
  requests(kind?: "read" | "write"): Promise<readonly DeskRequest[]>;
  clearRequests(): Promise<void>;
  subscribe(url: string, secret: string, events: readonly TicketEventKind[]): Promise<void>;
}

export function createDeskControl(sandboxUrl: string, dialect: string): DeskControl {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${sandboxUrl}/_sandbox${path}`, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_sandbox${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
  return {
    async writeIn(ticket) {
      const requester = { email: "kim@customer.example", name: "Kim Sample" };
      const { id } = await call<{ id: number }>("POST", "/tickets", { requester, ...ticket });
      return String(id);
    },
    reply: (id, body) => call("POST", `/tickets/${id}/reply`, { body }),
    act: (id, act) => call("POST", `/tickets/${id}/act`, act),
    view: (id) => call("GET", `/tickets/${id}`),
    queues: async () => (await call<{ items: string[] }>("GET", "/queues")).items,
    deleteField: (key) => call("DELETE", `/fields/${key}`),
    deletePerson: (email) => call("POST", `/contacts/${encodeURIComponent(email)}/act`, { deleted: true }),
    fault: (fault) => call("POST", "/faults", fault),
    calm: () => call("DELETE", "/faults"),
    requests: async (kind) =>
      (await call<{ items: DeskRequest[] }>("GET", `/requests${kind === undefined ? "" : `?kind=${kind}`}`)).items,
    clearRequests: () => call("DELETE", "/requests"),
    subscribe: (url, secret, events) => call("PUT", "/webhooks", [{ dialect, url, secret, events }]),
  };
}
