import { setTimeout as sleep } from "node:timers/promises";

export interface ApiDecision {
  readonly id: string;
  readonly ticket_system: string;
  readonly ticket_id: string;
  readonly run_id: string;
  readonly field: string;
  readonly value: string | null;
  readonly confidence: number | null;
  readonly decision: "automate" | "suggest" | "abstain" | "shadow";
  readonly would_be: "automate" | "suggest" | "abstain" | null;
  readonly mode: string;
  readonly reason: string;
  readonly previous: string | null;
  readonly model_version: string | null;
  readonly written: boolean;
  readonly outcome: "kept" | "changed" | "ignored" | null;
}

interface Stats {
  readonly events: { readonly open: number; readonly done: number; readonly dead: number };
}

/** OTAI's own HTTP API, as a script of an administrator would use it. */
export function createOtaiApi(url: string) {
  async function get<T>(path: string): Promise<T> {
    const response = await fetch(`${url}/api/v1/${path}`);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** All pages of a list. */
  async function all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: T[]; next_cursor: string | null } = await get(
        `${path}${path.includes("?") ? "&" : "?"}limit=500${from}`,
      );
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    return items;
  }

  const decisionsOf = (ticketId: string | number) => all<ApiDecision>(`decisions?ticket_id=${ticketId}`);

  return {
    get,
    all,
    decisionsOf,
    stats: () => get<Stats>("stats"),
    /** Resolves when every one of these tickets was decided about and nothing is open; the test's time limit ends a wait in vain. */
    async settled(ticketIds: readonly (string | number)[]): Promise<ApiDecision[]> {
      const wanted = ticketIds.map(String);
      for (;;) {
        const { events } = await get<Stats>("stats");
        if (events.open === 0) {
          const decisions = await all<ApiDecision>("decisions");
          const decided = new Set(decisions.map((decision) => decision.ticket_id));
          if (wanted.every((id) => decided.has(id)))
            return decisions.filter(({ ticket_id }) => wanted.includes(ticket_id));
        }
        await sleep(250);
      }
    },
  };
}

export type OtaiApi = ReturnType<typeof createOtaiApi>;
