import type { ClaimedLane, LaneClass } from "@otai/core/ports/inbox";
import type { Selectable, Updateable } from "kysely";
import type { Engine, Handle } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** One lane per ticket of a connection. */
export function laneKey(connectionUid: string, ticketId: string): string {
  return `${connectionUid}/${ticketId}`;
}

/**
 * Makes the lane due when it was idle (one that waits, snoozed or claimed, keeps its time) and locks its row, so that
 * whoever adds to a lane or finishes it takes turns.
 */
export async function wakeLane(
  db: Handle,
  lane: { connectionUid: string; ticketId: string; laneClass: LaneClass },
  at: number,
): Promise<void> {
  await db
    .insertInto("lane")
    .values({
      key: laneKey(lane.connectionUid, lane.ticketId),
      connection_uid: lane.connectionUid,
      ticket_id: lane.ticketId,
      class: lane.laneClass,
      due_at: at,
      owner: null,
      fence: 0,
      lease_until: null,
      own_write_at: null,
    })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => ({
        due_at: eb.fn.coalesce("lane.due_at", eb.val(at)),
        class:
          lane.laneClass === "live"
            ? "live"
            : eb.case().when("lane.due_at", "is", null).then("backfill").else(eb.ref("lane.class")).end(),
      })),
    )
    .execute();
}

/** The free lane that waits longest. Asked per class, because only then the index leads straight to it past snoozed lanes. */
export async function longestDue(
  db: Handle,
  engine: Engine,
  laneClass: LaneClass,
  at: number,
): Promise<Selectable<Tables["lane"]> | undefined> {
  const due = db
    .selectFrom("lane")
    .selectAll()
    .where("class", "=", laneClass)
    .where("due_at", "<=", at)
    .where((eb) => eb.or([eb("owner", "is", null), eb("lease_until", "<=", at)]))
    .orderBy("due_at")
    .limit(1);
  return (engine.locksRows ? due.forUpdate().skipLocked() : due).executeTakeFirst();
}

/**
 * Changes the lane only while it is the claim's own. An expired lease that nobody took over is still ours: the fence
 * tells, not the time.
 */
export async function changeHeld(db: Handle, claim: ClaimedLane, change: Updateable<Tables["lane"]>): Promise<boolean> {
  const result = await db
    .updateTable("lane")
    .set(change)
    .where("key", "=", claim.key)
    .where("owner", "=", claim.owner)
    .where("fence", "=", claim.fence)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** When the next lane is free and due: a claimed one when its lease ends. */
export async function nextFreeAt(db: Handle): Promise<number | null> {
  const next = (claimed: boolean) =>
    db
      .selectFrom("lane")
      .select((eb) => eb.fn.min(claimed ? "lease_until" : "due_at").as("at"))
      .where("due_at", "is not", null)
      .where("owner", claimed ? "is not" : "is", null)
      .executeTakeFirst();
  const times = [(await next(false))?.at, (await next(true))?.at].filter((at) => typeof at === "number");
  return times.length === 0 ? null : Math.min(...times);
}
