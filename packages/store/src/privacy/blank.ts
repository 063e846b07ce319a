import { sql } from "kysely";

/** An empty object, readable as such beside sealed ones. */
export const blank = "{}";

/** The key of an effect stays. What was still to be written will not be any more: nobody knows what it was. */
export const blankEffect = {
  intent: blank,
  before: blank,
  state: sql<string>`case when state = 'confirmed' then state else 'refused' end`,
};
