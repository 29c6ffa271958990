import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { EVERYTHING, filterQuery } from "./filter";
import { type Claim, type MarkingKind, standingClaim } from "./item";
import { type DoneMark, doneMark } from "./marking-place.view.server";
import { markingItemPath } from "./paths";
import { beyond, inOrder, leftItems, type QueueView, waitingItems } from "./waiting-items.server";

/** One thing that waits. */
export type QueueLine = {
  id: string;
  kind: MarkingKind;
  title: string;
  task: Bilingual | null;
  chapterSlug: string;
  chapterTitle: Bilingual;
  cohortName: string;
  blockedCount: number;
  waitingSince: Date;
  dueAt: Date | null;
  late: boolean;
  claim: (Claim & { mine: boolean }) | null;
  path: string;
};

/** How many things wait, by what a filter can choose; of everything within reach, whatever the filter. */
export type QueueFacets = {
  total: number;
  late: number;
  mine: number;
  kinds: { kind: MarkingKind; waiting: number }[];
  cohorts: { id: string; name: string; waiting: number }[];
  chapters: { slug: string; title: Bilingual; waiting: number }[];
};

export type QueuePage = {
  lines: QueueLine[];
  /** How many the filter lets through. */
  total: number;
  /** Learners who cannot go on until those are marked. */
  blocked: number;
  /** Id of the last line shown, when more follow. */
  more: string | null;
  facets: QueueFacets;
  /** Closed cohorts in which something was left unmarked. */
  closed: { id: string; name: string; left: number }[];
  /** What was marked just before the queue was empty. */
  done: DoneMark | null;
};

export const QUEUE_PAGE_SIZE = 50;

/** The queue, 50 lines from `after` (the id of the line before) on. */
export async function queuePage(db: Kysely<DB>, view: QueueView, place: { after: string | null; done: string | null }): Promise<QueuePage> {
  const [rows, sums, facets, closed, done] = await Promise.all([linesAfter(db, view, place.after), totals(db, view), queueFacets(db, view), leftInClosed(db, view), doneMark(db, view, place.done)]);
  const queue = filterQuery(view.filter);
  const shown = rows.slice(0, QUEUE_PAGE_SIZE);
  return {
    lines: shown.map((row) => {
      const claim = standingClaim({ claimedBy: row.claimed_by, claimedUntil: row.claimed_until, name: row.holder }, view.now);
      return {
        id: row.id,
        kind: row.kind,
        title: row.title,
        task: row.task,
        chapterSlug: row.chapter_slug,
        chapterTitle: row.chapter ?? { zh: row.chapter_slug, en: row.chapter_slug },
        cohortName: row.cohort,
        blockedCount: row.blocked_count,
        waitingSince: row.waiting_since,
        dueAt: row.due_at,
        late: row.due_at !== null && row.due_at < view.now && row.cohort_state !== "closed",
        claim: claim && { ...claim, mine: claim.personId === view.actorId },
        path: markingItemPath({ kind: row.kind, subjectId: row.subject_id, cohortId: row.cohort_id }, { queue }),
      };
    }),
    total: sums.total,
    blocked: sums.blocked,
    more: rows.length > QUEUE_PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null,
    facets,
    closed,
    done,
  };
}

function linesAfter(db: Kysely<DB>, view: QueueView, after: string | null) {
  const waiting = waitingItems(db, view);
  const page = (after === null ? waiting : beyond(waiting, view.filter.order, after, "after"))
    .leftJoin("person as holder", "holder.id", "i.claimed_by")
    .leftJoin("chapter", "chapter.slug", "i.chapter_slug")
    .select(["i.id", "i.kind", "i.subject_id", "i.cohort_id", "i.title", "i.task", "i.chapter_slug", "i.blocked_count", "i.waiting_since", "i.due_at", "i.claimed_by", "i.claimed_until"])
    .select(["holder.name as holder", "c.name as cohort", "c.state as cohort_state", sql<Bilingual | null>`chapter.title`.as("chapter")]);
  return inOrder(page, view.filter.order).limit(QUEUE_PAGE_SIZE + 1).execute();
}

async function totals(db: Kysely<DB>, view: QueueView): Promise<{ total: number; blocked: number }> {
  const row = await waitingItems(db, view).select([sql<string>`count(*)`.as("total"), sql<string>`coalesce(sum(i.blocked_count), 0)`.as("blocked")]).executeTakeFirstOrThrow();
  return { total: Number(row.total), blocked: Number(row.blocked) };
}

/** One pass over what waits, grouped as finely as the filters choose. */
async function queueFacets(db: Kysely<DB>, view: QueueView): Promise<QueueFacets> {
  const everything = waitingItems(db, { ...view, filter: EVERYTHING });
  const groups = await everything
    .leftJoin("chapter", "chapter.slug", "i.chapter_slug")
    .select(["i.kind", "i.cohort_id", "i.chapter_slug", "c.name as cohort", sql<Bilingual | null>`chapter.title`.as("chapter")])
    .select([sql<number>`count(*)::int`.as("waiting"), sql<number>`(count(*) filter (where i.due_at < ${view.now}))::int`.as("late"), sql<number>`(count(*) filter (where i.claimed_by = ${view.actorId} and i.claimed_until > ${view.now}))::int`.as("mine")])
    .groupBy(["i.kind", "i.cohort_id", "i.chapter_slug", "c.name", "chapter.title"])
    .orderBy("c.name")
    .orderBy("i.chapter_slug")
    .execute();
  const kinds = new Map<MarkingKind, { kind: MarkingKind; waiting: number }>();
  const cohorts = new Map<string, QueueFacets["cohorts"][number]>();
  const chapters = new Map<string, QueueFacets["chapters"][number]>();
  const sums = { total: 0, late: 0, mine: 0 };
  for (const group of groups) {
    sums.total += group.waiting;
    sums.late += group.late;
    sums.mine += group.mine;
    add(kinds, group.kind, { kind: group.kind, waiting: 0 }, group.waiting);
    add(cohorts, group.cohort_id, { id: group.cohort_id, name: group.cohort, waiting: 0 }, group.waiting);
    add(chapters, group.chapter_slug, { slug: group.chapter_slug, title: group.chapter ?? { zh: group.chapter_slug, en: group.chapter_slug }, waiting: 0 }, group.waiting);
  }
  return { ...sums, kinds: [...kinds.values()], cohorts: [...cohorts.values()], chapters: [...chapters.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)) };
}

function leftInClosed(db: Kysely<DB>, view: QueueView): Promise<QueuePage["closed"]> {
  return leftItems(db, view)
    .where("c.state", "=", "closed")
    .select(["c.id", "c.name", sql<number>`count(*)::int`.as("left")])
    .groupBy(["c.id", "c.name"])
    .orderBy("c.name")
    .orderBy("c.id")
    .execute();
}

function add<K, T extends { waiting: number }>(into: Map<K, T>, key: K, empty: T, count: number): void {
  const entry = into.get(key) ?? empty;
  entry.waiting += count;
  into.set(key, entry);
}
