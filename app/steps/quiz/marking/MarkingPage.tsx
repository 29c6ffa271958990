import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { type MarkDraft, MarkingFrame, markingPath, type MarkingPlace, RubricForm, short, useClaim } from "~/marking";
import { ButtonLink, Callout, EmptyState, PageHeader } from "~/ui";
import { answerSubject } from "../answer-subject";
import { plainStem } from "../attempt/stem";
import { GivenAnswer } from "../GivenAnswer";
import type { MarkingSubject } from "../marking-subject.view.server";
import { attemptOfPath } from "../paths";

/** Why a mark was not taken; what was chosen comes back. */
export type MarkRefusal = { problem: string; by?: string; points?: number; max?: number; until?: Date; draft: MarkDraft };

export interface MarkingPageProps {
  /** Null when nothing of the cohort waits. */
  at: { subject: MarkingSubject; place: MarkingPlace } | null;
  cohortId: string;
  locale: Locale;
  timeZone: string;
  now: Date;
  refusal?: MarkRefusal | null;
}

/** One answer beside its rubric; saving leads to the next that waits. */
export function MarkingPage({ at, ...props }: MarkingPageProps) {
  const { t } = useTranslation("marking");
  if (at !== null) return <OneAnswer key={answerSubject(at.subject.attemptId, at.subject.position)} {...at} {...props} />;
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ to: markingPath(), label: t("title") }]} />
      <EmptyState title={t("allDone")} action={<ButtonLink to={markingPath()}>{t("backToQueue")}</ButtonLink>}>
        {t("allDoneText")}
      </EmptyState>
    </>
  );
}

function OneAnswer({ subject, place, cohortId, locale, timeZone, now, refusal = null }: Omit<MarkingPageProps, "at"> & { subject: MarkingSubject; place: MarkingPlace }) {
  const { t } = useTranslation(["marking", "quiz"]);
  const claim = useClaim(place);
  const { attemptId, position } = subject;
  return (
    <MarkingFrame
      place={place}
      claim={claim}
      title={subject.learner}
      lead={[subject.chapterTitle, t("quiz:paper.number", { number: position })].join(t("dot"))}
      notice={refusal && <Refusal refusal={refusal} locale={locale} timeZone={timeZone} />}
      exhibit={<Answer subject={subject} sheet={attemptOfPath(cohortId, attemptId)} />}
      locale={locale}
      timeZone={timeZone}
      now={now}
    >
      <RubricForm
        rubric={{ criteria: subject.question.rubric ?? [] }}
        subject={`quiz-answer:${answerSubject(attemptId, position)}`}
        seen={subject.markId}
        initial={refusal?.draft ?? { criteria: subject.criteria ?? {}, remark: subject.remark ?? "" }}
        refused={refusal !== null}
        acts={[{ value: "save", label: t(subject.markId === null ? "save" : "again") }]}
        hidden={{ attempt: attemptId, position }}
        ways={{ previous: place.previous, next: place.next, again: place.done?.path ?? null }}
        held={claim !== null && !claim.mine}
      />
    </MarkingFrame>
  );
}

function Refusal({ refusal, locale, timeZone }: { refusal: MarkRefusal; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("marking");
  const { by = "", problem, until } = refusal;
  return (
    <div role="alert" className="mb-6">
      {problem === "marked-meanwhile" ? (
        <Callout kind="now" title={t("meanwhileTitle", { by })}>
          <p className="tabular">{t("meanwhile", { points: short(refusal.points ?? 0), max: short(refusal.max ?? 0) })}</p>
        </Callout>
      ) : (
        <Callout kind="danger" title={t("notSaved")}>
          <p>{problem === "claimed" && until ? t("claim.others", { name: by, until: formatDate(until, { locale, timeZone, style: "time" }) }) : t([`problem.${problem}`, "problem.other"])}</p>
        </Callout>
      )}
    </div>
  );
}

/** Scene, question, the learner's words, and what the author had in mind. */
function Answer({ subject, sheet }: { subject: MarkingSubject; sheet: string }) {
  const { t } = useTranslation(["marking", "quiz"]);
  const { shown, explanation } = subject.question;
  return (
    <>
      {shown.case && <p className="measure border-s-3 border-line-strong ps-3 text-sm whitespace-pre-line text-ink-soft">{shown.case}</p>}
      <p className="font-semibold">{plainStem(shown.stem)}</p>
      <div className="rounded-lg border border-line bg-surface px-4 py-3 text-lg leading-relaxed">
        <GivenAnswer question={shown} value={subject.answer} />
      </div>
      <details className="group">
        <summary className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">{t("key")}</summary>
        <p className="measure border-s-3 border-pine ps-3 text-sm">{explanation}</p>
      </details>
      <Link to={sheet} className="inline-flex min-h-11 items-center justify-self-start text-sm text-pine underline underline-offset-4">
        {t("attempt")}
      </Link>
    </>
  );
}
