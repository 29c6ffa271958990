import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Tool sheets: one's own in a list, each in a window of its own. */
export const sheetRoutes: { inShell: RouteConfigEntry[]; fullWindow: RouteConfigEntry[] } = {
  inShell: [route("sheets", "routes/sheets/sheets.tsx"), route("sheets/:sheet/import", "routes/sheets/import.tsx")],
  fullWindow: [
    route("sheets/:sheet", "routes/sheets/sheet.tsx"),
    route("sheets/:sheet/print", "routes/sheets/print.tsx"),
    route("sheets/:sheet/history", "routes/sheets/history.ts"),
  ],
};
