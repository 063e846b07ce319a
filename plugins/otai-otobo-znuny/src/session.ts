import type { Clock } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";

export interface Session {
  /** The id of a session that is young enough; logs in when there is none. */
  get(): Promise<string>;
  /** The server knows this one no longer. Another one may have been opened meanwhile. */
  drop(id: string): void;
  /** Logs in anew. @throws AuthenticationError */
  renew(): Promise<string>;
  /** How long ago the last log-in was. */
  age(): number;
}

/**
 * One session for everybody. It dies some time after its creation even while it is used (OT-3), so it is renewed before.
 * @param login opens a session and returns its id
 */
export function createSession(login: () => Promise<string>, clock: Clock, maxAgeMs: number): Session {
  let current: { readonly id: string; readonly at: Instant } | null = null;
  let opening: Promise<string> | null = null;

  async function open(): Promise<string> {
    const at = clock.now();
    try {
      const id = await login();
      current = { id, at };
      return id;
    } finally {
      opening = null;
    }
  }

  function renew(): Promise<string> {
    opening ??= open();
    return opening;
  }

  const age = () => (current === null ? Number.POSITIVE_INFINITY : clock.now() - current.at);

  return {
    get: async () => (current !== null && age() < maxAgeMs ? current.id : renew()),
    drop(id) {
      if (current?.id === id) current = null;
    },
    renew,
    age,
  };
}
