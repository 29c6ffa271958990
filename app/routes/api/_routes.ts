import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** The API for programs: tokens instead of sessions (docs/api.md). */
export const apiRoutes: RouteConfigEntry[] = [
  route("api/v1/deals", "routes/api/deals.ts"),
  route("api/v1/deals/:source/:key", "routes/api/deal.ts"),
  route("api/v1/*", "routes/api/unknown.ts"),
];
