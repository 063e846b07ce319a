import type { Person } from "@otai/core/ports/privacy";
import type { Handle } from "../engine.ts";

/** One kind of what is kept of a person: how it is shown, and how it goes. */
export interface KeptOfPerson {
  list(db: Handle, person: Person): Promise<readonly unknown[]>;
  /** @returns how many rows. */
  erase(db: Handle, person: Person): Promise<number>;
}
