import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, PageHeader, Table } from "~/ui";
import { EvidenceList, type LinkedRow } from "./EvidenceList";
import type { FigurePage } from "./figure-page.view.server";
import { FormulaCard } from "./FormulaCard";
import { GapText } from "./GapText";
import { IntervalBar } from "./IntervalBar";
import { capabilityPath, OWN_CAPABILITY_PATH } from "./paths";
import { standingOf } from "./standing";

export interface FigureScreenProps {
  page: Omit<FigurePage, "rows" | "self"> & { rows: LinkedRow[]; self: LinkedRow[] };
  person: { id: string; name: string };
  self: boolean;
  locale: Locale;
  timeZone: string;
}

/** One figure, worked out: every row of the ledger, the sum, and how others see it. */
export function FigureScreen({ page, person, self, locale, timeZone }: FigureScreenProps) {
  const { t } = useTranslation("capability");
  const standing = standingOf(page.estimate);
  return (
    <>
      <PageHeader
        title={t(`quiz:competency.${page.competency}`)}
        badge={<Badge>{t(`standing.${standing}`)}</Badge>}
        crumbs={[self ? { label: t("title"), to: OWN_CAPABILITY_PATH } : { label: t("titleOf", { name: person.name }), to: capabilityPath(person.id) }]}
      />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title={t("formula.title")}>
            <IntervalBar estimate={page.estimate} />
            <FormulaCard page={page} />
          </Card>
          <Card title={t("views.title")} look="flush">
            <Table
              caption={t("views.title")}
              rows={page.views}
              rowKey={(row) => row.view}
              columns={[
                { key: "who", header: t("views.who"), className: "whitespace-nowrap", cell: (row) => t(`view.${row.view}`) },
                { key: "seen", header: t("views.seen"), className: "w-full", cell: (row) => <IntervalBar estimate={row.estimate} showReady={false} /> },
              ]}
              empty={<p className="px-4 pb-4 text-ink-soft sm:px-5">{t("row.none")}</p>}
            />
            {page.views.length > 0 && (
              <div className="grid gap-2 border-t border-line px-4 py-3 text-sm sm:px-5">
                {page.gaps.length === 0 ? <p>{t("gap.none")}</p> : page.gaps.map((gap) => <p key={`${gap.higher} ${gap.lower}`}><GapText gap={gap} /></p>)}
                <p className="text-ink-soft">{t("gap.method")}</p>
              </div>
            )}
          </Card>
        </div>
        <section aria-label={t("row.title")}>
          <Card as="div" title={t("row.title")} aside={<span className="text-sm text-ink-soft">{t("row.count", { count: page.rows.length })}</span>} look="flush">
            <EvidenceList rows={page.rows} locale={locale} timeZone={timeZone} />
          </Card>
        </section>
        {page.self.length > 0 && (
          <Card title={t("row.selfTitle")} look="flush">
            <p className="px-4 pb-2 text-sm text-ink-soft sm:px-5">{t("row.selfHint")}</p>
            <EvidenceList rows={page.self} locale={locale} timeZone={timeZone} />
          </Card>
        )}
      </div>
    </>
  );
}
