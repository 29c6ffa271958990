import type { RouteConfigEntry } from "@remix-run/route-config";

export const previewRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [],
  fullWindow: [],
};
