import type { Context } from "hono";
import type { Clock, Desk } from "../../desk/desk.ts";
import type { DeskUser } from "../../desk/desk-model.ts";

/** What every route of this dialect works on. */
export interface ZammadAccount {
  desk: Desk;
  now: Clock;
  /** Versions differ in what a search answers and whether a PUT replaces tags. */
  version: ZammadVersion;
  /** The agent behind the call: the token's, or the one named by `From`. */
  caller: (c: Context) => DeskUser;
}

/** `6.4` stands for everything up to it. */
export type ZammadVersion = "6.4" | "7";
