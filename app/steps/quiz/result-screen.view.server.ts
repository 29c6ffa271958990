import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { NamedBlocker, Next } from "~/pipeline";
import { attemptResult, type AttemptResult, type ResultQuestion } from "./attempt-result.view.server";
import type { QuizResponse } from "./question";
import { revealQuestion, type RevealedQuestion } from "./reveal-question";
import type { ActorRef } from "./rows.server";
import type { CriterionPoints } from "./score";
import { showQuestion, type ShownQuestion } from "./shown-question";
import { stepStanding } from "./standing-of-step.server";

export type ScreenResultQuestion = Omit<ResultQuestion, "question" | "revealed"> & {
  question: ShownQuestion;
  sectionTitle: string;
  revealed: (RevealedQuestion & { answer: QuizResponse | null; criteria: CriterionPoints | null }) | null;
};

export type ResultScreen = Omit<AttemptResult, "questions"> & {
  chapterTitle: string;
  sections: { id: string; title: string; lost: number }[];
  /** Whom the step waits for now. */
  waiting: NamedBlocker | null;
  /** What comes next on the road. */
  next: Next;
  questions: ScreenResultQuestion[];
};

/** A result in the learner's language, with the road it leads on to; null when it is not theirs or the attempt is open. */
export async function resultScreen(db: Kysely<DB>, actor: ActorRef, input: { attemptId: string; locale: Locale; now: Date }): Promise<ResultScreen | null> {
  const { locale, now } = input;
  const found = await attemptResult(db, actor, input);
  const road = found && (await stepStanding(db, found, now));
  if (found === null || road === null) return null;
  const sectionTitle = (id: string): string => {
    const section = road.definition.sections.find((candidate) => candidate.id === id);
    return section === undefined ? "" : pick(section.title, locale);
  };
  return {
    ...found,
    chapterTitle: pick(road.definition.title, locale),
    sections: found.result.sections.map(({ section, lost }) => ({ id: section, title: sectionTitle(section), lost })).filter(({ title }) => title !== ""),
    waiting: road.waiting,
    next: road.next,
    questions: found.questions.map(({ revealed, question, ...item }) => ({
      ...item,
      question: showQuestion(question, locale),
      sectionTitle: sectionTitle(item.section),
      revealed: revealed && { ...revealQuestion(revealed.question, locale), answer: revealed.answer, criteria: revealed.criteria },
    })),
  };
}
