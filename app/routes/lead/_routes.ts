import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What managers and executives use: the progress of the teams below them. */
export const leadRoutes: RouteConfigEntry[] = [route("lead", "routes/lead/team.tsx")];
