import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Card, Table } from "~/ui";
import { ApplicationBadge } from "./ApplicationFacts";
import type { FieldOfLearner } from "./field-of-learner.view.server";

/** A learner's field step as evidence, for who looks after the cohort. */
export function FieldEvidence({ field: { applications, checkpoints, required }, locale, when }: { field: FieldOfLearner; locale: Locale; when: (at: Date) => string }) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  const confirmed = applications.filter(({ state }) => state === "confirmed").length;
  return (
    <div className="grid gap-6">
      <Card look="flush" title={t("own.title")} aside={<span className="text-sm text-ink-soft tabular">{t("progress.of", { confirmed, required })}</span>}>
        <Table
          caption={t("own.title")}
          cards
          rows={applications}
          rowKey={(row) => row.id}
          columns={[
            { key: "tool", header: t("evidence.tool"), cell: (row) => pick(row.tool, locale) },
            { key: "deal", header: t("evidence.deal"), cell: (row) => `${row.accountName} · ${row.dealTitle}` },
            { key: "used", header: t("evidence.used"), cell: (row) => day(row.usedOn) },
            { key: "note", header: t("evidence.note"), cell: (row) => row.note ?? "–" },
            { key: "state", header: t("evidence.state"), cell: (row) => <ApplicationBadge application={row} /> },
            { key: "remark", header: t("evidence.remark"), cell: (row) => (row.remark === null ? "–" : `${row.remark.text} ${t("remark.by", { by: row.remark.by, day: when(row.remark.at) })}`) },
          ]}
        />
      </Card>
      {checkpoints.length > 0 && (
        <Card look="flush" title={t("tabs.plan")}>
          <Table
            caption={t("tabs.plan")}
            cards
            rows={checkpoints}
            rowKey={(row) => String(row.day)}
            columns={[
              { key: "day", header: t("evidence.checkpoint"), cell: (row) => t("plan.day", { day: row.day }) },
              { key: "on", header: t("evidence.on"), cell: (row) => day(row.on) },
              { key: "agreed", header: t("plan.agreed"), cell: (row) => row.agreed || "–" },
              { key: "done", header: t("plan.done"), cell: (row) => row.done || "–" },
              { key: "state", header: t("evidence.state"), cell: (row) => <Badge>{t(`plan.state.${row.state}`, { count: row.daysOver })}</Badge> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
