import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The role-play sessions of a cohort: list, plan, board, and each round with its mark. */
export const rolePlayRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("teach/cohorts/:cohort/role-play", "routes/teach/role-play/sessions.tsx"),
    route("teach/cohorts/:cohort/role-play/new", "routes/teach/role-play/plan.tsx"),
    route("teach/cohorts/:cohort/role-play/sessions/:session", "routes/teach/role-play/board.tsx"),
    route("teach/cohorts/:cohort/role-play/sessions/:session/edit", "routes/teach/role-play/change.tsx"),
    route("teach/cohorts/:cohort/role-play/:round", "routes/teach/role-play/round.tsx"),
  ],
  fullWindow: [],
};
