import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Card, Disclosure, Table } from "~/ui";
import { EVIDENCE } from "./evidence";
import { SeverityRange, SeverityValue } from "./FigureCells";
import type { SeasonPage } from "./season-page.view.server";
import { TimeDots } from "./TimeDots";

/** Severity month by month, examiner by examiner. */
export function DriftSection({ drift, months, locale }: { drift: SeasonPage["drift"]; months: readonly string[]; locale: Locale }) {
  const { t } = useTranslation("raters");
  if (drift.length === 0) return null;
  const place = (month: string): number => (months.length > 1 ? months.indexOf(month) / (months.length - 1) : 0.5);
  const first = months[0] ?? "";
  const last = months[months.length - 1] ?? "";
  const rows = drift.flatMap((person) => person.months.map((one) => ({ person, ...one })));
  return (
    <section aria-labelledby="drift">
      <h2 id="drift" className="text-lg">
        {t("season.drift.title")}
      </h2>
      <p className="measure mb-2 text-sm text-ink-soft">{t("season.drift.lead", { needed: EVIDENCE.month })}</p>
      <Card>
        {months.length < 2 && <p className="text-ink-soft">{t("season.drift.oneMonth", { month: first })}</p>}
        <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
          {(months.length < 2 ? [] : drift).map((person) => {
            const dots = person.months.flatMap(({ month, severity }) => (severity.kind === "estimate" ? [{ at: place(month), mean: severity.mean, low: severity.low, high: severity.high }] : []));
            return (
              <li key={person.personId} className="min-w-0">
                <h3 className="text-sm font-semibold">{personName(person, locale)}</h3>
                {dots.length === 0 ? <p className="text-sm text-ink-soft">{t("insufficient")}</p> : <TimeDots dots={dots} joined />}
                {dots.length > 0 && (
                  <p aria-hidden className="flex justify-between text-xs text-ink-soft tabular">
                    <span>{first}</span>
                    {last !== first && <span>{last}</span>}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
        <Disclosure summary={t("asTable")} className="mt-2">
          <Table
            caption={t("season.drift.title")}
            scroll
            rows={rows}
            rowKey={({ person, month }) => `${person.personId} ${month}`}
            columns={[
              { key: "examiner", header: t("season.severity.examiner"), cell: ({ person }) => personName(person, locale) },
              { key: "month", header: t("season.drift.month"), cell: ({ month }) => month },
              { key: "value", header: t("season.drift.value"), align: "end", cell: ({ severity }) => <SeverityValue severity={severity} /> },
              { key: "range", header: t("season.drift.range"), align: "end", cell: ({ severity }) => <SeverityRange severity={severity} /> },
              { key: "n", header: t("season.severity.n"), align: "end", cell: ({ severity }) => t("n", { n: severity.n }) },
            ]}
          />
        </Disclosure>
      </Card>
    </section>
  );
}
