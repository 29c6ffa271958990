import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Card, Table } from "~/ui";
import { FigureRange, FigureValue } from "./FigureCells";
import type { Figure } from "./figure";
import type { SeasonPage } from "./season-page.view.server";

/** Agreement criterion by criterion. */
export function CriteriaSection({ criteria, locale }: { criteria: SeasonPage["criteria"]; locale: Locale }) {
  const { t } = useTranslation("raters");
  const several = new Set(criteria.map(({ chapterSlug }) => chapterSlug)).size > 1;
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria" className="text-lg">
        {t("season.criteria.title")}
      </h2>
      <p className="measure mb-2 text-sm text-ink-soft">{t("season.criteria.lead")}</p>
      <Card look="flush">
        <Table
          caption={t("season.criteria.title")}
          cards
          rows={criteria}
          rowKey={({ chapterSlug, criterionId }) => `${chapterSlug} ${criterionId}`}
          columns={[
            { key: "criterion", header: t("season.criteria.criterion"), cell: ({ title }) => pick(title, locale) },
            ...(several ? [{ key: "chapter", header: t("season.criteria.chapter"), cell: ({ chapter }: SeasonPage["criteria"][number]) => pick(chapter, locale) }] : []),
            { key: "exact", header: t("season.criteria.exact"), align: "end", cell: ({ exact }) => <Both figure={exact} share /> },
            { key: "within", header: t("season.criteria.within"), align: "end", cell: ({ within }) => <Both figure={within} share /> },
            { key: "ordinal", header: t("season.criteria.ordinal"), align: "end", cell: ({ ordinal }) => <Both figure={ordinal} /> },
          ]}
        />
      </Card>
    </section>
  );
}

function Both({ figure, share = false }: { figure: Figure; share?: boolean }) {
  return (
    <>
      <FigureValue figure={figure} share={share} />
      <span className="block text-xs text-ink-soft">
        <FigureRange figure={figure} share={share} />
      </span>
    </>
  );
}
