import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { Card, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "cohorts"], title: (t) => t("cohorts:defend.title") };

export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async () => Promise.resolve({}));

const POINTS = ["see", "score", "agree", "coach"] as const;

export default function Defend() {
  const { t } = useTranslation("cohorts");
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader title={t("defend.title")} lead={t("defend.lead")} />
      <EmptyState title={t("defend.none")}>{t("defend.noneText")}</EmptyState>
      <Card title={t("defend.what")}>
        <ol className="list-decimal ps-5 leading-8">
          {POINTS.map((point) => (
            <li key={point}>{t(`defend.point.${point}`)}</li>
          ))}
        </ol>
        <p className="mt-3 text-ink-soft">{t("defend.until")}</p>
      </Card>
    </div>
  );
}
