import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Pages for those who build the product; not part of a production build. */
export const devRoutes: RouteConfigEntry[] = [route("dev/gallery", "routes/dev/gallery.tsx"), route("dev/sheets/:key", "routes/dev/sheet.tsx")];
