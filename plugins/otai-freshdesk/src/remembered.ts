import type { Clock } from "@otai/plugin-api/plugin";
import type { Instant } from "@otai/plugin-api/ticket";

/** Settings of the account that are read once and looked up often: groups, agents, fields. */
export interface Remembered<T> {
  /** The remembered value; read again when it is old, or when it lacks what is looked for and nothing was missed lately. */
  get(has?: (value: T) => boolean): Promise<T>;
  refresh(): Promise<T>;
}

const oldAfterMs = 60 * 60_000;
/** An id that stays unknown (a contact among agents) must not cause a call per message. */
const betweenMissesMs = 5 * 60_000;

/** Calls `load` when needed, once for everybody who asks at the same time. A failure is not remembered. */
export function remember<T>(clock: Clock, load: () => Promise<T>): Remembered<T> {
  let last: { readonly value: T; readonly at: Instant } | null = null;
  let missedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<T> | null = null;

  async function loadNow(): Promise<T> {
    try {
      const value = await load();
      last = { value, at: clock.now() };
      return value;
    } finally {
      loading = null;
    }
  }

  function refresh(): Promise<T> {
    loading ??= loadNow();
    return loading;
  }

  return {
    async get(has = () => true) {
      const now = clock.now();
      if (last === null || now - last.at > oldAfterMs) return refresh();
      if (has(last.value) || now - missedAt < betweenMissesMs) return last.value;
      missedAt = now;
      return refresh();
    },
    refresh,
  };
}
