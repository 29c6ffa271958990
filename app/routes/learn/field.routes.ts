import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Field tracking: the step, its plan, one's own field book, the card before a meeting. */
export const fieldRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("learn/:enrolment/:chapter/field-tracking", "routes/learn/field/step.tsx"),
    route("learn/:enrolment/:chapter/field-tracking/plan", "routes/learn/field/plan.tsx"),
    route("learn/field", "routes/learn/field/book.tsx"),
    route("learn/field/applications/:application", "routes/learn/field/application.tsx"),
    route("learn/field/deals/:deal/card", "routes/learn/field/card.tsx"),
  ],
  fullWindow: [],
};
