import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@otai/core/ports/surroundings";
import type { ConnectedSystem } from "@otai/core/ports/ticket-systems";
import { OtaiError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import type { AnswerTemplate, AnswerTemplates } from "@otai/services/ports/answer-templates";

export interface AnswerTemplatesParts {
  readonly configured: readonly AnswerTemplate[];
  readonly connected: () => readonly ConnectedSystem[];
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const ageMs = 60 * 60_000;
const askAgainMs = 5 * 60_000;
/** No draft waits longer for a list of canned answers; what comes later serves the next one. */
const patienceMs = 2_000;
const mostTemplates = 5_000;
/** The key may not read them, or the plan does not have them. */
const absent: ReadonlySet<string> = new Set(["permission", "not-found"]);

interface Shelf {
  list: readonly AnswerTemplate[];
  loadedAt: number;
  askedAt: number;
  loading: Promise<void> | null;
  /** Said once that there are none, and why. */
  warned: boolean;
}

/** The configured canned answers and those of the ticket system that a ticket is from, which are asked for once an hour. */
export function createAnswerTemplates(parts: AnswerTemplatesParts): AnswerTemplates {
  const { configured, connected, clock, log, signal } = parts;
  const shelves = new Map<string, Shelf>();

  async function load({ name, system }: ConnectedSystem, shelf: Shelf): Promise<void> {
    try {
      const list: AnswerTemplate[] = [];
      for await (const template of system.templates!.listTemplates()) {
        list.push(template);
        if (list.length === mostTemplates || signal.aborted) break;
      }
      shelf.list = list.length === 0 ? configured : [...configured, ...list];
      shelf.loadedAt = clock.now();
      shelf.warned = false;
    } catch (error) {
      if (OtaiError.is(error) && absent.has(error.code)) {
        shelf.list = configured;
        shelf.loadedAt = clock.now();
      }
      if (!shelf.warned && !signal.aborted)
        log.warn({ connection: name, err: error }, "its canned answers cannot be read: none of them is suggested");
      shelf.warned = true;
    } finally {
      shelf.loading = null;
    }
  }

  return {
    async list(connection) {
      const systems = connected();
      const system =
        connection === null && systems.length === 1 ? systems[0] : systems.find(({ name }) => name === connection);
      if (system?.system.templates === undefined) return configured;
      const fresh: Shelf = { list: configured, loadedAt: -Infinity, askedAt: -Infinity, loading: null, warned: false };
      const shelf = shelves.get(system.uid) ?? fresh;
      shelves.set(system.uid, shelf);
      const now = clock.now();
      if (shelf.loading === null && now - shelf.loadedAt > ageMs && now - shelf.askedAt > askAgainMs) {
        shelf.askedAt = now;
        shelf.loading = load(system, shelf);
      }
      const first = shelf.loadedAt === Number.NEGATIVE_INFINITY;
      if (first && shelf.loading !== null)
        await Promise.race([shelf.loading, sleep(patienceMs, undefined, { ref: false })]);
      return shelf.list;
    },
  };
}
