import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { short } from "~/marking";
import { Card, Meter, PageHeader } from "~/ui";
import { AttemptBadge } from "../AttemptLines";
import { quizPath, sectionPath } from "../paths";
import type { ResultScreen } from "../result-screen.view.server";
import { ResultHead } from "./ResultHead";
import { ResultQuestions } from "./ResultQuestions";

export interface ResultPageProps {
  result: ResultScreen;
  locale: Locale;
  timeZone: string;
}

/** After the quiz: the score, what it means and what comes next, per competency, what to read again, and every answer. */
export function ResultPage({ result, locale, timeZone }: ResultPageProps) {
  const { t } = useTranslation("quiz");
  const { enrolmentId, chapterSlug, sections } = result;
  const { competencies, pending, passed } = result.result;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("result.title", { chapter: result.chapterTitle })}
        badge={<AttemptBadge attempt={{ state: result.state, passed, pending }} />}
        lead={
          <span className="tabular">
            {t("paper.attempt", { number: result.number })}
            {t("paper.dot")}
            {result.submittedAt && formatDate(result.submittedAt, { locale, timeZone, style: "date-time" })}
            {result.submittedBy === "deadline" && `${t("paper.dot")}${t("result.byDeadline")}`}
          </span>
        }
        crumbs={[{ to: quizPath(enrolmentId, chapterSlug), label: t("intro.title") }]}
      />
      <div className="grid gap-6">
        <ResultHead result={result} locale={locale} timeZone={timeZone} />
        {competencies.length > 0 && (
          <Card title={t("result.competencies")}>
            <div className="grid gap-4">
              {competencies.map(({ competency, points, max }) => (
                <Meter key={competency} label={t([`competency.${competency}`, competency])} value={points} max={max} {...(passed === null ? {} : { target: result.passMark * max })} text={t("result.pointsOf", { points: short(points), max: short(max) })} />
              ))}
            </div>
            <p className="mt-3 text-sm text-ink-soft">{passed === null ? t("result.competencySoFar") : t("result.competencyHint", { percent: Math.round(result.passMark * 100) })}</p>
          </Card>
        )}
        {sections.length > 0 && (
          <Card title={t("result.readAgain")}>
            <ul className="grid gap-1">
              {sections.map(({ id, title, lost }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                  <Link to={sectionPath(enrolmentId, chapterSlug, id)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                    {title}
                  </Link>
                  <span className="text-sm text-ink-soft tabular">{t("result.lost", { points: short(lost) })}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <ResultQuestions result={result} />
      </div>
    </div>
  );
}
