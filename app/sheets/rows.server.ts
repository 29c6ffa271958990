/** Rows of sheets ⇄ what they stand for, and what this room's use cases share. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { sharedDefinition } from "./definitions.server";

/** A sheet without what is written in it. */
export interface Sheet {
  id: string;
  key: string;
  definitionHash: string;
  title: string;
  cohortId: string | null;
  teamId: string | null;
  locale: Locale;
  /** ISO 4217. */
  currency: string;
  copiedFrom: { sheetId: string; version: number } | null;
  /** Counts stored changes, from 1. */
  version: number;
  lockedAt: Date | null;
  lockedBy: string | null;
  createdBy: string | null;
  createdAt: Date;
  changedAt: Date;
  /** Days begin and end by the clock of the sheet's cohort. */
  timeZone: string;
}

/** A sheet with everything stored of it. */
export interface StoredSheet {
  sheet: Sheet;
  definition: SheetDefinition;
  content: SheetContent;
  /** The Yjs document, as one update. */
  doc: Uint8Array;
  /** `<check>@<address>` of the checks that find something. */
  findings: string[];
}

const COMPANY_TIME_ZONE = "Asia/Shanghai";

function sheetRows(db: Kysely<DB>) {
  return db
    .selectFrom("sheet as s")
    .innerJoin("sheet_definition as d", "d.hash", "s.definition_hash")
    .select(["s.id", "s.definition_key", "s.definition_hash", "s.title", "s.cohort_id", "s.team_id", "s.locale", "s.currency", "s.copied_from", "s.copied_version", "s.version", "s.locked_at", "s.locked_by", "s.created_by", "s.created_at", "s.changed_at", "d.body"])
    .select(sql<string>`coalesce((select c.time_zone from cohort c where c.id = s.cohort_id), ${COMPANY_TIME_ZONE})`.as("time_zone"));
}

type Row = Awaited<ReturnType<ReturnType<typeof sheetRows>["executeTakeFirstOrThrow"]>>;

function toSheet(row: Row): Sheet {
  return {
    id: row.id,
    key: row.definition_key,
    definitionHash: row.definition_hash,
    title: row.title,
    cohortId: row.cohort_id,
    teamId: row.team_id,
    locale: row.locale,
    currency: row.currency,
    copiedFrom: row.copied_from === null || row.copied_version === null ? null : { sheetId: row.copied_from, version: row.copied_version },
    version: row.version,
    lockedAt: row.locked_at,
    lockedBy: row.locked_by,
    createdBy: row.created_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    timeZone: row.time_zone,
  };
}

/** Everything stored of a sheet; with `lock` nobody else writes to it until the transaction ends. */
export async function loadSheet(db: Kysely<DB>, sheetId: string, lock: "locked" | "unlocked" = "unlocked"): Promise<StoredSheet | undefined> {
  const query = sheetRows(db).select(["s.doc", "s.content", "s.findings"]).where("s.id", "=", sheetId);
  const row = await (lock === "locked" ? query.forUpdate("s") : query).executeTakeFirst();
  if (!row) return undefined;
  return { sheet: toSheet(row), definition: sharedDefinition(row.definition_hash, row.body), content: row.content as unknown as SheetContent, doc: row.doc, findings: row.findings };
}

/** The sheet without its content. */
export async function findSheet(db: Kysely<DB>, sheetId: string): Promise<Sheet | undefined> {
  const row = await sheetRows(db).where("s.id", "=", sheetId).executeTakeFirst();
  return row && toSheet(row);
}
