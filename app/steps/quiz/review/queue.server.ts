/** The cards of a person that may be shown, and which come today. */
import type { Kysely } from "kysely";
import { type QueuedCard, todaysQueue } from "~/capability";
import type { DB } from "~/db/schema";
import { isoDay, zonedInstant } from "~/i18n/dates";
import { attemptsSoFar } from "../gate.server";
import { occasionsOf } from "./occasions.server";

export interface ReviewCard {
  id: string;
  questionHash: string;
  chapterSlug: string;
  competency: string;
  enrolmentId: string;
  dueAt: Date;
  lastReviewedAt: Date | null;
  reviews: number;
  version: number;
}

export interface ReviewQueue {
  today: QueuedCard<ReviewCard>[];
  /** Cards reviewed since midnight, by the person's clock. */
  reviewedToday: number;
  /** Cards that are in a paper not handed in, or whose keys the cohort does not show. */
  withheld: number;
  /** When the next card after today's is due; null when there is none. */
  nextDueAt: Date | null;
}

/** What a person has to review now. */
export async function reviewQueue(db: Kysely<DB>, actor: { id: string; timeZone: string }, now: Date): Promise<ReviewQueue> {
  const midnight = zonedInstant(isoDay(now, actor.timeZone), "00:00", actor.timeZone);
  const [all, reviewed, occasions] = await Promise.all([
    cardsOf(db, actor.id),
    db.selectFrom("review_log as l").innerJoin("review_card as c", "c.id", "l.card_id").select("l.card_id").distinct().where("c.person_id", "=", actor.id).where("l.reviewed_at", ">=", midnight).execute(),
    occasionsOf(db, actor.id, now),
  ]);
  const open = await showableCards(db, actor.id, all);
  const seen = new Set(reviewed.map((row) => row.card_id));
  const today = todaysQueue(open.filter((card) => !seen.has(card.id)), { occasions, reviewedToday: seen.size, now });
  const coming = new Set(today.map(({ card }) => card.id));
  const later = open.filter((card) => !coming.has(card.id)).map((card) => card.dueAt.getTime());
  return { today, reviewedToday: seen.size, withheld: all.length - open.length, nextDueAt: later.length === 0 ? null : new Date(Math.max(Math.min(...later), now.getTime())) };
}

/** A card of the person's own that may be shown now. */
export async function showableCard(db: Kysely<DB>, actor: { id: string }, cardId: string): Promise<ReviewCard | undefined> {
  const cards = await cardsOf(db, actor.id, cardId);
  return (await showableCards(db, actor.id, cards))[0];
}

/**
 * Without those whose question is in a paper that the person has not handed in, wherever; and without those of a quiz whose
 * keys are not shown yet (attempt under way, or the cohort shows them after passing, or never).
 */
async function showableCards(db: Kysely<DB>, personId: string, cards: readonly ReviewCard[]): Promise<ReviewCard[]> {
  if (cards.length === 0) return [];
  const running = await db
    .selectFrom("quiz_attempt as a")
    .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
    .innerJoin("quiz_paper_item as i", "i.attempt_id", "a.id")
    .innerJoin("question_version as v", "v.hash", "i.question_hash")
    .innerJoin("review_card as c", (join) => join.onRef("c.question_id", "=", "v.question_id").onRef("c.person_id", "=", "e.person_id"))
    .select("c.id")
    .where("e.person_id", "=", personId)
    .where("a.state", "=", "open")
    .execute();
  const asked = new Set(running.map((row) => row.id));
  const quizzes = new Map(cards.map(({ enrolmentId, chapterSlug }) => [`${enrolmentId} ${chapterSlug}`, { enrolmentId, chapterSlug }]));
  const shown = new Map(await Promise.all([...quizzes].map(async ([key, quiz]) => [key, await showsKeys(db, quiz)] as const)));
  return cards.filter(({ id, enrolmentId, chapterSlug }) => !asked.has(id) && shown.get(`${enrolmentId} ${chapterSlug}`) === true);
}

async function showsKeys(db: Kysely<DB>, quiz: { enrolmentId: string; chapterSlug: string }): Promise<boolean> {
  const { gate, standing, attempts } = await attemptsSoFar(db, quiz);
  const allowed = gate.showExplanations === "always" || (gate.showExplanations === "after-pass" && standing === "passed");
  return allowed && !attempts.some(({ state }) => state === "open");
}

function cardsOf(db: Kysely<DB>, personId: string, cardId?: string): Promise<ReviewCard[]> {
  return db
    .selectFrom("review_card as c")
    .innerJoin("quiz_attempt as a", "a.id", "c.attempt_id")
    .innerJoin("question_version as v", "v.hash", "c.question_hash")
    .select(["c.id", "c.question_hash as questionHash", "c.chapter_slug as chapterSlug", "v.competency", "a.enrolment_id as enrolmentId", "c.due_at as dueAt", "c.reviews", "c.version"])
    .select((eb) => eb.selectFrom("review_log as l").select((inner) => inner.fn.max("l.reviewed_at").as("at")).whereRef("l.card_id", "=", "c.id").as("lastReviewedAt"))
    .where("c.person_id", "=", personId)
    .where("c.retired_at", "is", null)
    .$if(cardId !== undefined, (query) => query.where("c.id", "=", cardId ?? ""))
    .execute();
}
