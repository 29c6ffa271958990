import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The role-plays of a chapter, and a round on the phone. */
export const rolePlayRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/:enrolment/:chapter/role-play", "routes/learn/role-play/role-plays.tsx"), route("learn/role-play/:round", "routes/learn/role-play/round.tsx")],
  fullWindow: [],
};
