import { route, type RouteConfigEntry } from "@remix-run/route-config";

const dir = "routes/teach/group-work";

/** The instructor's room of group work, one group's sheet, and the sheet on the wall. */
export const groupWorkRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [
    route("teach/cohorts/:cohort/group-work", `${dir}/first.tsx`),
    route("teach/cohorts/:cohort/group-work/:chapter", `${dir}/room.tsx`),
    route("teach/cohorts/:cohort/group-sheets/:sheet", `${dir}/sheet.tsx`),
  ],
  fullWindow: [route("projector/:cohort/group-sheets/:sheet", `${dir}/projector.tsx`)],
};
