import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What managers and executives use: capability, roads and effects of the teams below them. */
export const leadRoutes: RouteConfigEntry[] = [
  route("lead", "routes/lead/first.tsx"),
  route("lead/heat", "routes/lead/heat.tsx"),
  route("lead/people", "routes/lead/people.tsx"),
  route("lead/road", "routes/lead/road.tsx"),
  route("lead/compare", "routes/lead/compare.tsx"),
  route("lead/effect", "routes/lead/effect.tsx"),
  route("lead/overdue", "routes/lead/overdue.tsx"),
  route("lead/progress", "routes/lead/team.tsx"),
  route("lead/gaps/:team/:competency", "routes/lead/gap.tsx"),
  route("lead/filters", "routes/lead/filters.ts"),
  route("lead/export/:file", "routes/lead/export.ts"),
];
