import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type CellAddress, type CellValue, columnAddress, type SheetContent } from "./content";
import { type Contribution, contributionsOf, type LedgerChange } from "./contribution";
import { loadSheet } from "./rows.server";

export interface PersonsContribution extends Contribution {
  personId: string;
  name: string;
}

/** What each person contributed to a sheet; everybody who is or was allowed to write in it, also those with nothing yet. */
export async function contributions(db: Kysely<DB>, sheetId: string): Promise<PersonsContribution[]> {
  const stored = await loadSheet(db, sheetId);
  if (!stored) return [];
  const changes = await db.selectFrom("sheet_change").select(["address", "before", "after", "author_id as authorId", "how"]).where("sheet_id", "=", sheetId).where("version", "<=", stored.sheet.version).orderBy("id").execute();
  const findings = await db.selectFrom("sheet_finding_change").select(["finding", "found", "author_id as authorId"]).where("sheet_id", "=", sheetId).where("version", "<=", stored.sheet.version).orderBy("id").execute();
  const comments = await db.selectFrom("sheet_comment").select(["author_id as authorId", "resolved_by as resolvedBy"]).where("sheet_id", "=", sheetId).where("reply_to", "is", null).execute();
  const by = contributionsOf(changes as unknown as LedgerChange[], cellsOf(stored.content), findings, comments);
  const people = await db
    .selectFrom("person as p")
    .select(["p.id", "p.name"])
    .where((eb) => eb.or([
      eb("p.id", "in", eb.selectFrom("sheet_member as m").select("m.person_id").where("m.sheet_id", "=", sheetId).where("m.may", "=", "edit")),
      ...(by.size > 0 ? [eb("p.id", "in", [...by.keys()])] : []),
    ]))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return people.map(({ id, name }) => ({ personId: id, name, ...(by.get(id) ?? { filled: 0, improved: 0, fixed: 0, resolved: 0 }) }));
}

function cellsOf(content: SheetContent): Map<CellAddress, CellValue> {
  const cells = new Map<CellAddress, CellValue>(Object.entries(content.fields));
  for (const [table, rows] of Object.entries(content.tables)) {
    for (const row of rows) for (const [column, value] of Object.entries(row.cells)) cells.set(columnAddress(table, row.id, column), value);
  }
  return cells;
}
