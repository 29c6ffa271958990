import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The defense days of a cohort: list, plan, one day with its people and slots, and its repair. */
export const defenseRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("teach/cohorts/:cohort/defense", "routes/teach/defense/days.tsx"),
    route("teach/cohorts/:cohort/defense/new", "routes/teach/defense/plan.tsx"),
    route("teach/cohorts/:cohort/defense/:day", "routes/teach/defense/day.tsx"),
    route("teach/cohorts/:cohort/defense/:day/edit", "routes/teach/defense/change.tsx"),
    route("teach/cohorts/:cohort/defense/:day/repair", "routes/teach/defense/repair.tsx"),
    route("teach/cohorts/:cohort/defense/:day/candidates/:enrolment", "routes/teach/defense/candidate.tsx"),
    route("teach/cohorts/:cohort/defense/:day/examiners/:person", "routes/teach/defense/examiner.tsx"),
  ],
  fullWindow: [],
};
