import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Actor } from "~/people";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { sharedDefinition } from "./definitions.server";
import { nameOfRow } from "./editor/places";
import type { SheetScreen } from "./sheet-screen";

const MOST_SHEETS = 20;

/** Rows of other sheets that the cells of type reference can point at: of sheets this person is a member of, the newest first. By `<sheet key>.<table>`. */
export async function referencesOf(db: Kysely<DB>, actor: Pick<Actor, "id">, { definition, sheetId, locale }: { definition: SheetDefinition; sheetId: string; locale: Locale }): Promise<SheetScreen["references"]> {
  const cells = [...definition.fields, ...definition.tables.flatMap(({ columns }) => columns)];
  const wanted = [...new Set(cells.filter(({ type }) => type === "reference").flatMap(({ of }) => of ?? []))];
  if (wanted.length === 0) return {};
  const sheets = await db
    .selectFrom("sheet as s")
    .innerJoin("sheet_member as m", "m.sheet_id", "s.id")
    .innerJoin("sheet_definition as d", "d.hash", "s.definition_hash")
    .select(["s.id", "s.title", "s.definition_key", "s.content", "d.hash", "d.body"])
    .where("m.person_id", "=", actor.id)
    .where("m.valid_to", "is", null)
    .where("s.id", "!=", sheetId)
    .where("s.definition_key", "in", [...new Set(wanted.map((of) => of.split(".")[0] ?? ""))])
    .orderBy("s.changed_at", "desc")
    .limit(MOST_SHEETS)
    .execute();
  return Object.fromEntries(
    wanted.map((of) => {
      const [key, tableId] = of.split(".");
      const rows = sheets.filter((sheet) => sheet.definition_key === key).flatMap((sheet) => {
        const table = sharedDefinition(sheet.hash, sheet.body).tables.find(({ id }) => id === tableId);
        const content = sheet.content as unknown as SheetContent;
        return (content.tables[tableId ?? ""] ?? []).flatMap((row) => {
          const label = table && nameOfRow(table, row, locale);
          return label ? [{ sheetId: sheet.id, rowId: row.id, label, sheet: sheet.title }] : [];
        });
      });
      return [of, rows];
    }),
  );
}
