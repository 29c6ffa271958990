import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The marking queue; answers of quizzes, single attempts, and the question bank. */
export const markingRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("marking", "routes/teach/marking/queue.tsx"),
    route("teach/cohorts/:cohort/marking", "routes/teach/marking/answer.tsx"),
    route("teach/cohorts/:cohort/attempts/:attempt", "routes/teach/marking/attempt.tsx"),
    route("teach/bank/:chapter", "routes/teach/marking/bank.tsx"),
  ],
  fullWindow: [],
};
