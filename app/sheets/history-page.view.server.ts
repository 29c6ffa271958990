import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { CellAddress } from "./content";
import type { HistoryPage } from "./history-page";
import { sheetHistory } from "./sheet-history.server";

const PAGE = 80;

/** A page of the history of a sheet, or of a cell or row of it. Whether somebody may see it is asked with `sheetRight`. */
export async function historyPage(db: Kysely<DB>, sheetId: string, { about, before }: { about: CellAddress; before: string | null }): Promise<HistoryPage> {
  const page = await sheetHistory(db, sheetId, { ...(about === "" ? {} : { address: about }), ...(before === null ? {} : { before }), limit: PAGE });
  return { ...page, about, before };
}
