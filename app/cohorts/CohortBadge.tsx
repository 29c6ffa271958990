import { useTranslation } from "react-i18next";
import { isoDay } from "~/i18n/dates";
import { Badge } from "~/ui";
import { type CohortState, cohortStanding } from "./cohort";

/** Where a cohort stands today. */
export function CohortBadge({ cohort, now }: { cohort: { state: CohortState; startsOn: string; timeZone: string }; now: Date }) {
  const { t } = useTranslation("cohorts");
  const standing = cohortStanding(cohort.state, cohort.startsOn, isoDay(now, cohort.timeZone));
  const tone = standing === "open" ? "pine" : standing === "draft" || standing === "upcoming" ? "mist" : "neutral";
  return <Badge tone={tone}>{t(`state.${standing}`)}</Badge>;
}
