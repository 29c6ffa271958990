import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { roadPath, stepPath } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Step } from "~/pipeline";
import { ButtonLink, Callout, Card, PageHeader, StateBadge, SubmitButton } from "~/ui";
import { AttemptLines } from "./AttemptLines";
import { IntroStanding } from "./IntroStanding";
import { attemptPath, resultPath } from "./paths";
import type { QuizIntro } from "./quiz-intro.view.server";

export interface IntroPageProps {
  intro: QuizIntro;
  enrolmentId: string;
  chapterSlug: string;
  locale: Locale;
  timeZone: string;
  /** Why a start was refused. */
  problem?: string | null;
}

/** Before the quiz: what it is, what is allowed, and the one thing that can be done now. */
export function IntroPage({ intro, enrolmentId, chapterSlug, locale, timeZone, problem = null }: IntroPageProps) {
  const { t } = useTranslation(["quiz", "road"]);
  const { paper, state } = intro;
  const used = intro.attempts.length;
  const percent = Math.round(intro.passMark * 100);
  const left = Math.max(0, intro.attemptsAllowed - used);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("intro.title")}
        badge={state && <StateBadge state={state} />}
        lead={pick(intro.title, locale)}
        crumbs={[
          { to: "/learn", label: t("road:home.title") },
          { to: roadPath(enrolmentId, chapterSlug), label: pick(intro.title, locale) },
        ]}
      />
      <div className="grid gap-6">
        {problem !== null && (
          <div role="alert">
            <Callout kind="danger" title={t("intro.problemTitle")}>
              <p>{t([`intro.problem.${problem}`, "intro.problem.other"])}</p>
            </Callout>
          </div>
        )}
        <IntroStanding intro={intro} locale={locale} timeZone={timeZone} />
        {paper === null ? (
          <Callout kind="note" title={t("intro.noPaperTitle")}>
            <p>{t("intro.noPaper")}</p>
          </Callout>
        ) : (
          <Card
            title={t("intro.whatTitle")}
            footer={<IntroAction intro={intro} left={left} wayTo={(step) => (step === "preview" ? `${stepPath(enrolmentId, chapterSlug, step)}/continue` : stepPath(enrolmentId, chapterSlug, step))} />}
          >
            <Facts
              items={[
                [t("intro.questions"), t("intro.questionsValue", { count: paper.questions })],
                [t("intro.minutes"), paper.extraPercent > 0 ? t("intro.minutesExtra", { count: paper.minutes, percent: paper.extraPercent }) : t("intro.minutesValue", { count: paper.minutes })],
                [t("intro.passMark"), `${percent}%`],
                [t("intro.attempts"), t("intro.attemptsValue", { left, count: intro.attemptsAllowed })],
                [t("intro.explanations"), t(`intro.policy.${intro.explanations}`)],
              ]}
            />
            <h3 className="mt-5 mb-1 text-base">{t("intro.rulesTitle")}</h3>
            <ul className="grid list-disc gap-1 ps-5 marker:text-ink-faint">
              {(["clock", "saved", "device", "aids", "deadline"] as const).map((rule) => (
                <li key={rule}>{t(`intro.rules.${rule}`)}</li>
              ))}
            </ul>
          </Card>
        )}
        {used > 0 && <AttemptLines attempts={intro.attempts} reopenings={intro.reopenings} locale={locale} timeZone={timeZone} to={({ attemptId, state: at }) => (at === "open" ? attemptPath(attemptId) : resultPath(attemptId))} />}
      </div>
    </div>
  );
}

/** Short facts, two in a row. */
function Facts({ items }: { items: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      {items.map(([term, value]) => (
        <div key={term}>
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd className="font-semibold tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The button that fits where the learner stands. */
function IntroAction({ intro, left, wayTo }: { intro: QuizIntro; left: number; wayTo: (step: Step) => string }) {
  const { t } = useTranslation(["quiz", "road"]);
  if (intro.open !== null) {
    return (
      <ButtonLink to={attemptPath(intro.open.attemptId)} variant="signal" size="lg" className="max-sm:w-full">
        {t(intro.open.leftMs > 0 ? "intro.goOn" : "intro.collect")}
      </ButtonLink>
    );
  }
  const canStart = left > 0 && (intro.standing === "none" || intro.standing === "failed" || intro.standing === "failed-final") && (intro.state === "available" || intro.state === "in-progress" || intro.state === "failed");
  if (canStart && intro.waiting?.waitsFor === "learner") {
    return (
      <Form method="post" className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:w-full">
        <SubmitButton name="intent" value="start" size="lg" className="max-sm:w-full">
          {t(intro.attempts.length === 0 ? "intro.start" : "intro.startAgain")}
        </SubmitButton>
        <span className="text-sm text-ink-soft">{t("intro.startHint")}</span>
      </Form>
    );
  }
  const last = intro.attempts.findLast(({ state }) => state !== "open");
  if (last !== undefined) return <ButtonLink to={resultPath(last.attemptId)}>{t("intro.lastResult")}</ButtonLink>;
  const earlier = intro.waiting?.waitsFor === "previous-step" ? intro.waiting.step : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {earlier !== undefined && (
        <ButtonLink to={wayTo(earlier)} variant="primary" className="max-sm:w-full">
          {t("intro.toStep", { step: t(`road:step.${earlier}`) })}
        </ButtonLink>
      )}
      <span className="text-ink-soft">{t("intro.notNow")}</span>
    </div>
  );
}
