import type { PluginContext } from "@otai/plugin-api/plugin";
import type { TicketSystem } from "@otai/plugin-api/ticket-system";
import type { SandboxOptions } from "@otai/sandbox/sandbox";

/** How the suite wants the ticket system connected this time. */
export interface Overrides {
  /** `right`: those that the dialect's README names. */
  readonly credentials: "right" | "wrong";
  /** Until a call is given up. */
  readonly timeoutSeconds: number;
  /** Clock, budget, log and the signal that ends every call; the suite stops what it created through it. */
  readonly context: PluginContext;
}

export interface TicketSystemUnderTest {
  readonly name: string;
  /** Under which name the sandbox speaks this system's language. */
  readonly dialect: string;
  /** The dialect itself, where the sandbox does not bring it along. */
  readonly ownDialects?: NonNullable<SandboxOptions["ownDialects"]>;
  /** How many tickets this system lists at most, where fewer than Freshdesk's 30,000; the suite reads beyond. */
  readonly deepestList?: number;
  /** The name of the agent that we work as, where this system's interface tells another one than the desk shows, e.g. the login. */
  readonly botName?: string;
  /** Connects, without a call. `url` is the base address, e.g. `http://127.0.0.1:9000/freshdesk`. */
  create(url: string, overrides: Overrides): TicketSystem;
}
