import pg from "pg";

const channel = "otai_inbox";
const retryMs = 1000;

export interface PostgresDoorbell {
  listen(ring: () => void): () => void;
  /** Rings here at once and at the other processes as soon as possible. */
  ring(): void;
  close(): Promise<void>;
}

/**
 * Wakes workers of other processes. It has a connection of its own, outside of the transactions: a NOTIFY inside would make
 * commits queue up behind one lock. Rings of one burst become one, and a ring may be lost: workers look by themselves too.
 */
export function createDoorbell(config: pg.ClientConfig): PostgresDoorbell {
  const listeners = new Set<() => void>();
  let client: pg.Client | null = null;
  let connected = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let sending = false;
  let again = false;

  function ringHere(): void {
    for (const ring of listeners) ring();
  }

  function connect(): void {
    if (client !== null || retry !== undefined || closed) return;
    // A ring need not survive a power cut; waiting for the disk would only make it late.
    const fresh = new pg.Client({ ...config, options: "-c synchronous_commit=off" });
    client = fresh;
    const lost = () => {
      if (client !== fresh) return;
      client = null;
      connected = false;
      fresh.end().catch(() => {});
      if (closed) return;
      retry = setTimeout(() => {
        retry = undefined;
        connect();
      }, retryMs);
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ringHere);
    fresh
      .connect()
      .then(() => fresh.query(`listen ${channel}`))
      .then(() => {
        connected = true;
        // What happened while nobody listened.
        ringHere();
      })
      .catch(lost);
  }

  async function send(): Promise<void> {
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    do {
      again = false;
      await client?.query(`notify ${channel}`).catch(() => {});
    } while (again && connected);
    sending = false;
  }

  return {
    listen(ring) {
      listeners.add(ring);
      connect();
      return () => listeners.delete(ring);
    },
    ring() {
      setImmediate(ringHere);
      connect();
      if (connected) void send();
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
