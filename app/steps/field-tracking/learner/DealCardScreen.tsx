import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { dealPath, formatMoney } from "~/deals";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, DataList, PageHeader } from "~/ui";
import type { CardLine, DealCard } from "../deal-card.view.server";
import { cellPath } from "./ToFill";
import { PrintButton } from "./PrintButton";

/** One page before the next meeting with the customer: who, what hurts, what worries, what next. Prints on one sheet. */
export function DealCardScreen({ card, locale }: { card: DealCard; locale: Locale }) {
  const { t } = useTranslation("field");
  const { deal, deadline, people, missing, missingTools, parts, warnings, next } = card;
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={deal.accountName} lead={`${deal.title} · ${t(`stage.${deal.stage}`)} · ${formatMoney({ minor: deal.amountMinor, currency: deal.currency }, locale)}`} crumbs={[{ to: dealPath(deal.id), label: deal.title }]} actions={<PrintButton label={t("card.print")} />} />
      <div className="grid gap-6">
        <section aria-labelledby="next-action" className="rounded-md border-s-4 border-pine bg-pine-soft px-4 py-3">
          <h2 id="next-action" className="text-sm font-semibold text-pine-deep">
            {t("card.nextAction")}
          </h2>
          {deal.nextAction === null ? (
            <p>{t("card.noNextAction")}</p>
          ) : (
            <p className="text-lg leading-snug">
              {deal.nextAction.text}
              <span className="mt-1 block text-base text-ink-soft tabular">{t("card.by", { who: deal.nextAction.ownerName, day: day(deal.nextAction.due) })}{deal.nextAction.due < card.today && <Badge tone="danger" className="ms-2">{t("card.over")}</Badge>}</span>
            </p>
          )}
          {deadline !== null && <p className="mt-1 text-sm text-ink-soft tabular">{deadline.over > 0 ? t("card.deadlineOver", { day: day(deadline.on), count: deadline.over }) : t("card.deadline", { day: day(deadline.on) })}</p>}
        </section>
        <section aria-labelledby="people">
          <h2 id="people" className="mb-2 text-lg">
            {t("card.people")}
          </h2>
          <DataList
            columns
            items={[
              ...people.map(({ role, names }) => ({ key: role, term: t(`role.${role}`), value: names.map(({ name, title }) => [name, title].filter(Boolean).join(locale === "zh" ? "，" : ", ")).join(locale === "zh" ? "；" : "; ") })),
              ...missing.map((role) => ({ key: role, term: t(`role.${role}`), value: <Badge tone="danger">{t("card.nobody")}</Badge> })),
            ]}
          />
        </section>
        {parts.map((part) => (
          <section key={part.sheetId} aria-labelledby={part.sheetId}>
            <h2 id={part.sheetId} className="mb-2 text-lg">
              {t(`card.part.${part.tool}`)}
            </h2>
            <Lines rows={part.rows} />
          </section>
        ))}
        {(warnings.length > 0 || missingTools.length > 0) && (
          <section aria-labelledby="warnings">
            <h2 id="warnings" className="mb-2 text-lg">
              {t("card.warnings")}
            </h2>
            <ul className="grid gap-2">
              {warnings.map((warning) => (
                <li key={`${warning.sheetId} ${warning.message.zh}`} className={warning.problem ? "border-s-2 border-danger ps-3" : "border-s-2 border-line-strong ps-3"}>
                  <p>{pick(warning.message, locale)}</p>
                  <p className="text-sm text-ink-soft">{pick(warning.reason, locale)}</p>
                </li>
              ))}
              {missingTools.length > 0 && <li className="border-s-2 border-line-strong ps-3">{t("card.missingTools", { tools: missingTools.map((tool) => pick(tool, locale)).join(locale === "zh" ? "、" : ", ") })}</li>}
            </ul>
          </section>
        )}
        {next.length > 0 && (
          <section aria-labelledby="fill" data-print="no">
            <h2 id="fill" className="mb-2 text-lg">
              {t("next.title")}
            </h2>
            <ul className="grid gap-1">
              {next.map((one) => (
                <li key={one.sheetId}>
                  <Link to={cellPath(one.sheetId, one.at)} className="inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                    {pick(one.tool, locale)} · {one.row === null ? pick(one.label, locale) : t("next.cellOf", { row: one.row, cell: pick(one.label, locale) })}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Lines({ rows }: { rows: readonly CardLine[] }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.title} className="px-4 py-2">
          <p className="font-semibold">{row.title}</p>
          <p className="flex flex-wrap gap-x-4 text-sm leading-6">
            {row.facts.map((fact) => (
              <span key={fact.label}>
                <span className="text-ink-soft">{fact.label}</span> {fact.value}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
