import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { evidencePath } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card } from "~/ui";
import { Judgement } from "./Judgement";
import { submissionPath } from "./paths";
import { RehearsalList } from "./RehearsalList";
import type { SubmissionPage } from "./submission-page.view.server";

interface Props {
  page: SubmissionPage;
  cohortId: string;
  locale: Locale;
  timeZone: string;
}

/** What bears on a version: peers' reviews with how close each reviewer came before, rehearsals, earlier versions and words. */
export function SubmissionAround({ page, cohortId, locale, timeZone }: Props) {
  const { t } = useTranslation("homework");
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const parts = page.rehearsals.map(({ part, partTitle }) => ({ id: part, title: partTitle }));
  return (
    <div className="mt-8 grid gap-4">
      <Card title={t("around.reviews", { done: page.reviews.length, count: page.reviewsWanted })}>
        {page.reviews.length === 0 && <p className="text-ink-soft">{t("around.noReviews")}</p>}
        {page.reviews.map((review) => (
          <details key={review.id} open>
            <summary className="flex min-h-11 flex-wrap items-center gap-x-3">
              <strong>{review.reviewer}</strong>
              <span className="text-sm text-ink-soft tabular">{review.quality ? t("around.quality", { percent: Math.round(review.quality.closeness * 100), count: review.quality.n }) : t("around.noQuality")}</span>
            </summary>
            <Judgement rubric={page.rubric} criteria={review.criteria} points={review.points} max={review.max} remark={review.remark} />
          </details>
        ))}
        {page.waitingReviews.map(({ reviewer, state, dueAt }) => (
          <p key={reviewer} className="flex min-h-9 flex-wrap items-center gap-x-3 text-sm text-ink-soft tabular">
            {reviewer} <Badge tone={state === "over" ? "danger" : "neutral"}>{t(`reviewState.${state}`)}</Badge> {when(dueAt)}
          </p>
        ))}
      </Card>
      <Card title={t("around.rehearsals", { count: page.rehearsals.length })}>{page.rehearsals.length === 0 ? <p className="text-ink-soft">{t("rehearsal.none")}</p> : <RehearsalList lines={page.rehearsals} parts={parts} locale={locale} />}</Card>
      {(page.marks.length > 0 || page.versions.length > 1) && (
        <Card title={t("around.history")}>
          <ul className="grid gap-1 text-sm tabular">
            {page.versions.map(({ id, number, submittedAt }) => (
              <li key={id}>
                <Link to={submissionPath(cohortId, id)} aria-current={id === page.id || undefined} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4 aria-current:font-semibold">
                  {t("version.title", { number })}
                </Link>
                <span className="ms-3 text-ink-soft">{when(submittedAt)}</span>
              </li>
            ))}
          </ul>
          {page.marks.map((mark) => (
            <details key={mark.id}>
              <summary className="flex min-h-11 flex-wrap items-center gap-x-3 text-sm">
                <Badge tone={mark.verdict === "accepted" ? "ok" : "neutral"}>{t(`verdict.${mark.verdict}`)}</Badge>
                {t("around.mark", { by: mark.marker, number: mark.number, at: when(mark.at) })}
              </summary>
              <Judgement rubric={page.rubric} criteria={mark.criteria} points={mark.points} max={mark.max} remark={mark.remark} />
            </details>
          ))}
        </Card>
      )}
      <Link to={evidencePath(cohortId, page.enrolmentId, page.chapterSlug, "homework")} className="inline-flex min-h-11 items-center justify-self-start text-sm text-pine underline underline-offset-4">
        {t("around.evidence")}
      </Link>
    </div>
  );
}
