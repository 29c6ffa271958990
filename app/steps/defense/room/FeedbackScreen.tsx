import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Callout, Card, PageHeader } from "~/ui";
import type { FeedbackPage } from "./feedback-page.view.server";
import { LevelScale } from "./LevelScale";
import { PrintButton } from "./PrintButton";
import { OUTCOME_TONES } from "./VerdictCard";
import { VerdictText } from "./VerdictText";

/** What the candidate takes home: by criterion what the panel agreed on and said, what was strong, what to redo. Made for paper, too. */
export function FeedbackScreen({ page, locale, timeZone }: { page: FeedbackPage; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  const { head, outcome, chapters, panel, condition, settlement } = page;
  const open = condition !== null && settlement === null;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        crumbs={[{ to: "/learn", label: t("feedback.home") }]}
        title={t("feedback.title")}
        badge={<Badge tone={OUTCOME_TONES[outcome]}>{t(`outcome.${outcome}`)}</Badge>}
        lead={<span className="tabular">{[head.candidate, ...chapters.map(({ number, title }) => t("chapter", { number, title })), formatDate(head.startsAt, { locale, timeZone, style: "date" })].join(t("dot"))}</span>}
        actions={<PrintButton />}
      />
      <div className="grid gap-4">
        {open && (
          <Callout kind="now" title={t("feedback.open")}>
            <p>{t("feedback.openText", { due: formatDate(`${condition.due}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" }), name: condition.checker })}</p>
          </Callout>
        )}
        <Card title={t("verdict.title")}>
          <VerdictText verdict={{ ...page, condition: condition && { ...condition, checkerId: "" } }} locale={locale} timeZone={timeZone} />
        </Card>
        {chapters.map(({ slug, number, title, criteria, asked }) => (
          <Card key={slug} title={t("chapter", { number, title })} className="break-inside-avoid-page">
            <dl className="divide-y divide-line">
              {criteria.map(({ id, title: name, level, levels, remark }) => (
                <div key={id} className="break-inside-avoid py-3">
                  <dt className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                    <span className="font-semibold">{name}</span>
                    <LevelScale level={level} levels={levels} label={t("feedback.level", { level, most: Math.max(...levels.map(({ points }) => points)) })} />
                  </dt>
                  <dd className="mt-1 leading-relaxed">
                    {levels.find(({ points }) => points === level)?.text}
                    {remark !== null && <p className="mt-1 border-s-3 border-pine ps-3 whitespace-pre-line">{remark}</p>}
                    {levels.some(({ points }) => points === level + 1) && <p className="mt-1 text-sm text-ink-soft">{t("feedback.next", { text: levels.find(({ points }) => points === level + 1)?.text })}</p>}
                  </dd>
                </div>
              ))}
            </dl>
            {asked.length > 0 && (
              <div className="mt-3 border-t border-line pt-3">
                <h3 className="text-base">{t("feedback.asked")}</h3>
                <ul className="mt-1 list-disc ps-5 leading-relaxed">
                  {asked.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </div>
            )}
          </Card>
        ))}
        <p className="text-sm text-ink-soft">{t("feedback.signed", { names: panel.join(t("and")), at: formatDate(page.signedAt, { locale, timeZone, style: "date" }) })}</p>
      </div>
    </div>
  );
}
