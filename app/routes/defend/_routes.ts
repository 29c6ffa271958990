import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What examiners use. */
export const defendRoutes: RouteConfigEntry[] = [
  route("defend", "routes/defend/defend.tsx"),
  route("defend/calibration", "routes/defend/calibration/list.tsx"),
  route("defend/calibration/:anchor", "routes/defend/calibration/anchor.tsx"),
];
