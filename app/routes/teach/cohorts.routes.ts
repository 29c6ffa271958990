import type { RouteConfigEntry } from "@remix-run/route-config";

export const cohortsRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
