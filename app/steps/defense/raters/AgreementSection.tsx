import { useTranslation } from "react-i18next";
import { Card, Table } from "~/ui";
import { FigureRange, FigureValue } from "./FigureCells";
import { decimal } from "./figures";
import { AGREEMENT_FIGURES, type AgreementFigure } from "./figure";
import type { SeasonPage } from "./season-page.view.server";

const SHARES: ReadonlySet<AgreementFigure> = new Set(["exact", "within"]);

/** The figures of agreement, each with its interval and what it means in plain words. */
export function AgreementSection({ figures, panel }: { figures: SeasonPage["agreement"]; panel: number | null }) {
  const { t } = useTranslation("raters");
  const meaning = (key: AgreementFigure): string => {
    if (key !== "icc-average") return t(`season.meaning.${key}`);
    return panel === null ? t("season.meaning.icc-averageNone") : t("season.meaning.icc-average", { k: decimal(panel).replace(/\.?0+$/, "") });
  };
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement" className="text-lg">
        {t("season.agreement.title")}
      </h2>
      <p className="measure mb-2 text-sm text-ink-soft">{t("season.agreement.lead")}</p>
      <Card look="flush">
        <Table
          caption={t("season.agreement.title")}
          cards
          rows={AGREEMENT_FIGURES}
          rowKey={(key) => key}
          columns={[
            { key: "figure", header: t("season.agreement.figure"), className: "whitespace-nowrap", cell: (key) => t(`season.figure.${key}`) },
            { key: "value", header: t("season.agreement.value"), align: "end", cell: (key) => <FigureValue figure={figures[key]} share={SHARES.has(key)} /> },
            { key: "range", header: t("season.agreement.range"), align: "end", cell: (key) => <FigureRange figure={figures[key]} share={SHARES.has(key)} /> },
            { key: "means", header: t("season.agreement.means"), className: "sm:max-w-xl max-sm:text-sm", cell: (key) => <span className="block text-start text-ink-soft">{meaning(key)}</span> },
          ]}
        />
      </Card>
    </section>
  );
}
