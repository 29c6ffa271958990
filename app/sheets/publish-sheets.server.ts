/** Brings the tool sheets in the database to what content/sheets says. Sheets that exist keep the version they began with. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import type { ContentProblem } from "~/platform/content-error";
import { contentHash } from "~/platform/content-hash.server";
import { checkExpressions } from "./check/check-expressions";
import { type KnownContent, readKnown } from "./check/known.server";
import type { SheetDefinition } from "./definition";
import { type DefinitionFile, readDefinitions } from "./read-definitions.server";

export interface PublishSheetsReport {
  /** Keys whose current version is another one now. */
  published: string[];
  /** Keys that can no longer be begun: their files are gone. */
  retired: string[];
  /** Files with mistakes; their sheets stay as they were. */
  failed: { key: string; problems: readonly ContentProblem[] }[];
}

/** The name of content/sheets among the sources of content; and any number that nothing else in the database locks. */
const SOURCE = "sheets";
const LOCK = 7_203_411_095;
/** Counts up when publishing makes something else of the same files. */
const PUBLISHER_VERSION = 1;

/**
 * Safe to call at every start and by several processes at once. One query where nothing has changed since; a changed definition makes a
 * new version, an older text leads back to its older version.
 */
export async function publishSheets(db: Kysely<DB>, { root, now }: { root: string; now: Date }): Promise<PublishSheetsReport> {
  const [files, known] = await Promise.all([readDefinitions(root), readKnown(root)]);
  const sourceHash = contentHash([PUBLISHER_VERSION, files.map(({ name, text }) => [name, text]), [...known.chapters].map(([slug, { tools }]) => [slug, [...tools]])]);
  const before = await db.selectFrom("content_source").select("source_hash").where("name", "=", SOURCE).executeTakeFirst();
  if (before?.source_hash === sourceHash) return { published: [], retired: [], failed: [] };
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const report: PublishSheetsReport = { published: [], retired: [], failed: [] };
    for (const file of files) {
      const problems = problemsOf(file);
      if (file.value === undefined || problems.length > 0) report.failed.push({ key: file.name, problems });
      else if (await publishDefinition(trx, file.value, known, now)) report.published.push(file.name);
    }
    report.retired = await retire(trx, files.map((file) => file.name), now);
    // What failed is tried again at the next start.
    if (report.failed.length === 0) await remember(trx, sourceHash, now);
    return report;
  });
}

function problemsOf(file: DefinitionFile): ContentProblem[] {
  const problems = [...file.problems];
  const definition = file.value;
  if (definition === undefined) return problems;
  const report = (place: Parameters<typeof file.lineOf>[0], message: string): void => void problems.push({ file: file.file, line: file.lineOf(place), message });
  if (definition.key !== file.name) report(["key"], `key is "${definition.key}" — must be the file's name, ${file.name}`);
  checkExpressions(definition, report);
  return problems;
}

/** Answers whether new sheets begin with another version now. */
async function publishDefinition(trx: Transaction<DB>, definition: SheetDefinition, known: KnownContent, now: Date): Promise<boolean> {
  const { key, chapter } = definition;
  const hash = contentHash(definition);
  const body = definition as unknown as JsonValue;
  await trx
    .insertInto("sheet_definition")
    .values({ hash, key, body, first_seen: now })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  const place = (known.chapters.get(chapter)?.tools.indexOf(key) ?? -1) + 1;
  // A sheet that its chapter does not list (the content check says so) stands behind the others.
  const row = { chapter_slug: chapter, position: place > 0 ? place : 99, current_hash: hash, retired_at: null };
  const before = await trx.selectFrom("sheet_kind").select("current_hash").where("key", "=", key).executeTakeFirst();
  await trx
    .insertInto("sheet_kind")
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
    .execute();
  return before?.current_hash !== hash;
}

async function retire(trx: Transaction<DB>, present: readonly string[], now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable("sheet_kind")
    .set({ retired_at: now })
    .where("retired_at", "is", null)
    .$if(present.length > 0, (query) => query.where("key", "not in", present))
    .returning("key")
    .execute();
  return rows.map((row) => row.key).sort();
}

async function remember(trx: Transaction<DB>, source_hash: string, now: Date): Promise<void> {
  await trx
    .insertInto("content_source")
    .values({ name: SOURCE, source_hash, updated_at: now })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ source_hash, updated_at: now }))
    .execute();
}
