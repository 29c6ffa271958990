/** Where somebody who marks stands in the queue: the thing at hand, who has it, and what comes before and after. */
import { type Kysely, sql } from "kysely";
import { withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type Actor, reachOf } from "~/people";
import { EVERYTHING, filterIn, filterQuery, type QueueFilter } from "./filter";
import { type Claim, type MarkingKind, type MarkingSubjectRef, standingClaim } from "./item";
import { markingItemPath, markingPath } from "./paths";
import { beyond, inOrder, notOthers, type QueueView, type WaitingItems, waitingItems } from "./waiting-items.server";

export type MarkingPlace = {
  subject: MarkingSubjectRef;
  /** The line that waits; null when the thing is marked, and a new mark would correct it. */
  item: { id: string; waitingSince: Date; readyAt: Date; dueAt: Date | null; blockedCount: number } | null;
  /** Who has it in hand now. */
  claim: (Claim & { mine: boolean }) | null;
  /** How many things wait in the queue one came through. */
  waiting: number;
  previous: string | null;
  next: string | null;
  /** That queue as a list, and its filter as text. */
  queuePath: string;
  queue: string;
  /** What was marked just before, to be taken up again. */
  done: DoneMark | null;
};
export type DoneMark = { id: string; title: string; points: number | null; max: number | null; path: string };

type Input = MarkingSubjectRef & {
  actor: Actor;
  cohortId: string;
  /** The query of the page's address: `queue` is the filter one came through, `done` what was marked just before. */
  query: URLSearchParams;
  now: Date;
};

/** For the page on which one thing is marked. */
export async function markingPlace(db: Kysely<DB>, input: Input): Promise<MarkingPlace> {
  const { actor, kind, subjectId, now } = input;
  const view = viewOf(input);
  const queue = filterQuery(view.filter);
  const row = await lineOf(db, input);
  const claim = row === undefined || row.state !== "waiting" ? null : standingClaim(row, now);
  const [waiting, previous, next, done] = await Promise.all([
    waitingItems(db, view).select(sql<string>`count(*)`.as("n")).executeTakeFirstOrThrow(),
    row === undefined ? undefined : neighbour(beyond(notOthers(waitingItems(db, view), view), view.filter.order, row.id, "before"), view, "backwards"),
    neighbourAfter(db, view, row?.id),
    doneMark(db, view, input.query.get("done")),
  ]);
  const pathTo = (place: Neighbour | undefined): string | null => (place === undefined ? null : markingItemPath(place, { queue }));
  return {
    subject: { kind, subjectId },
    item: row?.state === "waiting" ? { id: row.id, waitingSince: row.waiting_since, readyAt: row.ready_at, dueAt: row.due_at, blockedCount: row.blocked_count } : null,
    claim: claim && { ...claim, mine: claim.personId === actor.id },
    waiting: Number(waiting.n),
    previous: pathTo(previous),
    next: pathTo(next),
    queuePath: markingPath(queue),
    queue,
    done,
  };
}

/** Where to go once a thing is marked: the next that waits and that nobody else has, or the emptied queue. */
export async function nextMarkingPath(db: Kysely<DB>, input: Input): Promise<string> {
  const view = viewOf(input);
  const queue = filterQuery(view.filter);
  const row = await lineOf(db, input);
  const next = await neighbourAfter(db, view, row?.id);
  if (next !== undefined) return markingItemPath(next, { queue, done: row?.id ?? "" });
  const search = new URLSearchParams(queue);
  if (row !== undefined) search.set("done", row.id);
  return markingPath(search.toString());
}

/** The first thing in the queue that nobody else has in hand. */
export async function firstWaiting(db: Kysely<DB>, view: QueueView): Promise<Neighbour | undefined> {
  return neighbour(notOthers(waitingItems(db, view), view), view, "forwards");
}

/** What was marked just before, by anybody, in a cohort within reach. */
export async function doneMark(db: Kysely<DB>, { reach }: Pick<QueueView, "reach">, itemId: string | null): Promise<DoneMark | null> {
  if (itemId === null || !/^[0-9a-f-]{36}$/.test(itemId)) return null;
  const row = await db
    .selectFrom("marking_item as i")
    .innerJoin("cohort as c", "c.id", "i.cohort_id")
    .select(["i.id", "i.kind", "i.subject_id as subjectId", "i.cohort_id as cohortId", "i.title", "i.points", "i.max_points as max"])
    .where("i.id", "=", itemId)
    .where("i.state", "=", "done")
    .where(withinReach(reach))
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, title: row.title, points: row.points, max: row.max, path: markingItemPath(row) };
}

function viewOf({ actor, query, now }: Input): QueueView {
  const filter: QueueFilter = query.get("queue") ? filterIn(new URLSearchParams(query.get("queue") ?? "")) : EVERYTHING;
  return { reach: reachOf(actor, "cohort:teach"), actorId: actor.id, filter, now };
}

/** The line about the thing: the one that waits, or else the last. */
function lineOf(db: Kysely<DB>, { kind, subjectId, cohortId }: Pick<Input, "kind" | "subjectId" | "cohortId">) {
  return db
    .selectFrom("marking_item as i")
    .leftJoin("person as holder", "holder.id", "i.claimed_by")
    .select(["i.id", "i.state", "i.waiting_since", "i.ready_at", "i.due_at", "i.blocked_count", "i.claimed_by as claimedBy", "i.claimed_until as claimedUntil", "holder.name"])
    .where("i.kind", "=", kind)
    .where("i.subject_id", "=", subjectId)
    .where("i.cohort_id", "=", cohortId)
    .orderBy(sql`i.state = 'waiting'`, "desc")
    .orderBy("i.done_at", (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
}

export type Neighbour = { id: string; kind: MarkingKind; subjectId: string; cohortId: string };

async function neighbour(query: WaitingItems, { filter }: QueueView, direction: "forwards" | "backwards"): Promise<Neighbour | undefined> {
  return inOrder(query.select(["i.id", "i.kind", "i.subject_id as subjectId", "i.cohort_id as cohortId"]), filter.order, direction).limit(1).executeTakeFirst();
}

/** The next after `itemId` that nobody else has in hand, or else the first; never that one itself. */
async function neighbourAfter(db: Kysely<DB>, view: QueueView, itemId: string | undefined): Promise<Neighbour | undefined> {
  const open = notOthers(waitingItems(db, view), view);
  if (itemId === undefined) return neighbour(open, view, "forwards");
  return (await neighbour(beyond(open, view.filter.order, itemId, "after"), view, "forwards")) ?? (await neighbour(open.where("i.id", "!=", itemId), view, "forwards"));
}
