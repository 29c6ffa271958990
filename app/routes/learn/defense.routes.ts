import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The defense of a chapter: slot, panel, and what is asked; when its candidate is free. */
export const defenseRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/:enrolment/:chapter/defense", "routes/learn/defense/defense.tsx"), route("learn/defense/days/:day", "routes/learn/defense/hours.tsx")],
  fullWindow: [],
};
