/** What an accepted sheet says about those who were in the group when it was handed in. */
import { type Kysely, sql, type Transaction } from "kysely";
import { type CapabilityStatement, rubricLines } from "~/capability";
import { recordCapabilities, retractCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { rubricsByHash } from "~/marking/index.server";

/** Accepted by the button alone says "good": the level below the top of four. */
const ACCEPTED_SHARE = 2 / 3;

/** Says in the ledger what the latest decision on each of these sheets comes to: accepted for its members, or nothing any more. */
export async function saySheets(trx: Transaction<DB>, groupSheetIds: readonly string[], now: Date): Promise<void> {
  const statements = await sheetStatements(trx, groupSheetIds);
  await recordCapabilities(trx, statements, now);
  const said = new Set(statements.map(({ personId, source }) => `${source.id} ${personId}`));
  for (const { sourceId, personId } of await onRecord(trx, groupSheetIds)) {
    if (!said.has(`${sourceId} ${personId}`)) await retractCapability(trx, { personId, source: { kind: "group-sheet", id: sourceId }, now });
  }
}

/** Accepted sheets with a member of whom the ledger knows nothing. */
export async function unsaidSheets(db: Kysely<DB>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("group_sheet as s")
    .select("s.id")
    .where("s.state", "=", "accepted")
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("capability_entry as c").select("c.id").where("c.source_kind", "=", "group-sheet").whereRef("c.source_id", "=", sql<string>`s.id::text`))))
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

async function sheetStatements(db: Kysely<DB>, groupSheetIds: readonly string[]): Promise<CapabilityStatement[]> {
  if (groupSheetIds.length === 0) return [];
  const rows = await db
    .selectFrom("group_sheet as s")
    .innerJoin("sheet as t", "t.id", "s.sheet_id")
    .innerJoin("sheet_definition as f", "f.hash", "t.definition_hash")
    .innerJoinLateral(
      (eb) => eb.selectFrom("group_submission as u").select(["u.id", "u.submitted_at"]).whereRef("u.group_sheet_id", "=", "s.id").orderBy("u.number", "desc").limit(1).as("u"),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) => eb.selectFrom("group_decision as d").select(["d.rubric_hash", "d.points", "d.decided_by"]).whereRef("d.submission_id", "=", "u.id").orderBy("d.id", "desc").limit(1).as("d"),
      (join) => join.onTrue(),
    )
    .innerJoin("group_submission_member as m", "m.submission_id", "u.id")
    .innerJoin("enrolment as e", "e.id", "m.enrolment_id")
    .select(["s.id", "s.chapter_slug as chapterSlug", "s.cohort_id as cohortId", "u.submitted_at as submittedAt", "d.rubric_hash as rubricHash", "d.points", "d.decided_by as by", "e.id as enrolmentId", "e.person_id as personId"])
    .select([sql<string[]>`coalesce(f.body -> 'competencies', '[]')`.as("competencies"), sql<{ zh: string; en: string } | null>`f.body -> 'title'`.as("title")])
    .where("s.id", "in", groupSheetIds)
    .where("s.state", "=", "accepted")
    .execute();
  const rubrics = await rubricsByHash(db, rows.flatMap((row) => row.rubricHash ?? []));
  return rows.map(({ id, submittedAt, rubricHash, points, competencies, title, ...row }) => {
    const rubric = rubricHash === null ? undefined : rubrics.get(rubricHash);
    const lines = rubric && points ? rubricLines(rubric, points) : [{ item: "accepted", competencies, share: ACCEPTED_SHARE, label: title }];
    return { ...row, source: { kind: "group-sheet" as const, id }, view: "instructor" as const, observedAt: submittedAt, lines };
  });
}

/** Whom the ledger has an entry of from these sheets. */
async function onRecord(db: Kysely<DB>, groupSheetIds: readonly string[]): Promise<{ sourceId: string; personId: string }[]> {
  if (groupSheetIds.length === 0) return [];
  return db.selectFrom("capability_entry").select(["source_id as sourceId", "person_id as personId"]).distinct().where("source_kind", "=", "group-sheet").where("source_id", "in", groupSheetIds).execute();
}
