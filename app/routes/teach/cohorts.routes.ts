import { index, route, type RouteConfigEntry } from "@remix-run/route-config";

const dir = "routes/teach/cohorts";

/** Cohorts as instructors and administrators run them; from each cell of the grid to its evidence. */
export const cohortsRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("teach", `${dir}/list.tsx`),
    route("teach/cohorts/new", `${dir}/new.tsx`),
    route("teach/cohorts/:cohort", `${dir}/cohort.tsx`, [
      index(`${dir}/grid.tsx`),
      route("calendar", `${dir}/calendar.tsx`),
      route("learners", `${dir}/learners.tsx`),
      route("groups", "routes/teach/groups/groups.tsx"),
      route("homework", "routes/teach/homework/class.tsx"),
      route("settings", `${dir}/settings.tsx`),
    ]),
    route("teach/cohorts/:cohort/learners/:enrolment", `${dir}/learner.tsx`),
    route("teach/cohorts/:cohort/learners/:enrolment/:chapter/:step", `${dir}/evidence.tsx`),
  ],
  fullWindow: [],
};
