/** What rounds say about their salespeople: the instructor's mark, and beside it each observer's sheet as a peer's word. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { CapabilityLine, CapabilityStatement } from "~/capability";
import { recordCapabilities, retractCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { scenariosByHash } from "./load-scenarios.server";
import { loadAssessments, loadSheets } from "./results.server";
import type { Behaviour } from "./scenario";
import { MARK_POINTS, markMap, type MarkMap } from "./sheet";

const KINDS = ["role-play-criterion", "peer-rating"] as const;

/** Says in the ledger what these rounds come to now; what a round said and does not say any more is taken back. */
export async function sayRounds(trx: Transaction<DB>, roundIds: readonly string[], now: Date): Promise<void> {
  const statements = await roundStatements(trx, roundIds);
  await recordCapabilities(trx, statements, now);
  const said = new Set(statements.map(({ personId, source }) => `${source.kind} ${source.id} ${personId}`));
  for (const { kind, id, personId } of await onRecord(trx, roundIds)) {
    if (!said.has(`${kind} ${id} ${personId}`)) await retractCapability(trx, { personId, source: { kind, id }, now });
  }
}

/** Rounds that are done, with a mark or an observer's sheet, of which the ledger knows nothing. */
export async function unsaidRounds(db: Kysely<DB>, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("role_play_round as r")
    .select("r.id")
    .where("r.state", "=", "done")
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom("role_play_assessment as a").select("a.id").whereRef("a.round_id", "=", "r.id")),
        exists(selectFrom("role_play_part as p").select("p.round_id").whereRef("p.round_id", "=", "r.id").where("p.handed_in_at", "is not", null)),
      ]),
    )
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("capability_entry as c").select("c.id").where("c.source_kind", "in", [...KINDS]).whereRef("c.occasion", "=", sql<string>`r.id::text`))))
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

async function roundStatements(db: Kysely<DB>, roundIds: readonly string[]): Promise<CapabilityStatement[]> {
  if (roundIds.length === 0) return [];
  const rounds = await db
    .selectFrom("role_play_round as r")
    .innerJoin("role_play_session as s", "s.id", "r.session_id")
    .innerJoin("role_play_part as p", (join) => join.onRef("p.round_id", "=", "r.id").on("p.role", "=", "salesperson"))
    .innerJoin("enrolment as e", "e.id", "p.enrolment_id")
    .select(["r.id", "r.chapter_slug as chapterSlug", "r.scenario_hash as scenarioHash", "r.ended_at as endedAt", "s.cohort_id as cohortId", "e.id as enrolmentId", "e.person_id as personId"])
    .where("r.id", "in", roundIds)
    .where("r.state", "=", "done")
    .execute();
  const ids = rounds.map((round) => round.id);
  const [assessments, sheets, scenarios] = await Promise.all([loadAssessments(db, ids), loadSheets(db, ids), scenariosByHash(db, rounds.map((round) => round.scenarioHash))]);
  const observers = await personsOf(db, [...sheets.values()].flatMap((byObserver) => [...byObserver.keys()]));
  return rounds.flatMap(({ id, scenarioHash, endedAt, ...round }): CapabilityStatement[] => {
    const checklist = scenarios.get(scenarioHash)?.checklist ?? [];
    const base = { ...round, occasion: id, observedAt: endedAt ?? new Date(0) };
    const assessment = assessments.get(id);
    const byInstructor: CapabilityStatement[] = assessment ? [{ ...base, source: { kind: "role-play-criterion", id }, view: "instructor", by: assessment.byId, lines: linesOf(checklist, assessment.marks) }] : [];
    const byPeers = [...(sheets.get(id) ?? [])].filter(([, sheet]) => sheet.handedInAt !== null);
    return [...byInstructor, ...byPeers.map(([observer, sheet]): CapabilityStatement => ({ ...base, source: { kind: "peer-rating", id: `${id}.${observer}` }, view: "peer", by: observers.get(observer) ?? null, lines: linesOf(checklist, markMap(sheet)) }))];
  });
}

function linesOf(checklist: readonly Behaviour[], marks: MarkMap): CapabilityLine[] {
  return checklist.map(({ id, competencies, text }) => ({ item: id, competencies, share: MARK_POINTS[marks[id] ?? "not-shown"] / MARK_POINTS.shown, label: text }));
}

async function personsOf(db: Kysely<DB>, enrolmentIds: readonly string[]): Promise<Map<string, string>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await db.selectFrom("enrolment").select(["id", "person_id"]).where("id", "in", enrolmentIds).execute();
  return new Map(rows.map((row) => [row.id, row.person_id]));
}

async function onRecord(db: Kysely<DB>, roundIds: readonly string[]): Promise<{ kind: (typeof KINDS)[number]; id: string; personId: string }[]> {
  if (roundIds.length === 0) return [];
  const persons = await db.selectFrom("role_play_part as p").innerJoin("enrolment as e", "e.id", "p.enrolment_id").select("e.person_id").where("p.round_id", "in", roundIds).where("p.role", "=", "salesperson").execute();
  if (persons.length === 0) return [];
  const rows = await db
    .selectFrom("capability_entry")
    .select(["source_kind", "source_id as id", "person_id as personId"])
    .distinct()
    .where("person_id", "in", persons.map((row) => row.person_id))
    .where("source_kind", "in", KINDS)
    .where("occasion", "in", roundIds)
    .execute();
  return rows.flatMap(({ source_kind, ...row }) => KINDS.filter((kind) => kind === source_kind).map((kind) => ({ kind, ...row })));
}
