import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Callout, Card, Disclosure, Table } from "~/ui";
import { axisReach, DotWhisker, EmptyWhisker } from "./DotWhisker";
import { SeverityRange, SeverityValue } from "./FigureCells";
import { decimal, direction } from "./figures";
import type { SeasonPage } from "./season-page.view.server";

type Row = SeasonPage["severity"][number];

/** Severity of each examiner, drawn with its interval, by name; the same as a table behind it. */
export function SeveritySection({ severity, apart, locale }: { severity: SeasonPage["severity"]; apart: boolean; locale: Locale }) {
  const { t } = useTranslation("raters");
  const reach = axisReach(severity.flatMap(({ severity: figure }) => (figure.kind === "estimate" ? [figure.low, figure.high] : [])));
  return (
    <section aria-labelledby="severity">
      <h2 id="severity" className="text-lg">
        {t("season.severity.title")}
      </h2>
      <p className="measure mb-2 text-sm text-ink-soft">{t("season.severity.lead")}</p>
      <Card>
        {apart && (
          <Callout kind="note" className="mb-4">
            <p>{t("season.severity.apart")}</p>
          </Callout>
        )}
        <div aria-hidden className="mb-1 grid gap-x-4 text-xs text-ink-soft sm:grid-cols-[11rem_1fr_13rem]">
          <span className="col-start-1 flex justify-between sm:col-start-2">
            <span>← {t("season.severity.mild")}</span>
            <span>{t("season.severity.average")}</span>
            <span>{t("season.severity.strict")} →</span>
          </span>
        </div>
        <ul className="divide-y divide-line">
          {severity.map((row) => (
            <li key={row.personId} className="grid items-center gap-x-4 py-2 sm:grid-cols-[11rem_1fr_13rem]">
              <span className="font-semibold">{personName(row, locale)}</span>
              {row.severity.kind === "estimate" ? <DotWhisker {...row.severity} reach={reach} told={direction(row.severity) !== "cannotTell"} /> : <EmptyWhisker reach={reach} />}
              <Words row={row} />
            </li>
          ))}
        </ul>
        <Disclosure summary={t("asTable")} className="mt-2">
          <Table
            caption={t("season.severity.title")}
            rows={severity}
            rowKey={({ personId }) => personId}
            columns={[
              { key: "examiner", header: t("season.severity.examiner"), cell: (row) => personName(row, locale) },
              { key: "value", header: t("season.severity.value"), align: "end", cell: (row) => <SeverityValue severity={row.severity} /> },
              { key: "range", header: t("season.severity.range"), align: "end", cell: (row) => <SeverityRange severity={row.severity} /> },
              { key: "n", header: t("season.severity.n"), align: "end", cell: (row) => t("n", { n: row.severity.n }) },
            ]}
          />
        </Disclosure>
        <Disclosure summary={t("season.severity.how")}>
          <p className="measure text-sm text-ink-soft">{t("season.severity.howText")}</p>
        </Disclosure>
      </Card>
    </section>
  );
}

function Words({ row: { severity } }: { row: Row }) {
  const { t } = useTranslation("raters");
  if (severity.kind !== "estimate") return <span className="text-sm"><SeverityValue severity={severity} /></span>;
  const towards = direction(severity);
  const value = decimal(Math.abs(severity.mean));
  return (
    <span className="text-sm tabular">
      {towards === "cannotTell" ? <span className="text-ink-soft">{t("season.severity.cannotTell")}</span> : <strong>{towards === "severe" ? t("season.severity.severe", { value }) : t("season.severity.lenient", { value })}</strong>}
      <span className="block text-xs text-ink-soft">
        <SeverityRange severity={severity} /> · {t("n", { n: severity.n })}
      </span>
    </span>
  );
}
