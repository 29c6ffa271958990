import { layout, route, type RouteConfigEntry } from "@remix-run/route-config";

/** What is open to everybody: signing in and out, links from mail, language and theme. */
export const publicRoutes: RouteConfigEntry[] = [
  layout("routes/public/frame.tsx", [
    route("sign-in", "routes/public/sign-in.tsx"),
    route("forgot", "routes/public/forgot.tsx"),
    route("link/:secret", "routes/public/link.tsx"),
  ]),
  route("sign-out", "routes/public/sign-out.tsx"),
  route("settings/language", "routes/public/language.tsx"),
  route("settings/theme", "routes/public/theme.tsx"),
];
