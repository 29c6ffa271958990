import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isOpenQuestion, toShown } from "~/steps/quiz";
import { markResponse, randomFrom, readPaper, saveResponses, startAttempt, submitAttempt } from "~/steps/quiz/index.server";
import { answerTo } from "./answers";
import { stableUuid } from "./stable-uuid";

interface Sitting {
  personId: string;
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
  /** Probability of a right answer. */
  skill: number;
  startsAt: Date;
  /** Who marks the open answers the next day; null leaves them waiting. */
  markerId: string | null;
  seed: string;
}

/** One written quiz as it really goes: start, answers, hand-in, and the instructor's marks the day after. */
export async function sitQuiz(trx: Transaction<DB>, sitting: Sitting): Promise<void> {
  const { personId, enrolmentId, cohortId, chapterSlug, startsAt, seed } = sitting;
  const random = randomFrom(seed);
  const actor = { id: personId };
  const started = await startAttempt(trx, actor, { enrolmentId, chapterSlug, now: startsAt, seed });
  if (!started.ok) throw new Error(`the demo's quiz could not start: ${started.error.code}`);
  const { attemptId } = started.value;
  const paper = await readPaper(trx, attemptId);
  const ops = paper.map((place) => ({
    opId: stableUuid(`${seed} ${place.position}`),
    position: place.position,
    baseRevision: 0,
    value: toShown(place.order, answerTo(place.question, sitting.skill, random)),
  }));
  const later = (minutes: number): Date => new Date(startsAt.getTime() + minutes * 60_000);
  const saved = await saveResponses(trx, actor, { attemptId, ops, now: later(20) });
  const submitted = await submitAttempt(trx, actor, { attemptId, now: later(26) });
  if (!saved.ok || !submitted.ok || saved.value.receipts.some((receipt) => receipt.outcome !== "accepted")) throw new Error("the demo's answers were not taken");
  if (sitting.markerId === null) return;
  for (const place of paper) {
    const { question } = place;
    if (!isOpenQuestion(question)) continue;
    const criteria = Object.fromEntries(
      question.rubric.criteria.map((criterion) => {
        const levels = criterion.levels.map((level) => level.points).sort((a, b) => a - b);
        return [criterion.id, levels[random() < sitting.skill ? levels.length - 1 : Math.floor(levels.length / 2)] ?? 0];
      }),
    );
    const marked = await markResponse(trx, { id: sitting.markerId }, { cohortId, attemptId, position: place.position, criteria, remark: null, now: later(24 * 60) });
    if (!marked.ok) throw new Error(`the demo's quiz could not be marked: ${marked.error.code}`);
  }
}
