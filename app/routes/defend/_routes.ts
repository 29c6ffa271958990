import { route, type RouteConfigEntry } from "@remix-run/route-config";
import { roomRoutes } from "./room.routes";

/** What examiners use. */
export const defendRoutes: RouteConfigEntry[] = [
  route("defend", "routes/defend/defend.tsx"),
  route("defend/calibration", "routes/defend/calibration/list.tsx"),
  route("defend/calibration/:anchor", "routes/defend/calibration/anchor.tsx"),
  route("defend/days/:day", "routes/defend/availability.tsx"),
  ...roomRoutes,
];
