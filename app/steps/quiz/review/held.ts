/**
 * Today's cards as a device holds them, with their keys, so that they can be answered without a network. Pure.
 * Only cards whose key may be shown now are given out: looking at it was one tap away anyway.
 */
import { MOST_A_DAY, type RecallRating } from "~/capability";
import type { Locale } from "~/i18n/locale";
import type { AnyQuestion, QuizResponse } from "../question";
import { fromShown, type OptionOrder, redactQuestion } from "../redact";
import { revealQuestion } from "../reveal-question";
import { scoreResponse } from "../score";
import { showQuestion } from "../shown-question";
import type { RevealedCard, ReviewPage, ShownCard } from "./review-page.view.server";

export interface HeldCard extends Omit<ShownCard, "question"> {
  question: AnyQuestion;
  order: OptionOrder;
  days: Record<RecallRating, number>;
}

export interface HeldReview {
  personId: string;
  /** The person's own day that the cards are for, ISO. */
  day: string;
  cards: HeldCard[];
  reviewedToday: number;
  withheld: number;
  /** ISO moment. */
  nextDueAt: string | null;
}

/** A grading on its way to the server. */
export interface GradeOp {
  opId: string;
  /** When it was said, by the device's clock. */
  at: string;
  cardId: string;
  version: number;
  rating: RecallRating;
  answer: QuizResponse | null;
}

/** `accepted`: it is there, now or since it was sent before · `overtaken`: graded elsewhere since it was shown · `withheld`: its question is in a paper that is not handed in, or its key must not be shown any more · `gone`: no such card. */
export interface GradeReceipt {
  opId: string;
  outcome: "accepted" | "overtaken" | "withheld" | "gone";
}

const DAY = 86_400_000;
/** A grading that was said longer ago counts as said then. */
const LONGEST_WAIT = 14 * DAY;

/** The page of what is held: the first card, and how far one is. */
export function pageOf(held: HeldReview, locale: Locale): ReviewPage {
  const [first] = held.cards;
  return {
    card: first === undefined ? null : shownOf(first, locale),
    number: held.reviewedToday + 1,
    total: held.reviewedToday + held.cards.length,
    reviewedToday: held.reviewedToday,
    isFull: held.reviewedToday >= MOST_A_DAY,
    withheld: held.withheld,
    nextDueAt: held.nextDueAt === null ? null : new Date(held.nextDueAt),
  };
}

/** A held card as it is asked: without its key. */
export function shownOf({ id, version, question, order, chapterNumber, sectionPath, forward }: HeldCard, locale: Locale): ShownCard {
  return { id, version, question: showQuestion(redactQuestion(question, order), locale), chapterNumber, sectionPath, forward };
}

/** A held card with its key and what was answered, as the page showed it; `opId` names the grading to come. */
export function revealHeld(card: HeldCard, given: QuizResponse | null, { locale, opId }: { locale: Locale; opId: string }): RevealedCard {
  const answer = given === null ? null : fromShown(card.order, given);
  const score = scoreResponse(card.question, answer);
  const { id, version, days, sectionPath, chapterNumber } = card;
  return { id, version, opId, question: revealQuestion(card.question, locale), answer, share: score.state === "needs-marking" ? null : score.points / score.max, days, sectionPath, chapterNumber };
}

/** What is left once cards have been graded here, whether or not the server knows; `ops` are in order. */
export function withoutGraded(held: HeldReview, ops: readonly Pick<GradeOp, "cardId" | "version" | "rating" | "at">[]): HeldReview {
  return ops.reduce((left, { cardId, version, rating, at }): HeldReview => {
    const card = left.cards.find((one) => one.id === cardId && one.version === version);
    if (card === undefined) return left;
    const due = new Date(new Date(at).getTime() + card.days[rating] * DAY).toISOString();
    return { ...left, cards: left.cards.filter((one) => one !== card), reviewedToday: left.reviewedToday + 1, nextDueAt: left.nextDueAt === null || due < left.nextDueAt ? due : left.nextDueAt };
  }, held);
}

/** When a grading counts as said: by the device's clock, but not in the future, not before the last one of the card, and not longer ago than two weeks. */
export function saidAt(at: Date, { now, lastReviewedAt }: { now: Date; lastReviewedAt: Date | null }): Date {
  const earliest = Math.max(now.getTime() - LONGEST_WAIT, lastReviewedAt?.getTime() ?? 0);
  return new Date(Math.min(now.getTime(), Math.max(earliest, at.getTime())));
}
