import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** How examiners rate, for instructors, executives and administrators. */
export const ratersRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("raters", "routes/teach/raters/season.tsx"), route("raters/export/:file", "routes/teach/raters/export.ts"), route("raters/calibration", "routes/teach/raters/calibration.tsx")],
  fullWindow: [],
};
