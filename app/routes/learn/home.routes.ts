import type { RouteConfigEntry } from "@remix-run/route-config";

export const homeRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
