import type { PersonKind } from "@otai/core/ports/privacy";
import type { KeptOfPerson } from "./kept-of-person.ts";
import { keptByDesk } from "./person-desk-kinds.ts";
import { keptByServices } from "./person-service-kinds.ts";

/**
 * In this order. Effects keep their key and decisions their figures: neither says what was written, and without them the same
 * write might happen twice.
 */
export const keptOfPerson: Readonly<Record<PersonKind, KeptOfPerson>> = { ...keptByDesk, ...keptByServices };
