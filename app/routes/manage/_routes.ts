import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What sales managers use: what waits for them in the field, meetings, coaching. */
export const manageRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("manage", "routes/manage/home.tsx"),
    route("manage/applications/:application", "routes/manage/application.tsx"),
    route("manage/plans/:enrolment/:chapter", "routes/manage/plan.tsx"),
    route("manage/meetings/:team", "routes/manage/meeting.tsx"),
    route("manage/coaching", "routes/manage/coaching.tsx"),
    route("manage/coaching/new", "routes/manage/new-note.tsx"),
  ],
  fullWindow: [route("projector/meetings/:team", "routes/manage/wall.tsx")],
};
