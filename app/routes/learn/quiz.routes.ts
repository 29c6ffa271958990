import type { RouteConfigEntry } from "@remix-run/route-config";

export const quizRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
