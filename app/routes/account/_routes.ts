import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What belongs to the person alone: password, sessions, time zone, tokens of the API. */
export const accountRoutes: RouteConfigEntry[] = [route("account", "routes/account/account.tsx"), route("account/tokens", "routes/account/tokens.tsx")];
