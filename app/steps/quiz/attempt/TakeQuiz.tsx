import { type FormEvent, useCallback, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import type { AttemptScreen } from "../attempt-screen.view.server";
import { useAnswers } from "../client/use-answers";
import { answersPath, attemptPath, quizPath } from "../paths";
import type { QuizResponse } from "../question";
import { choiceValues, choose } from "./choose";
import { HandInDialog } from "./HandInDialog";
import { Notices } from "./Notices";
import { Overview } from "./Overview";
import { type At, placesOf, targetOf } from "./paper-state";
import { QuestionView } from "./QuestionView";
import { SidePanel } from "./SidePanel";
import { TakeFoot } from "./TakeFoot";
import { TakeTop } from "./TakeTop";
import { TimeOver } from "./TimeOver";
import { useAt } from "./use-at";
import { useClock } from "./use-clock";
import { useEarlyAnswer } from "./use-early-answer";
import { useHandIn } from "./use-hand-in";
import { useQuizKeys } from "./use-quiz-keys";

/** A plain form's answer that another device was faster than. */
export type RefusedAnswer = { position: number; mine: QuizResponse | null; theirs: QuizResponse | null; revision: number };

export interface TakeQuizProps {
  screen: AttemptScreen;
  /** Where the address opens the paper. */
  startAt: At;
  /** Names this page's plain forms, so that one sent twice counts once. */
  nonce: string;
  refused: RefusedAnswer | null;
  locale: Locale;
  timeZone: string;
}

const FORM = "paper";

/** The page on which a quiz is taken. It is one plain form, question by question; scripts make every press of it immediate. */
export function TakeQuiz({ screen, startAt, nonce, refused, locale, timeZone }: TakeQuizProps) {
  const { t } = useTranslation("quiz");
  const { attemptId, questions } = screen;
  const positions = questions.map(({ position }) => position);
  const answers = useAnswers({ attemptId, initial: questions, url: answersPath(attemptId) });
  const clock = useClock(screen.now, screen.deadlineAt);
  const handing = useHandIn(attemptId, answers, clock.resync);
  const main = useRef<HTMLElement>(null);
  const { at, move } = useAt(startAt, attemptId, main);
  const { snapshot, put } = answers;
  const places = placesOf(positions, snapshot);
  const over = clock.leftMs <= 0;
  const stopped = over || snapshot.closed;
  const item = questions.find(({ position }) => position === at);
  const view = item && snapshot.values.get(item.position);
  const given = view?.value ?? null;

  const { handIn } = handing;
  const timeIsUp = useCallback(() => void handIn("deadline"), [handIn]);
  const toggleFlag = (): void => void (item && view && !stopped && put(item.position, view.value, !view.flagged));
  const go = (target: string): void => (target === "flag" ? toggleFlag() : move(targetOf(target, at, positions)));

  useEarlyAnswer(FORM, item, put);
  useQuizKeys({
    previous: () => go("previous"),
    next: () => go("next"),
    flag: toggleFlag,
    choose: (index) => {
      const choice = item && choiceValues(item.question)[index];
      if (!item || choice === undefined || stopped) return;
      const { question } = item;
      if (question.kind === "single" || question.kind === "multiple" || question.kind === "true-false") void put(item.position, choose(question, given, choice));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    go(submitter instanceof HTMLButtonElement ? submitter.value : "next");
  };

  return (
    <div className="min-h-dvh max-lg:pb-[calc(5rem+env(safe-area-inset-bottom))]">
      <TakeTop back={quizPath(screen.enrolmentId, screen.chapterSlug)} chapter={screen.chapterTitle} number={screen.number} snapshot={snapshot} leftMs={clock.leftMs} />
      <div className="mx-auto max-w-6xl lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-10 lg:px-6">
        <main ref={main} id="main" tabIndex={-1} className="mx-auto w-full max-w-3xl min-w-0 px-4 py-5 sm:px-6 lg:mx-0 lg:px-0 lg:py-8">
          <h1 className="sr-only">{t("paper.title", { chapter: screen.chapterTitle })}</h1>
          <div className="grid gap-3 not-empty:mb-5">
            <Notices snapshot={snapshot} attemptId={attemptId} />
            {over && <TimeOver handing={handing} snapshot={snapshot} onOver={timeIsUp} />}
          </div>
          <form id={FORM} method="post" action={attemptPath(attemptId)} autoComplete="off" onSubmit={submit}>
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="nonce" value={nonce} />
            {/* The first button of a form is what Enter presses. */}
            <button name="go" value="next" tabIndex={-1} aria-hidden className="sr-only">
              {t("paper.next")}
            </button>
            {item && view ? (
              <QuestionView
                key={item.position}
                item={item}
                count={positions.length}
                view={view}
                refused={refused?.position === item.position ? refused : null}
                disabled={stopped}
                onChange={(value) => void put(item.position, value)}
                onSettle={(choice) => void answers.settle(item.position, choice)}
              />
            ) : (
              <Overview places={places} form={FORM} />
            )}
          </form>
          <form id="hand-in" method="post" action={attemptPath(attemptId)}>
            <input type="hidden" name="intent" value="hand-in" />
          </form>
          <TakeFoot form={FORM} at={at} places={places} flagged={view?.flagged ?? false} stopped={stopped} onAsk={handing.ask} />
        </main>
        <SidePanel places={places} at={at} form={FORM} stopped={stopped} deadlineAt={screen.deadlineAt} locale={locale} timeZone={timeZone} onAsk={handing.ask} />
      </div>
      {!over && <HandInDialog handing={handing} places={places} />}
    </div>
  );
}
