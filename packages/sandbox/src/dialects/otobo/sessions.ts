import type { Clock } from "../../desk/desk.ts";
import type { Random } from "../../desk/random.ts";

const LIFE_MS = 7_200_000;
/** However short a test scales time, a session outlives the call that made it. */
const SHORTEST_LIFE_MS = 1_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

export interface Session {
  id: string;
  userId: number;
  createdAt: number;
  remote: string;
}

export interface Sessions {
  create: (userId: number, remote: string) => Session;
  /** Undefined for an unknown or dead one; a call from another address kills the session. */
  find: (id: unknown, remote: string) => Session | undefined;
}

/** Sessions die two hours after they were made, however much they are used, and live in memory alone. */
export function createSessions(now: Clock, random: Random, timeScale: number): Sessions {
  const sessions = new Map<string, Session>();
  const life = Math.max(SHORTEST_LIFE_MS, LIFE_MS * timeScale);
  return {
    create(userId, remote) {
      const id = Array.from({ length: 32 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join("");
      const session = { id, userId, createdAt: now(), remote };
      sessions.set(id, session);
      return session;
    },
    find(id, remote) {
      const session = sessions.get(String(id));
      if (session === undefined) return undefined;
      if (session.remote === remote && now() - session.createdAt < life) return session;
      sessions.delete(session.id);
      return undefined;
    },
  };
}
