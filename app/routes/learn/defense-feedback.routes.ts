import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What a candidate takes home from a defense. */
export const defenseFeedbackRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("learn/defense/:slot/feedback", "routes/learn/defense/feedback.tsx")],
  fullWindow: [],
};
