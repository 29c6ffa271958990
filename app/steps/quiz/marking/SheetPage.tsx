import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { markingPath, short } from "~/marking";
import { Badge, ButtonLink, Callout, Card, type FormFailure, Meter, PageHeader, Table } from "~/ui";
import { AttemptBadge, AttemptLines } from "../AttemptLines";
import type { AttemptSheet, SheetQuestion } from "../attempt-sheet.view.server";
import { plainStem } from "../attempt/stem";
import { attemptOfPath, markingOf } from "../paths";
import { PointsBadge } from "../result/ResultQuestions";
import { RevealedAnswer } from "../RevealedAnswer";
import { OverruleForm } from "./OverruleForm";
import { ReopenCard } from "./ReopenCard";

export interface SheetPageProps {
  sheet: AttemptSheet;
  cohortId: string;
  /** Who looks may mark and reopen here. */
  teaches: boolean;
  locale: Locale;
  timeZone: string;
  failure?: FormFailure | null;
  /** The place whose overruling was refused. */
  refusedAt?: number | null;
}

/** One attempt for those who teach the cohort: score, every answer with its key, who marked what, and the other attempts. */
export function SheetPage({ sheet, cohortId, teaches, locale, timeZone, failure = null, refusedAt = null }: SheetPageProps) {
  const { t } = useTranslation(["marking", "quiz"]);
  const { result, attempts, ledger } = sheet;
  const attempt = attempts.find(({ attemptId }) => attemptId === sheet.attemptId);
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("sheet.title", { learner: sheet.learner.name, number: attempt?.number ?? 1 })}
        badge={attempt && <AttemptBadge attempt={attempt} />}
        lead={t("quiz:paper.title", { chapter: sheet.chapterTitle })}
        crumbs={[{ to: markingPath(), label: t("title") }]}
      />
      <div className="grid gap-6">
        {result === null ? (
          <Callout kind="note">
            <p>{t("sheet.open")}</p>
          </Callout>
        ) : (
          <Card title={t("sheet.facts")}>
            <Meter label={t("sheet.score")} value={result.percent} target={Math.round(sheet.passMark * 100)} text={`${result.percent}%`} />
            <p className="mt-2 text-sm text-ink-soft tabular">{attempt?.submittedAt && t("waitingSince", { at: when(attempt.submittedAt) })}</p>
          </Card>
        )}
        {teaches && sheet.standing === "failed-final" && <ReopenCard failure={refusedAt === null ? failure : null} />}
        <AttemptLines attempts={attempts} reopenings={sheet.reopenings} locale={locale} timeZone={timeZone} current={sheet.attemptId} to={({ attemptId }) => attemptOfPath(cohortId, attemptId)} />
        {sheet.questions.length > 0 && (
          <Card title={t("sheet.answers")} look="flush">
            <ol className="divide-y divide-line border-t border-line">
              {sheet.questions.map((item) => (
                <li key={item.position}>
                  <SheetLine item={item} overrule={teaches && !item.open} failure={refusedAt === item.position ? failure : null} mark={teaches && item.open ? markingOf(cohortId, { attemptId: sheet.attemptId, position: item.position }) : null} />
                </li>
              ))}
            </ol>
          </Card>
        )}
        {result !== null && (
          <Card title={t("sheet.ledger")} look={ledger.length === 0 ? "plain" : "flush"}>
            {ledger.length === 0 ? (
              <p className="text-ink-soft">{t("sheet.noLedger")}</p>
            ) : (
              <Table
                caption={t("sheet.ledger")}
                cards
                rows={ledger}
                rowKey={({ id }) => id}
                columns={[
                  { key: "position", header: t("question"), cell: ({ position }) => t("quiz:paper.number", { number: position }) },
                  { key: "by", header: t("sheet.who"), cell: ({ by }) => by },
                  { key: "at", header: t("sheet.when"), cell: ({ at }) => <span className="tabular">{when(at)}</span> },
                  { key: "remark", header: t("remark"), cell: ({ remark }) => remark ?? "–" },
                  {
                    key: "points",
                    header: t("sheet.points"),
                    align: "end",
                    cell: ({ points, max, counts }) => (
                      <>
                        {t("quiz:result.pointsOf", { points: short(points), max: short(max) })} {!counts && <Badge>{t("sheet.replaced")}</Badge>}
                      </>
                    ),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </div>
    </div>
  );
}

function SheetLine({ item, mark, overrule, failure }: { item: SheetQuestion; mark: string | null; overrule: boolean; failure: FormFailure | null }) {
  const { t } = useTranslation(["marking", "quiz"]);
  return (
    <details className="group" open={failure !== null || undefined}>
      <summary className="flex min-h-12 items-start gap-3 px-4 py-3 hover:bg-paper sm:px-5">
        <span className="w-6 shrink-0 font-semibold text-ink-soft tabular">{item.position}</span>
        <span className="line-clamp-2 min-w-0 flex-1 leading-snug group-open:line-clamp-none">{plainStem(item.question.shown.stem)}</span>
        <PointsBadge points={item.points} max={item.max} state={item.state} />
        <ChevronDown aria-hidden className="mt-0.5 size-4.5 shrink-0 text-ink-faint transition-transform group-open:rotate-180" />
      </summary>
      <div className="grid justify-items-start gap-3 px-4 pb-5 sm:ps-14 sm:pe-5 [&>*]:w-full">
        {item.question.shown.case && <p className="measure border-s-3 border-line-strong ps-3 text-sm whitespace-pre-line text-ink-soft">{item.question.shown.case}</p>}
        <RevealedAnswer question={item.question} answer={item.answer} criteria={item.criteria} />
        {item.remark && (
          <p className="measure rounded-md bg-mist-soft px-3 py-2 whitespace-pre-line">
            <span className="me-2 text-sm font-semibold text-mist">{t("remark")}</span>
            {item.remark}
          </p>
        )}
        {overrule && <OverruleForm key={item.markId} item={item} failure={failure} />}
        {mark && (
          <ButtonLink to={mark} className="w-auto!">
            {t(item.criteria === null ? "sheet.mark" : "sheet.remark")}
          </ButtonLink>
        )}
      </div>
    </details>
  );
}
