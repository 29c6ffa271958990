import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { CALIBRATION_PATH } from "~/steps/defense";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "cohorts", "raters"], title: (t) => t("cohorts:defend.title") };

export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async () => Promise.resolve({}));

const POINTS = ["see", "score", "agree", "coach"] as const;

export default function Defend() {
  const { t } = useTranslation(["cohorts", "raters"]);
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <PageHeader title={t("defend.title")} lead={t("defend.lead")} actions={<ButtonLink to={CALIBRATION_PATH} variant="secondary">{t("raters:calibration.title")}</ButtonLink>} />
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
