import type { Person } from "@otai/core/ports/privacy";
import { batch } from "../batches.ts";
import type { Handle } from "../engine.ts";
import { ticketsOf } from "./person-tickets.ts";

/** Answers to repeated requests are kept by key alone, so that each has to be opened to be looked at. */
export async function answersAbout(
  db: Handle,
  person: Person,
): Promise<{ readonly key: string; readonly body: string }[]> {
  const signs = [
    ...ticketsOf(person).flatMap((id) => [
      `"ticket_id":${JSON.stringify(id)}`,
      `"conversation_id":${JSON.stringify(id)}`,
    ]),
    ...person.customerIds.map((id) => `"customer_id":${JSON.stringify(id)}`),
  ];
  const found: { key: string; body: string }[] = [];
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("idempotent_answer")
      .select(["key", "body"])
      .where("key", ">", after)
      .orderBy("key")
      .limit(batch)
      .execute();
    for (const { key, body } of rows) {
      if (body !== null && signs.some((sign) => body.includes(sign)) && !isFromElsewhere(body, person))
        found.push({ key, body });
    }
    if (rows.length < batch) return found;
    after = rows.at(-1)!.key;
  }
}

/** An answer that names a helpdesk names the one its ticket number is from. */
function isFromElsewhere(body: string, { places }: Person): boolean {
  const { connection } = JSON.parse(body) as { readonly connection?: unknown };
  return typeof connection === "string" && places.every((place) => place.connection !== connection);
}
