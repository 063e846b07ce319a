import type { z } from "zod";
import type { Documents } from "./documents.ts";
import type { RateBudget } from "./rate-budget.ts";
import type { Instant } from "./ticket.ts";
import type { TicketSystem } from "./ticket-system.ts";

export interface Clock {
  now(): Instant;
}

/** Structured log; never give it secrets or ticket text. */
export interface Log {
  debug(facts: Record<string, unknown>, message: string): void;
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

export interface PluginContext {
  /** The name in the configuration, for messages. */
  readonly connection: string;
  readonly budget: RateBudget;
  /** Durable; absent where no store is open, as for a look at the configuration. */
  readonly documents?: Documents;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends every call when the host stops. */
  readonly signal: AbortSignal;
}

export interface TicketSystemDefinition<Params extends z.ZodType = z.ZodType> {
  /** One line for `otai plugins`. */
  readonly title: string;
  readonly params: Params;
  /** Must not touch the network: connecting is what `read.identify()` does. */
  create(params: z.output<Params>, context: PluginContext): TicketSystem;
}

/**
 * A language model or an embedder. What `create` takes and gives is the services' contract (`defineLanguageModel` and `defineEmbedder` of
 * `@otai/service-api/engine-definition`), of which this package knows nothing.
 */
export interface EngineDefinition {
  /** One line for `otai plugins`. */
  readonly title: string;
  readonly params: z.ZodType;
  create(params: never, context: never): unknown;
}

export interface Plugin {
  readonly api: 1;
  readonly ticketSystems: Readonly<Record<string, TicketSystemDefinition>>;
  readonly languageModels: Readonly<Record<string, EngineDefinition>>;
  readonly embedders: Readonly<Record<string, EngineDefinition>>;
}

/** Keeps the inferred type of `params` for `create`. */
export function defineTicketSystem<Params extends z.ZodType>(
  definition: TicketSystemDefinition<Params>,
): TicketSystemDefinition {
  return definition as unknown as TicketSystemDefinition;
}

/** The default export of a plugin package: whatever it brings, at least one thing. */
export function definePlugin(plugin: Pick<Plugin, "api"> & Partial<Plugin>): Plugin {
  return { ticketSystems: {}, languageModels: {}, embedders: {}, ...plugin };
}
