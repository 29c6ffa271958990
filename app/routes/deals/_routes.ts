import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Deals, what is owed on them, and how they come in. */
export const dealRoutes: RouteConfigEntry[] = [
  route("deals", "routes/deals/list.tsx"),
  route("deals/new", "routes/deals/new.tsx"),
  route("deals/import", "routes/deals/import.tsx"),
  route("deals/import/:import", "routes/deals/import-review.tsx"),
  route("deals/deadlines", "routes/deals/deadlines.tsx"),
  route("deals/receivables", "routes/deals/receivables.tsx"),
  route("deals/receivables/new", "routes/deals/new-invoice.tsx"),
  route("deals/receivables/:receivable", "routes/deals/receivable.tsx"),
  route("deals/:deal", "routes/deals/deal.tsx"),
  route("deals/:deal/sheets", "routes/deals/sheets.tsx"),
  route("sheets/:sheet/deal", "routes/deals/sheet-to-deal.tsx"),
];
