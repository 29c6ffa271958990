import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { attemptPage, type AttemptPage, type AttemptQuestion } from "./attempt-page.view.server";
import type { ActorRef } from "./rows.server";
import { showQuestion, type ShownQuestion } from "./shown-question";

/** A question in the learner's language, with the answer the server holds. */
export type ScreenQuestion = Omit<AttemptQuestion, "question"> & { question: ShownQuestion };

export type AttemptScreen = Omit<AttemptPage, "questions" | "chapterTitle"> & { chapterTitle: string; questions: ScreenQuestion[] };

/** The paper as the learner's page shows it, in one language; null when the attempt is not theirs. */
export async function attemptScreen(db: Kysely<DB>, actor: ActorRef, input: { attemptId: string; locale: Locale; now: Date }): Promise<AttemptScreen | null> {
  const page = await attemptPage(db, actor, input);
  if (page === null) return null;
  const { chapterTitle, ...rest } = page;
  return {
    ...rest,
    chapterTitle: chapterTitle === null ? page.chapterSlug : pick(chapterTitle, input.locale),
    questions: page.questions.map((item) => ({ ...item, question: showQuestion(item.question, input.locale) })),
  };
}
