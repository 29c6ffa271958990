import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { ExplanationPolicy, NamedBlocker, StepState } from "~/pipeline";
import { ownAttempts, type AttemptLine, type ReopeningLine } from "./attempts-of-learner.view.server";
import type { Standing } from "./attempt";
import type { QuizOf } from "./gate.server";
import type { ActorRef } from "./rows.server";
import { stepStanding } from "./standing-of-step.server";

export type QuizIntro = {
  title: Bilingual;
  /** Null where there is no written quiz online: the instructor records the result. */
  paper: { questions: number; minutes: number; extraPercent: number } | null;
  passMark: number;
  explanations: ExplanationPolicy;
  state: StepState | null;
  standing: Standing;
  waiting: NamedBlocker | null;
  /** The day by which the wait should be over has passed. */
  overdue: boolean;
  attempts: AttemptLine[];
  attemptsAllowed: number;
  reopenings: ReopeningLine[];
  /** The attempt that is open, with the time it has left. */
  open: { attemptId: string; leftMs: number } | null;
};

/** The page before a quiz: what it is, what is left, and whom one waits for. Null when the enrolment is not the learner's. */
export async function quizIntro(db: Kysely<DB>, actor: ActorRef, input: QuizOf & { extraTimePercent: number; now: Date }): Promise<QuizIntro | null> {
  const [own, road, blueprint] = await Promise.all([
    ownAttempts(db, actor, input),
    stepStanding(db, input, input.now),
    db.selectFrom("quiz_blueprint").select(["minutes", "cells"]).where("chapter_slug", "=", input.chapterSlug).executeTakeFirst(),
  ]);
  if (own === null || road === null) return null;
  const { gate } = own;
  const extraPercent = input.extraTimePercent + gate.extraTimePercent;
  const open = own.attempts.find(({ state }) => state === "open");
  return {
    title: road.definition.title,
    paper:
      blueprint === undefined
        ? null
        : {
            questions: blueprint.cells.reduce((sum, cell) => sum + cell.count, 0),
            minutes: Math.round((gate.minutes ?? blueprint.minutes) * (1 + extraPercent / 100)),
            extraPercent,
          },
    passMark: gate.passMark,
    explanations: gate.showExplanations,
    state: road.state,
    standing: own.standing,
    waiting: road.waiting,
    overdue: road.waiting !== null && road.waiting.by < input.now,
    attempts: own.attempts,
    attemptsAllowed: own.attemptsAllowed,
    reopenings: own.reopenings,
    open: open === undefined ? null : { attemptId: open.attemptId, leftMs: open.deadlineAt.getTime() - input.now.getTime() },
  };
}
