import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The learner's home and the road of each chapter. */
export const homeRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn", "routes/learn/home.tsx"), route("learn/:enrolment/:chapter", "routes/learn/road.tsx")],
  fullWindow: [],
};
