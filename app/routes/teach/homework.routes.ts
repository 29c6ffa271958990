import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** One handed-in homework beside its rubric. The class's page stands among the cohort's own. */
export const homeworkRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("teach/cohorts/:cohort/homework/:submission", "routes/teach/homework/submission.tsx")],
  fullWindow: [],
};
