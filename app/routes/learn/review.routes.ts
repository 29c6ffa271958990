import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Spaced review of missed questions. */
export const reviewRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/review", "routes/learn/review.tsx")],
  fullWindow: [],
};
