import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { historyPage, sheetRight } from "~/sheets/index.server";

/** A page of what happened to a sheet, for the side panel. */
export const loader = guardedLoader("signed-in", async ({ db, params, actor, url }) => {
  const sheetId = uuidParam(params, "sheet");
  if ((await sheetRight(db, actor, sheetId)) === null) throw notFound();
  return historyPage(db, sheetId, { about: url.searchParams.get("about") ?? "", before: url.searchParams.get("before") });
});
