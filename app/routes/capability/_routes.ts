import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Capability: one's own, and that of people whom one leads or teaches. */
export const capabilityRoutes: RouteConfigEntry[] = [
  route("capability", "routes/capability/own.tsx"),
  route("capability/rate", "routes/capability/rate.tsx"),
  route("capability/:person", "routes/capability/person.tsx"),
  route("capability/:person/:competency", "routes/capability/figure.tsx"),
];
