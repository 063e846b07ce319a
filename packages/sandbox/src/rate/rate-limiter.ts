/** The plans of `otai sandbox --rate-plan`. */
export type RatePlan = "unlimited" | "growth" | "pro" | "enterprise";

export interface RateState {
  limit: number;
  remaining: number;
  /** Whole seconds until the window starts anew, at least 1. */
  resetSeconds: number;
  exceeded: boolean;
}

export interface RateLimiter {
  /** Takes `cost` from the budget `key` of `limit` per window; a refused call takes nothing. */
  take: (key: string, limit: number, cost?: number, windowMs?: number) => RateState;
}

interface Window {
  startedAt: number;
  used: number;
}

const MINUTE = 60_000;

/** Fixed windows, the first call of a key starts its window. */
export function createRateLimiter(now: () => number): RateLimiter {
  const windows = new Map<string, Window>();
  return {
    take(key, limit, cost = 1, windowMs = MINUTE) {
      const at = now();
      let window = windows.get(key);
      if (!window || at - window.startedAt >= windowMs) {
        window = { startedAt: at, used: 0 };
        windows.set(key, window);
      }
      const exceeded = window.used + cost > limit;
      if (!exceeded) window.used += cost;
      return {
        limit,
        remaining: Math.max(0, limit - window.used),
        resetSeconds: Math.max(1, Math.ceil((window.startedAt + windowMs - at) / 1000)),
        exceeded,
      };
    },
  };
}
