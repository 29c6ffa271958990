import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What administrators use: people, teams, mail waiting to be handed on, the audit log. */
export const adminRoutes: RouteConfigEntry[] = [
  route("admin/people", "routes/admin/people.tsx"),
  route("admin/people/invite", "routes/admin/invite.tsx"),
  route("admin/people/:person", "routes/admin/person.tsx"),
  route("admin/teams", "routes/admin/teams.tsx"),
  route("admin/mail", "routes/admin/mail.tsx"),
  route("admin/audit", "routes/admin/audit.tsx"),
];
