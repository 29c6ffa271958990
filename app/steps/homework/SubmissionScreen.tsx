import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { type MarkDraft, MarkingFrame, type MarkingPlace, RubricForm, useClaim } from "~/marking";
import { Badge, Callout } from "~/ui";
import { ExhibitView } from "./ExhibitView";
import { classHomeworkPath, submissionPath } from "./paths";
import { SubmissionAround } from "./SubmissionAround";
import type { SubmissionPage } from "./submission-page.view.server";

/** Why a word was not taken; what was chosen comes back. */
export type SubmissionRefusal = { problem: string; by?: string; until?: Date; draft: MarkDraft };

export interface SubmissionScreenProps {
  page: SubmissionPage;
  place: MarkingPlace;
  cohortId: string;
  locale: Locale;
  timeZone: string;
  now: Date;
  refusal?: SubmissionRefusal | null;
}

/** One handed-in version for its instructor: the work, what peers said, the rehearsals, and the word that decides. */
export function SubmissionScreen(props: SubmissionScreenProps) {
  return <OneSubmission key={props.page.id} {...props} />;
}

function OneSubmission({ page, place, cohortId, locale, timeZone, now, refusal = null }: SubmissionScreenProps) {
  const { t } = useTranslation(["homework", "marking"]);
  const claim = useClaim(place);
  const mark = page.marks.find(({ submissionId }) => submissionId === page.id);
  const newest = page.versions[0];
  const initial: MarkDraft = refusal?.draft ?? { criteria: mark?.criteria ?? {}, remark: mark?.remark ?? "" };
  return (
    <MarkingFrame
      place={place}
      claim={claim}
      title={page.learner}
      badge={page.late ? <Badge tone="danger">{t("version.late")}</Badge> : undefined}
      lead={[page.chapterTitle, t("version.title", { number: page.number })].join(t("marking:dot"))}
      crumbs={[{ to: classHomeworkPath(cohortId, page.chapterSlug), label: page.cohortName }]}
      notice={
        <>
          {refusal && <Refusal refusal={refusal} locale={locale} timeZone={timeZone} />}
          {!page.latest && newest && (
            <Callout kind="note" title={t("mark.newerTitle", { number: newest.number })} className="mb-6">
              <Link to={submissionPath(cohortId, newest.id)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                {t("mark.newer")}
              </Link>
            </Callout>
          )}
          {page.latest && place.item !== null && place.item.readyAt > now && (
            <Callout kind="note" title={t("mark.peersTitle")} className="mb-6">
              <p>{t("mark.peers", { done: page.reviews.length, count: page.reviewsWanted, until: formatDate(page.reviewsUntil, { locale, timeZone, style: "short-date-time" }) })}</p>
            </Callout>
          )}
        </>
      }
      exhibit={
        <>
          <details className="rounded-lg border border-line bg-surface px-4 py-1">
            <summary className="inline-flex min-h-11 items-center font-semibold">{page.assignmentTitle}</summary>
            {page.task.map((paragraph, at) => (
              <p key={at} className="measure mb-3 text-sm">
                {paragraph}
              </p>
            ))}
          </details>
          <ExhibitView parts={page.parts} locale={locale} opensSheets />
        </>
      }
      locale={locale}
      timeZone={timeZone}
      now={now}
    >
      {page.latest && page.state !== "returned" ? (
        <RubricForm
          rubric={page.rubric}
          subject={`homework:${page.id}`}
          seen={mark?.id ?? null}
          initial={initial}
          refused={refusal !== null}
          acts={[
            { value: "accepted", label: t(mark === undefined ? "mark.accept" : "mark.acceptAgain") },
            { value: "returned", label: t("mark.return"), open: true },
          ]}
          ways={{ previous: place.previous, next: place.next, again: place.done?.path ?? null }}
          held={claim !== null && !claim.mine}
          remarkHint={t("mark.remarkHint")}
        />
      ) : page.latest ? (
        <ReturnedForm page={page} place={place} initial={initial} refused={refusal !== null} markId={mark?.id ?? null} held={claim !== null && !claim.mine} />
      ) : null}
      <SubmissionAround page={page} cohortId={cohortId} locale={locale} timeZone={timeZone} />
    </MarkingFrame>
  );
}

/** Returned, and nothing new came: it can still be accepted after all. */
function ReturnedForm({ page, place, initial, refused, markId, held }: { page: SubmissionPage; place: MarkingPlace; initial: MarkDraft; refused: boolean; markId: string | null; held: boolean }) {
  const { t } = useTranslation("homework");
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("mark.acceptAfterAll")}</summary>
      <RubricForm
        rubric={page.rubric}
        subject={`homework:${page.id}`}
        seen={markId}
        initial={initial}
        refused={refused}
        acts={[{ value: "accepted", label: t("mark.accept") }]}
        ways={{ previous: place.previous, next: place.next, again: place.done?.path ?? null }}
        held={held}
        remarkHint={t("mark.remarkHint")}
      />
    </details>
  );
}

function Refusal({ refusal, locale, timeZone }: { refusal: SubmissionRefusal; locale: Locale; timeZone: string }) {
  const { t } = useTranslation(["homework", "marking"]);
  const { problem, by = "", until } = refusal;
  return (
    <div role="alert" className="mb-6">
      <Callout kind="danger" title={t("problem.title")}>
        <p>{problem === "claimed" && until ? t("marking:claim.others", { name: by, until: formatDate(until, { locale, timeZone, style: "time" }) }) : t([`mark.problem.${problem}`, "problem.other"], { by })}</p>
      </Callout>
    </div>
  );
}
