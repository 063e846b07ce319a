import type { Person } from "@otai/core/ports/privacy";
import { all, inBatches } from "../batches.ts";
import type { Handle } from "../engine.ts";
import { byTicket, sameAs } from "./person-tickets.ts";

/** What was asked of the knowledge base by the person, or for one of his tickets. */
export async function searchesOf(db: Handle, person: Person) {
  const columns = ["id", "at", "query", "language", "ticket_id"] as const;
  const rows = await all([
    ...inBatches(person.customerIds, (some) =>
      db.selectFrom("kb_query").select(columns).where("person_id", "in", some).execute(),
    ),
    ...byTicket(person, (connection, some) =>
      db
        .selectFrom("kb_query")
        .select(columns)
        .where("connection", sameAs(connection), connection)
        .where("ticket_id", "in", some)
        .execute(),
    ),
  ]);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/**
 * Gaps are named in the words of those who asked. What the search of that moment may have named is named anew from the searches that
 * are left: open gaps are found again, the others keep what somebody decided about them.
 */
export async function forgetGapsOf(db: Handle, at: number): Promise<void> {
  await db
    .deleteFrom("kb_gap")
    .where("first_seen", "<=", at)
    .where("last_seen", ">=", at)
    .where("status", "=", "open")
    .execute();
  await db
    .updateTable("kb_gap")
    .set({ title: "", topic: "" })
    .where("first_seen", "<=", at)
    .where("last_seen", ">=", at)
    .execute();
}
