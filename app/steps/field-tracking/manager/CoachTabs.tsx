import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui";
import { COACH_PATH, COACHING_LOG_PATH } from "../paths";

/** The parts of a manager's field work. */
export function CoachTabs({ waiting }: { waiting?: number }) {
  const { t } = useTranslation("field");
  return (
    <Tabs
      label={t("coach.tabs")}
      tabs={[
        { to: COACH_PATH, label: t("coach.tabWaiting"), end: true, ...(waiting ? { count: waiting } : {}) },
        { to: COACHING_LOG_PATH, label: t("coach.tabLog") },
      ]}
    />
  );
}
