import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Card, PageHeader, Table } from "~/ui";
import { defenseDaysPath } from "../days/paths";
import { criteriaInOrder } from "./criteria-in-order";
import type { RecordPage } from "./record-page.view.server";
import { PrintButton } from "./PrintButton";
import { OUTCOME_TONES } from "./VerdictCard";
import { VerdictText } from "./VerdictText";

/** The record of a signed defense: verdict and minutes, who gave what and changed what, what was agreed, who signed. */
export function RecordScreen({ page, locale, timeZone }: { page: RecordPage; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  const { head, verdict, panel, gone, chapters, reveal } = page;
  const rows = criteriaInOrder(chapters).flatMap((criterion) => {
    const revealed = reveal.find((one) => one.chapterSlug === criterion.chapterSlug && one.criterionId === criterion.id);
    return revealed ? [{ criterion, revealed }] : [];
  });
  const when = (at: Date | string): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const notes = rows.flatMap(({ criterion, revealed }) => revealed.scores.filter(({ note, revision }) => note !== null || revision !== null).map((score) => ({ criterion, score })));
  return (
    <>
      <PageHeader
        title={t("record.title", { name: head.candidate })}
        badge={<Badge tone={OUTCOME_TONES[verdict.outcome]}>{t(`outcome.${verdict.outcome}`)}</Badge>}
        lead={<span className="tabular">{[...chapters.map(({ number, title }) => t("chapter", { number, title })), when(page.times.presenting ?? head.startsAt), head.place].join(t("dot"))}</span>}
        actions={<PrintButton />}
      />
      <div className="grid gap-4">
        <Card title={t("verdict.title")}>
          <VerdictText verdict={verdict} locale={locale} timeZone={timeZone} />
          {page.ofCohort && (verdict.outcome === "fail" || verdict.settlement?.outcome === "missed") && (
            <p className="mt-4" data-print="no">
              <ButtonLink to={defenseDaysPath(page.cohortId)}>{t("record.newSlot")}</ButtonLink>
            </p>
          )}
        </Card>
        <Card title={t("record.scores")} look="flush">
          <Table
            caption={t("record.scores")}
            cards
            rows={rows}
            rowKey={({ criterion }) => `${criterion.chapterSlug} ${criterion.id}`}
            columns={[
              { key: "criterion", header: t("record.criterion"), cell: ({ criterion }) => criterion.title },
              ...panel.map(({ personId, name }) => ({
                key: personId,
                header: name,
                cell: ({ revealed }: (typeof rows)[number]) => {
                  const score = revealed.scores.find(({ examinerId }) => examinerId === personId);
                  if (score === undefined) return "–";
                  return score.revision ? t("record.changed", { from: score.level, to: score.revision.level }) : String(score.level);
                },
              })),
              { key: "agreed", header: t("record.agreed"), cell: ({ revealed }) => (revealed.agreed ? <span className="font-semibold">{t(`record.how.${revealed.agreed.how}`, { level: revealed.agreed.level })}</span> : "–") },
            ]}
          />
        </Card>
        {notes.length > 0 && (
          <Card title={t("record.notes")}>
            <ul className="grid gap-2">
              {notes.map(({ criterion, score }) => (
                <li key={`${criterion.chapterSlug} ${criterion.id} ${score.examinerId}`}>
                  <span className="font-semibold">{t("record.noteHead", { title: criterion.title, name: panel.find(({ personId }) => personId === score.examinerId)?.name ?? "" })}</span>
                  {score.note !== null && <span className="block whitespace-pre-line">{score.note}</span>}
                  {score.revision !== null && <span className="block text-sm text-ink-soft">{t("revised", { from: score.level, reason: score.revision.reason })}</span>}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card title={t("record.panel")}>
          <ul className="grid gap-1">
            {panel.map(({ personId, name, chair }) => {
              const signature = verdict.signatures.find((one) => one.personId === personId);
              return (
                <li key={personId} className="flex flex-wrap justify-between gap-x-4">
                  <span>
                    {name}
                    {chair && <span className="ms-2 text-sm text-ink-soft">{t("panel.chair")}</span>}
                  </span>
                  <span className="text-sm text-ink-soft tabular">{signature ? t("record.signedAt", { at: when(signature.at) }) : t("panel.excused")}</span>
                </li>
              );
            })}
            {gone.map(({ name, reason }) => (
              <li key={name} className="text-sm text-ink-soft">
                {t("record.gone", { name, reason: reason ?? t("none") })}
              </li>
            ))}
          </ul>
          {page.closedReason !== null && <p className="mt-2 text-sm text-ink-soft">{t("record.closed", { reason: page.closedReason })}</p>}
        </Card>
      </div>
    </>
  );
}
