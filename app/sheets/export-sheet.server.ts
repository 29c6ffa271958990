import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Actor } from "~/people";
import { assess } from "./assess.server";
import { openSheet } from "./open-sheet.server";
import { type WorkbookTexts, writeWorkbook } from "./xlsx/write-workbook.server";

/** A sheet as an XLSX file, for whoever may open it; undefined when it is none of theirs. `textsIn`: the workbook's own words in the sheet's language. */
export async function exportSheet(db: Kysely<DB>, actor: Actor, { sheetId, textsIn, now }: { sheetId: string; textsIn: (locale: Locale) => WorkbookTexts; now: Date }): Promise<{ file: Buffer; title: string } | undefined> {
  const opened = await openSheet(db, actor, sheetId);
  if (!opened) return undefined;
  const { sheet, definition, content } = opened;
  const { locale, currency, version, definitionHash, title } = sheet;
  const { evaluation } = assess(definition, content, sheet, now);
  const file = await writeWorkbook({ sheetId, version, definitionHash, definition, content, evaluation, locale, currency, today: isoDay(now, sheet.timeZone), texts: textsIn(locale) });
  return { file, title };
}
