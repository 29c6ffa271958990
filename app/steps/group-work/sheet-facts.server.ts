/** What pages of this room say of a group's sheet: how far it is, what is missing, who did how much. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { assessedSheet, contributions } from "~/sheets/index.server";
import { type FindingLine, findingLines, type MissingLine, missingLines } from "./check-list";
import { type Counts, withShares } from "./contribution-share";

export interface SheetFacts {
  title: string;
  version: number;
  done: number;
  of: number;
  complete: boolean;
  missing: MissingLine[];
  findings: FindingLine[];
  changedAt: Date;
  /** Who changed something last; null while nobody did, or where a copy did. */
  changedBy: string | null;
  /** Remarks that nobody has settled. */
  openRemarks: number;
  /** Who is or was in the group, or wrote in it. */
  contributions: Contributor[];
}

export interface Contributor extends Counts {
  personId: string;
  name: string;
  share: number;
}

/** The facts of a sheet as it stands; undefined when there is none. */
export async function sheetFacts(db: Kysely<DB>, sheetId: string, locale: Locale, now: Date): Promise<SheetFacts | undefined> {
  const [read, people, last] = await Promise.all([assessedSheet(db, sheetId, now), contributions(db, sheetId), lastTouch(db, sheetId)]);
  if (!read || !last) return undefined;
  const { sheet, definition, content, evaluation } = read;
  const { completeness, findings } = evaluation;
  return {
    title: sheet.title,
    version: sheet.version,
    done: completeness.done,
    of: completeness.of,
    complete: completeness.complete,
    missing: missingLines(definition, content, completeness.missing, locale),
    findings: findingLines(findings, locale),
    changedAt: sheet.changedAt,
    ...last,
    contributions: withShares(people.map(({ personId, name, filled, improved, fixed, resolved }) => ({ personId, name, filled, improved, fixed, resolved }))),
  };
}

function lastTouch(db: Kysely<DB>, sheetId: string): Promise<{ changedBy: string | null; openRemarks: number } | undefined> {
  return db
    .selectFrom("sheet as s")
    .select(sql<string | null>`(select p.name from sheet_change c join person p on p.id = c.author_id where c.sheet_id = s.id order by c.id desc limit 1)`.as("changedBy"))
    .select(sql<number>`(select count(*)::int from sheet_comment c where c.sheet_id = s.id and c.reply_to is null and c.resolved_at is null)`.as("openRemarks"))
    .where("s.id", "=", sheetId)
    .executeTakeFirst();
}
