import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { Beside, EMPTY_DRAFT, type MarkDraft, RubricForm } from "~/marking";
import { Callout, PageHeader } from "~/ui";
import { ExhibitView } from "../ExhibitView";
import { Judgement } from "../Judgement";
import { homeworkPath, reviewsPath } from "../paths";
import type { ReviewPage } from "./review-page.view.server";

export interface ReviewScreenProps {
  page: ReviewPage;
  place: { enrolmentId: string; chapterSlug: string; title: Bilingual };
  locale: Locale;
  timeZone: string;
  refusal?: { problem: string; draft: MarkDraft } | null;
}

/** Somebody's work beside the rubric, for the peer who was asked to look at it. */
export function ReviewScreen({ page, place, locale, timeZone, refusal = null }: ReviewScreenProps) {
  const { t } = useTranslation("homework");
  const { enrolmentId, chapterSlug } = place;
  return (
    <>
      <PageHeader
        title={t("review.title", { author: page.author })}
        lead={<span className="tabular">{page.open ? t("review.due", { at: formatDate(page.dueAt, { locale, timeZone, style: "short-date-time" }) }) : t(page.given ? "review.given" : "review.closed")}</span>}
        crumbs={[
          { to: homeworkPath(enrolmentId, chapterSlug), label: t("title") },
          { to: reviewsPath(enrolmentId, chapterSlug), label: t("reviews.title") },
        ]}
      />
      {refusal && (
        <div role="alert" className="mb-6">
          <Callout kind="danger" title={t("problem.title")}>
            <p>{t([`review.problem.${refusal.problem}`, "problem.other"])}</p>
          </Callout>
        </div>
      )}
      <Beside exhibit={<ExhibitView parts={page.parts} locale={locale} />}>
        {page.given ? (
          <Judgement rubric={page.rubric} criteria={page.given.criteria} points={null} max={null} remark={page.given.remark} />
        ) : page.open ? (
          <div className="grid gap-4">
            <Callout kind="try" title={t("review.guide")}>
              <p>{page.guide}</p>
            </Callout>
            <RubricForm rubric={page.rubric} subject={`homework-review:${page.id}`} seen={null} initial={refusal?.draft ?? EMPTY_DRAFT} refused={refusal !== null} acts={[{ value: "give", label: t("review.give") }]} remarkHint={t("review.remarkHint")} />
          </div>
        ) : (
          <p className="text-ink-soft">{t("review.closed")}</p>
        )}
      </Beside>
    </>
  );
}
