/** The queue as a query: who sees what, which filter narrows it, and in which order it is worked through. */
import { type Kysely, sql } from "kysely";
import { withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Reach } from "~/people";
import type { QueueFilter, QueueOrder } from "./filter";

/**
 * Written into the statement instead of passed beside it: the indexes of what waits are partial, and a prepared statement
 * with a parameter in this place could not use them.
 */
export const WAITING = sql.lit("waiting" as const);

export interface QueueView {
  /** How far the reader may mark: cohorts they teach. */
  reach: Reach;
  actorId: string;
  filter: QueueFilter;
  now: Date;
}

/**
 * What waits for staff by now, within reach, and is let through by the filter. `i` is the thing, `c` its cohort. Nothing waits in a
 * cohort that is closed; what was left there is shown to whoever asks for that very cohort, and waits again when it is opened again.
 */
export function waitingItems(db: Kysely<DB>, { reach, actorId, filter, now }: QueueView) {
  let query = leftItems(db, { reach, now });
  if (filter.cohortId === null) query = query.where("c.state", "!=", "closed");
  if (filter.kind !== null) query = query.where("i.kind", "=", filter.kind);
  if (filter.cohortId !== null) query = query.where("i.cohort_id", "=", filter.cohortId);
  if (filter.chapterSlug !== null) query = query.where("i.chapter_slug", "=", filter.chapterSlug);
  if (filter.late) query = query.where("i.due_at", "<", now);
  switch (filter.claim) {
    case "mine":
      return query.where("i.claimed_by", "=", actorId).where("i.claimed_until", ">", now);
    case "others":
      return query.where("i.claimed_by", "!=", actorId).where("i.claimed_until", ">", now);
    case "free":
      return query.where((eb) => eb.or([eb("i.claimed_until", "is", null), eb("i.claimed_until", "<=", now)]));
    case null:
      return query;
  }
}

/** What nobody marked by now, in closed cohorts as well. */
export function leftItems(db: Kysely<DB>, { reach, now }: Pick<QueueView, "reach" | "now">) {
  return db.selectFrom("marking_item as i").innerJoin("cohort as c", "c.id", "i.cohort_id").where("i.state", "=", WAITING).where("i.ready_at", "<=", now).where(withinReach(reach));
}

export type WaitingItems = ReturnType<typeof waitingItems>;

/** Those that nobody else has in hand. */
export function notOthers(query: WaitingItems, { actorId, now }: QueueView): WaitingItems {
  return query.where((eb) => eb.or([eb("i.claimed_until", "is", null), eb("i.claimed_until", "<=", now), eb("i.claimed_by", "=", actorId)]));
}

/** What blocks nobody stands behind everything that does. */
const PLACE = {
  waiting: sql`(i.blocked_count = 0), i.waiting_since, i.id`,
  task: sql`i.chapter_slug, i.task_key, i.waiting_since, i.id`,
} as const satisfies Record<QueueOrder, unknown>;
const PLACE_OF = {
  waiting: sql`(at.blocked_count = 0), at.waiting_since, at.id`,
  task: sql`at.chapter_slug, at.task_key, at.waiting_since, at.id`,
} as const satisfies Record<QueueOrder, unknown>;
const BACKWARDS = {
  waiting: sql`(i.blocked_count = 0) desc, i.waiting_since desc, i.id desc`,
  task: sql`i.chapter_slug desc, i.task_key desc, i.waiting_since desc, i.id desc`,
} as const satisfies Record<QueueOrder, unknown>;

/** Those that stand after (or before) `itemId` in the order, whether or not that one still waits. */
export function beyond(query: WaitingItems, order: QueueOrder, itemId: string, side: "after" | "before"): WaitingItems {
  const place = sql`(select ${PLACE_OF[order]} from marking_item at where at.id = ${itemId}::uuid)`;
  return query.where(side === "after" ? sql<boolean>`(${PLACE[order]}) > ${place}` : sql<boolean>`(${PLACE[order]}) < ${place}`);
}

/** In the order of the queue, or from its end. */
export function inOrder<Q extends { orderBy(expression: ReturnType<typeof sql>): Q }>(query: Q, order: QueueOrder, direction: "forwards" | "backwards" = "forwards"): Q {
  return query.orderBy(direction === "forwards" ? PLACE[order] : BACKWARDS[order]);
}
