import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The learner's group at work on a chapter. */
export const groupWorkRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/:enrolment/:chapter/group-work", "routes/learn/group-work/group-work.tsx")],
  fullWindow: [],
};
