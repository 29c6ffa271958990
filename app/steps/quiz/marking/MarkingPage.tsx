import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Callout, EmptyState, Flash, PageHeader } from "~/ui";
import { plainStem } from "../attempt/stem";
import { GivenAnswer } from "../GivenAnswer";
import type { MarkingScreen, MarkingSubject } from "../marking-screen.view.server";
import { attemptOfPath, markingOf, markingPath } from "../paths";
import { short } from "../result/short";
import { MarkForm, type MarkDraft } from "./MarkForm";

/** Why a mark was not taken; what was chosen comes back. */
export type MarkRefusal = { problem: string; by?: string; points?: number; max?: number; draft: MarkDraft };

export interface MarkingPageProps {
  screen: MarkingScreen;
  cohortId: string;
  chapterSlug: string | null;
  locale: Locale;
  timeZone: string;
  refusal?: MarkRefusal | null;
}

/** One answer beside its rubric; saving leads to the next that waits. */
export function MarkingPage({ screen, cohortId, chapterSlug, locale, timeZone, refusal = null }: MarkingPageProps) {
  const { t } = useTranslation(["marking", "quiz"]);
  const drafts = useRef(new Map<string, MarkDraft>());
  const { current, previous, next, done } = screen;
  const wayTo = (place: { attemptId: string; position: number } | null): string | null => place && markingOf(cohortId, place, chapterSlug ?? undefined);
  const undo = wayTo(done);
  const key = current === null ? "" : `${current.attemptId}.${current.position}`;
  const draft = refusal?.draft ?? drafts.current.get(key) ?? { criteria: current?.criteria ?? {}, remark: current?.remark ?? "" };
  return (
    <>
      <Flash
        messages={
          done && undo
            ? [{ id: `${done.attemptId}.${done.position}`, tone: "ok", text: t("done", { learner: done.learner, points: short(done.points), max: short(done.max) }), action: <UndoLink to={undo}>{t("undo")}</UndoLink> }]
            : []
        }
      />
      <PageHeader
        title={current?.learner ?? t("title")}
        badge={current?.markId ? <Badge tone="ok">{t("marked")}</Badge> : undefined}
        lead={
          current && (
            <span className="tabular">
              {current.chapterTitle}
              {t("quiz:paper.dot")}
              {t("quiz:paper.number", { number: current.position })}
              {t("quiz:paper.dot")}
              {t("waitingSince", { at: formatDate(current.submittedAt, { locale, timeZone, style: "short-date-time" }) })}
            </span>
          )
        }
        crumbs={[
          { to: markingPath(), label: t("title") },
          { to: `${markingPath()}?cohort=${cohortId}`, label: screen.cohortName },
        ]}
        actions={current && <Ways previous={wayTo(previous)} next={wayTo(next)} waiting={screen.waiting} />}
      />
      {refusal && <Refusal refusal={refusal} />}
      {current === null ? (
        <EmptyState title={t("allDone")} action={<ButtonLink to={markingPath()}>{t("backToQueue")}</ButtonLink>}>
          {t("allDoneText")}
        </EmptyState>
      ) : (
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-8">
          <Answer subject={current} sheet={attemptOfPath(cohortId, current.attemptId)} />
          <section aria-label={t("rubric")}>
            <MarkForm key={key} subject={current} draft={draft} onDraft={(changed) => drafts.current.set(key, changed)} ways={{ previous: wayTo(previous), next: wayTo(next), undo }} />
          </section>
        </div>
      )}
    </>
  );
}

function UndoLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 shrink-0 items-center px-2 font-semibold text-pine underline underline-offset-4">
      {children}
    </Link>
  );
}

function Ways({ previous, next, waiting }: { previous: string | null; next: string | null; waiting: number }) {
  const { t } = useTranslation("marking");
  return (
    <>
      <span className="text-sm text-ink-soft tabular">{t("left", { count: waiting })}</span>
      {previous && <ButtonLink to={previous}>{t("previous")}</ButtonLink>}
      {next && <ButtonLink to={next}>{t("next")}</ButtonLink>}
    </>
  );
}

function Refusal({ refusal }: { refusal: MarkRefusal }) {
  const { t } = useTranslation("marking");
  const { by } = refusal;
  return (
    <div role="alert" className="mb-6">
      {refusal.problem === "marked-meanwhile" ? (
        <Callout kind="now" title={t("meanwhileTitle", { by: by ?? "" })}>
          <p className="tabular">{t("meanwhile", { points: short(refusal.points ?? 0), max: short(refusal.max ?? 0) })}</p>
        </Callout>
      ) : (
        <Callout kind="danger" title={t("notSaved")}>
          <p>{t([`problem.${refusal.problem}`, "problem.other"])}</p>
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
    <section aria-label={t("answer")} className="grid min-w-0 gap-4 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
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
    </section>
  );
}
