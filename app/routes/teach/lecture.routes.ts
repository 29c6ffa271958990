import type { RouteConfigEntry } from "@remix-run/route-config";

export const lectureRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
