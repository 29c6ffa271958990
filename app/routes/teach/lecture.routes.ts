import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The classes of a cohort; presenter and projector have the window to themselves. */
export const lectureRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("teach/cohorts/:cohort/lectures", "routes/teach/lecture/lectures.tsx"),
    route("teach/cohorts/:cohort/lectures/new", "routes/teach/lecture/plan.tsx"),
    route("teach/cohorts/:cohort/lectures/:session", "routes/teach/lecture/lecture.tsx"),
    route("teach/cohorts/:cohort/lectures/:session/edit", "routes/teach/lecture/change.tsx"),
  ],
  fullWindow: [
    route("present/:cohort/:session", "routes/teach/lecture/present.tsx"),
    route("projector/:cohort/:session", "routes/teach/lecture/projector.tsx"),
  ],
};
