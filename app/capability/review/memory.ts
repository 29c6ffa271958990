/**
 * What somebody remembers of one question, by FSRS (Free Spaced Repetition Scheduler 6: ts-fsrs, default weights): it
 * comes back when the chance of recalling it has fallen to 90 %. Without steps of minutes: a question comes once a day at most.
 */
import { type CardInput, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { JsonRecord } from "~/db/schema";
import type { RecallRating } from "./rating";

const GRADES = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const satisfies Record<RecallRating, Grade>;

const scheduler = fsrs({ request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false });

/** FSRS's card as it is stored: dates as ISO texts. */
export type Memory = JsonRecord;

export interface Recalled {
  memory: Memory;
  dueAt: Date;
  /** Whole days until then. */
  days: number;
}

/** Of a question that was missed and never reviewed: due at once. */
export function newMemory(now: Date): Memory {
  return stored(createEmptyCard(now));
}

/** The memory after one more recall. */
export function recall(memory: Memory, rating: RecallRating, now: Date): Recalled {
  const { card } = scheduler.next(memory as unknown as CardInput, now, GRADES[rating]);
  return { memory: stored(card), dueAt: card.due, days: card.scheduled_days };
}

/** Days until the question would come back, by rating. */
export function daysAhead(memory: Memory, now: Date): Record<RecallRating, number> {
  return { again: recall(memory, "again", now).days, hard: recall(memory, "hard", now).days, good: recall(memory, "good", now).days, easy: recall(memory, "easy", now).days };
}

function stored(card: object): Memory {
  return JSON.parse(JSON.stringify(card)) as Memory;
}
