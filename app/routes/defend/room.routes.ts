import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** One defense: the room, locking, verdict, record, condition. */
export const roomRoutes: RouteConfigEntry[] = [
  route("defend/:slot", "routes/defend/room/room.tsx"),
  route("defend/:slot/lock", "routes/defend/room/lock.tsx"),
  route("defend/:slot/verdict", "routes/defend/room/verdict.tsx"),
  route("defend/:slot/record", "routes/defend/room/record.tsx"),
  route("defend/:slot/condition", "routes/defend/room/condition.tsx"),
];
