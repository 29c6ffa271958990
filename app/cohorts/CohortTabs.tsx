import { useTranslation } from "react-i18next";
import { Tabs } from "~/ui";
import { calendarPath, cohortPath, groupRoomPath, groupsPath, learnersPath, lecturesPath, rolePlaysPath, settingsPath } from "./paths";

/** The parts of a cohort for its instructors; every page below a cohort shows them. Needs the texts of `cohorts`. */
export function CohortTabs({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation("cohorts");
  return (
    <Tabs
      label={t("tabs.label")}
      tabs={[
        { to: cohortPath(cohortId), label: t("tabs.grid"), end: true },
        { to: calendarPath(cohortId), label: t("tabs.calendar") },
        { to: learnersPath(cohortId), label: t("tabs.learners") },
        { to: groupsPath(cohortId), label: t("tabs.groups") },
        { to: lecturesPath(cohortId), label: t("tabs.lectures") },
        { to: groupRoomPath(cohortId), label: t("tabs.groupWork") },
        { to: rolePlaysPath(cohortId), label: t("tabs.rolePlays") },
        { to: `${cohortPath(cohortId)}/homework`, label: t("tabs.homework") },
        { to: `${cohortPath(cohortId)}/defense`, label: t("tabs.defense") },
        { to: settingsPath(cohortId), label: t("tabs.settings") },
      ]}
    />
  );
}
