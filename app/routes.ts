import { index, layout, route, type RouteConfig } from "@remix-run/route-config";
import { accountRoutes } from "./routes/account/_routes";
import { adminRoutes } from "./routes/admin/_routes";
import { apiRoutes } from "./routes/api/_routes";
import { dealRoutes } from "./routes/deals/_routes";
import { capabilityRoutes } from "./routes/capability/_routes";
import { defendRoutes } from "./routes/defend/_routes";
import { devRoutes } from "./routes/dev/_routes";
import { leadRoutes } from "./routes/lead/_routes";
import { learnRoutes } from "./routes/learn/_routes";
import { manageRoutes } from "./routes/manage/_routes";
import { publicRoutes } from "./routes/public/_routes";
import { resourceRoutes } from "./routes/resources/_routes";
import { sheetRoutes } from "./routes/sheets/_routes";
import { teachRoutes } from "./routes/teach/_routes";

/** The URL tree, grouped by who uses it. Pages inside the shell have its navigation; the others fill the window. */
export default [
  layout("routes/shell.tsx", [
    index("routes/home.tsx"),
    ...learnRoutes.inShell,
    ...teachRoutes.inShell,
    ...sheetRoutes.inShell,
    ...dealRoutes,
    ...capabilityRoutes,
    ...leadRoutes,
    ...manageRoutes.inShell,
    ...defendRoutes,
    ...adminRoutes,
    ...accountRoutes,
  ]),
  ...learnRoutes.fullWindow,
  ...teachRoutes.fullWindow,
  ...sheetRoutes.fullWindow,
  ...manageRoutes.fullWindow,
  ...publicRoutes,
  ...resourceRoutes,
  ...apiRoutes,
  ...(process.env.NODE_ENV === "production" ? [] : devRoutes),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
