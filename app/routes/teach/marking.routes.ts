import type { RouteConfigEntry } from "@remix-run/route-config";

export const markingRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
