/** The ledger's only writer: what a source says about a person, said again, taken back. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import { isCompetency } from "./competency";
import type { CapabilityStatement, Source } from "./entry";
import { holdPeople, refreshEstimates } from "./refresh-estimates.server";

/**
 * Writes down what one source says about one person, and brings the person's estimates along. Said again it supersedes what
 * the source said before; saying what holds already writes nothing. In the transaction that stores the evidence.
 * @throws RangeError when a share or a difficulty is not within 0…1.
 */
export async function recordCapability(trx: Transaction<DB>, { now, ...statement }: CapabilityStatement & { now: Date }): Promise<void> {
  await recordCapabilities(trx, [statement], now);
}

/** The same for several people or sources at once: a group's sheet, a backfill. Of one source and person only the last word counts. */
export async function recordCapabilities(trx: Transaction<DB>, statements: readonly CapabilityStatement[], now: Date): Promise<void> {
  await write(trx, statements.map((statement) => ({ ...statement, lines: checked(statement), retracted: false })), now);
}

/** Takes back what a source said about a person; nothing happens where it said nothing. The rows stay on record. */
export async function retractCapability(trx: Transaction<DB>, { personId, source, now }: { personId: string; source: Source; now: Date }): Promise<void> {
  await holdPeople(trx, [personId]);
  const before = await current(trx, [{ personId, source }]);
  const entry = before.get(keyOf({ personId, source }));
  if (!entry || entry.retracted) return;
  await write(trx, [{ personId, source, view: entry.view, by: null, occasion: entry.occasion, observedAt: entry.observedAt, lines: [], retracted: true }], now);
}

type Written = CapabilityStatement & { retracted: boolean };

function checked(statement: CapabilityStatement): CapabilityStatement["lines"] {
  for (const { item, share, difficulty } of statement.lines) {
    const bad = [share, difficulty ?? 0].find((value) => !(value >= 0 && value <= 1));
    if (bad !== undefined) throw new RangeError(`${statement.source.kind} ${statement.source.id}, ${item}: ${bad} is not within 0…1`);
  }
  return statement.lines;
}

async function write(trx: Transaction<DB>, statements: readonly Written[], now: Date): Promise<void> {
  const last = [...new Map(statements.map((statement) => [keyOf(statement), statement])).values()];
  if (last.length === 0) return;
  await holdPeople(trx, last.map(({ personId }) => personId));
  const before = await current(trx, last);
  const fresh = last.map((statement) => ({ statement, digest: digestOf(statement), superseded: before.get(keyOf(statement)) })).filter(({ digest, superseded }) => superseded?.digest !== digest);
  if (fresh.length === 0) return;
  const ids = await trx
    .insertInto("capability_entry")
    .values(
      fresh.map(({ statement: { personId, source, view, by, enrolmentId, cohortId, chapterSlug, dealId, occasion, observedAt, retracted }, digest, superseded }) => ({
        person_id: personId,
        source_kind: source.kind,
        source_id: source.id,
        view,
        by_id: by,
        enrolment_id: enrolmentId ?? null,
        cohort_id: cohortId ?? null,
        chapter_slug: chapterSlug ?? null,
        deal_id: dealId ?? null,
        occasion: occasion ?? source.id,
        observed_at: observedAt,
        recorded_at: now,
        retracted,
        supersedes: superseded?.id ?? null,
        digest,
      })),
    )
    .returning(["id", "person_id", "source_kind", "source_id"])
    .execute();
  const idOf = new Map(ids.map((row) => [`${row.person_id} ${row.source_kind} ${row.source_id}`, row.id]));
  const lines = fresh.flatMap(({ statement }) => linesOf(statement).map((line) => ({ ...line, entry_id: idOf.get(keyOf(statement)) ?? "" })));
  // One parameter, however many lines: a backfill writes thousands.
  await sql`
    insert into capability_line (entry_id, item, competency, share, difficulty, label)
    select entry_id, item, competency, share, difficulty, label
    from jsonb_to_recordset(${JSON.stringify(lines)}::text::jsonb) as line (entry_id bigint, item text, competency text, share double precision, difficulty double precision, label jsonb)`.execute(trx);
  const touched = await touchedBy(trx, fresh.map(({ statement, superseded }) => ({ personId: statement.personId, entryIds: [idOf.get(keyOf(statement)), superseded?.id].filter((id) => id !== undefined) })));
  await refreshEstimates(trx, touched, now);
}

/** One row per item and competency that exists; an item says a thing once. */
function linesOf({ lines }: CapabilityStatement) {
  const rows = lines.flatMap(({ item, competencies, share, difficulty, label }) => [...new Set(competencies)].filter(isCompetency).map((competency) => ({ item, competency, share, difficulty: difficulty ?? null, label: label ?? null })));
  return [...new Map(rows.map((row) => [`${row.item} ${row.competency}`, row])).values()];
}

/** What of a statement makes it another one. Difficulty is left out: it was pinned when the line was first written. */
function digestOf({ view, by, enrolmentId, cohortId, chapterSlug, dealId, occasion, source, observedAt, lines, retracted }: Written): string {
  return contentHash({ view, by, enrolmentId: enrolmentId ?? null, cohortId: cohortId ?? null, chapterSlug: chapterSlug ?? null, dealId: dealId ?? null, occasion: occasion ?? source.id, observedAt: observedAt.toISOString(), retracted, lines: lines.map(({ item, competencies, share }) => ({ item, competencies, share })) });
}

function keyOf({ personId, source }: { personId: string; source: Source }): string {
  return `${personId} ${source.kind} ${source.id}`;
}

interface Current {
  id: string;
  digest: string;
  retracted: boolean;
  view: CapabilityStatement["view"];
  occasion: string;
  observedAt: Date;
}

/** The entry that holds of each of these sources. */
async function current(trx: Transaction<DB>, wanted: readonly { personId: string; source: Source }[]): Promise<Map<string, Current>> {
  const rows = await trx
    .selectFrom("capability_entry as e")
    .distinctOn(["e.source_kind", "e.source_id", "e.person_id"])
    .select(["e.id", "e.person_id", "e.source_kind", "e.source_id", "e.digest", "e.retracted", "e.view", "e.occasion", "e.observed_at as observedAt"])
    .where("e.person_id", "in", [...new Set(wanted.map(({ personId }) => personId))])
    .where("e.source_kind", "in", [...new Set(wanted.map(({ source }) => source.kind))])
    .where("e.source_id", "in", [...new Set(wanted.map(({ source }) => source.id))])
    .orderBy("e.source_kind")
    .orderBy("e.source_id")
    .orderBy("e.person_id")
    .orderBy("e.id", "desc")
    .execute();
  return new Map(rows.map(({ person_id, source_kind, source_id, ...row }) => [`${person_id} ${source_kind} ${source_id}`, row]));
}

/** Which estimates hang on these entries. */
async function touchedBy(trx: Transaction<DB>, changes: readonly { personId: string; entryIds: string[] }[]): Promise<Map<string, string[]>> {
  const personOf = new Map(changes.flatMap(({ personId, entryIds }) => entryIds.map((id) => [id, personId] as const)));
  const rows = personOf.size === 0 ? [] : await trx.selectFrom("capability_line").select(["entry_id", "competency"]).distinct().where("entry_id", "in", [...personOf.keys()]).execute();
  const touched = new Map<string, Set<string>>();
  for (const { entry_id, competency } of rows) {
    const personId = personOf.get(entry_id) ?? "";
    touched.set(personId, (touched.get(personId) ?? new Set()).add(competency));
  }
  return new Map([...touched].map(([personId, competencies]) => [personId, [...competencies].sort()]));
}
