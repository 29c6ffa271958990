import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { daysAhead } from "~/capability/index.server";
import { MOST_A_DAY, type RecallRating } from "~/capability";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { randomFrom } from "~/platform/random";
import { responseFromForm } from "../form-answer";
import { sectionPath } from "../paths";
import { type QuestionVersion, questionParts, type QuizResponse } from "../question";
import { drawOptionOrder, fromShown, type OptionOrder, redactQuestion } from "../redact";
import { revealQuestion, type RevealedQuestion } from "../reveal-question";
import { scoreResponse } from "../score";
import { showQuestion, type ShownQuestion } from "../shown-question";
import type { NamedOccasion } from "./occasions.server";
import { type ReviewCard, reviewQueue, showableCard } from "./queue.server";

/** Position under which the fields of a card's form go: a card is one question. */
export const CARD_POSITION = 1;

export interface ShownCard {
  id: string;
  version: number;
  question: ShownQuestion;
  chapterNumber: number;
  /** Where its answer is taught. */
  sectionPath: string;
  forward: Pick<NamedOccasion, "kind" | "at" | "account"> | null;
}

export interface ReviewPage {
  card: ShownCard | null;
  number: number;
  total: number;
  reviewedToday: number;
  isFull: boolean;
  withheld: number;
  nextDueAt: Date | null;
}

/** The next question to review, without its key. */
export async function reviewPage(db: Kysely<DB>, actor: { id: string; timeZone: string }, { locale, now }: { locale: Locale; now: Date }): Promise<ReviewPage> {
  const queue = await reviewQueue(db, actor, now);
  const [first] = queue.today;
  const forward = (first?.forward ?? null) as NamedOccasion | null;
  return {
    card: first === undefined ? null : { ...(await shownCard(db, first.card, locale)), forward: forward && { kind: forward.kind, at: forward.at, account: forward.account } },
    number: queue.reviewedToday + 1,
    total: queue.reviewedToday + queue.today.length,
    reviewedToday: queue.reviewedToday,
    isFull: queue.reviewedToday >= MOST_A_DAY,
    withheld: queue.withheld,
    nextDueAt: queue.nextDueAt,
  };
}

async function shownCard(db: Kysely<DB>, card: ReviewCard, locale: Locale): Promise<Omit<ShownCard, "forward">> {
  const question = await questionOf(db, card);
  const numbers = await chapterNumbers(db, [card.chapterSlug]);
  return { id: card.id, version: card.version, question: showQuestion(redactQuestion(question, orderOf(card, question)), locale), chapterNumber: numbers.get(card.chapterSlug) ?? 0, sectionPath: sectionOf(card, question) };
}

/** The numbers of chapters, by slug. */
export async function chapterNumbers(db: Kysely<DB>, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = slugs.length === 0 ? [] : await db.selectFrom("chapter").select(["slug", "number"]).where("slug", "in", [...new Set(slugs)]).execute();
  return new Map(rows.map(({ slug, number }) => [slug, number]));
}

/** Where a card's answer is taught. */
export function sectionOf({ enrolmentId, chapterSlug }: Pick<ReviewCard, "enrolmentId" | "chapterSlug">, { section }: Pick<QuestionVersion, "section">): string {
  return sectionPath(enrolmentId, chapterSlug, section);
}

export interface RevealedCard {
  id: string;
  version: number;
  /** The name of the grading to come: however often it is sent, it counts once. */
  opId: string;
  question: RevealedQuestion;
  /** In the question's own ids. */
  answer: QuizResponse | null;
  /** 0…1; null where only oneself can judge. */
  share: number | null;
  days: Record<RecallRating, number>;
  sectionPath: string;
  chapterNumber: number;
}

/** The key of a card with what was answered; undefined where the card is not the person's, or must not be shown now. */
export async function revealCard(db: Kysely<DB>, actor: { id: string }, { cardId, form, locale, now }: { cardId: string; form: FormData; locale: Locale; now: Date }): Promise<RevealedCard | undefined> {
  const card = await showableCard(db, actor, cardId);
  if (card === undefined) return undefined;
  const question = await questionOf(db, card);
  const order = orderOf(card, question);
  const given = responseFromForm(CARD_POSITION, redactQuestion(question, order), form);
  const answer = given === null ? null : fromShown(order, given);
  const { memory } = await db.selectFrom("review_card").select("memory").where("id", "=", card.id).executeTakeFirstOrThrow();
  const shown = await shownCard(db, card, locale);
  return { id: card.id, version: card.version, opId: randomUUID(), question: revealQuestion(question, locale), answer, share: shareOf(question, answer), days: daysAhead(memory, now), sectionPath: shown.sectionPath, chapterNumber: shown.chapterNumber };
}

/** The share of an answer that is right, 0…1; null where a person would have to judge. */
export function shareOf(question: QuestionVersion, answer: QuizResponse | null): number | null {
  const score = scoreResponse(question, answer);
  return score.state === "needs-marking" ? null : score.points / score.max;
}

/** A card's question in the version that was missed. */
export async function questionOf(db: Kysely<DB>, { questionHash }: Pick<ReviewCard, "questionHash">): Promise<QuestionVersion> {
  return (await db.selectFrom("question_version").select("body").where("hash", "=", questionHash).executeTakeFirstOrThrow()).body as unknown as QuestionVersion;
}

/** Another order each time it comes, the same each time it is looked at. */
export function orderOf(card: Pick<ReviewCard, "id" | "reviews">, question: QuestionVersion): OptionOrder {
  return drawOptionOrder(question.kind, questionParts(question), randomFrom(`${card.id} ${card.reviews}`));
}
