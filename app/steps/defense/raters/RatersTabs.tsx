import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui";
import { CALIBRATED_PATH, RATERS_PATH } from "./paths";

/** The parts of the pages on how examiners rate. */
export function RatersTabs() {
  const { t } = useTranslation("raters");
  return (
    <Tabs
      label={t("tabs.label")}
      tabs={[
        { to: RATERS_PATH, label: t("tabs.season"), end: true },
        { to: CALIBRATED_PATH, label: t("tabs.calibration") },
      ]}
    />
  );
}
