import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { CAUSE_KINDS, EVENT_KINDS, OUTCOMES, replay, STEP_STATES, type StepCommand, STEPS, WAITS_FOR } from "~/pipeline";
import { applyCommand, loadRoad, openDueSteps, recordEvidence, replan, roadHistory } from "~/pipeline/index.server";
import { CHAPTER, makeCohort, setPlan, START, type TestCohort } from "~/pipeline/testing.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const later = (days: number) => new Date(START.getTime() + days * 24 * 60 * 60 * 1000);

/** The texts that a CHECK names, in order. */
async function allowedBy(constraint: string): Promise<string[]> {
  const [row] = await t.sql<{ definition: string }[]>`select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${constraint}`;
  return [...(row?.definition ?? "").matchAll(/'([a-z-]+)'::text/g)].map((match) => match[1] ?? "");
}

describe("CHECK constraints", () => {
  it.each([
    ["progress_step", STEPS],
    ["progress_state", STEP_STATES],
    ["progress_waiting_for", WAITS_FOR],
    // A waiver covers whatever is not done.
    ["progress_beneath", STEP_STATES.filter((state) => state !== "passed" && state !== "waived")],
    ["progress_event_step", STEPS],
    ["progress_event_kind", EVENT_KINDS],
    ["progress_event_from_state", STEP_STATES],
    ["progress_event_to_state", STEP_STATES],
    ["progress_event_cause_kind", CAUSE_KINDS],
  ] as const)("%s mirrors the union", async (constraint, union) => {
    expect(await allowedBy(constraint)).toEqual([...union]);
  });

  it.each([
    ["progress_waiver_covers", "update progress set state = 'waived', waiting_for = null, due_at = null"],
    ["progress_final_is_failed", "update progress set final = true"],
    ["progress_evidence_whole", "update progress set evidence_kind = 'reading'"],
    ["progress_done_waits_for_nobody", "update progress set waiting_for = null, due_at = null"],
    ["progress_done_is_not_due", "update progress set state = 'passed', waiting_for = null, due_at = now() where step = 'preview'"],
    ["progress_calendar_has_a_date", "update progress set opens_at = now()"],
    ["progress_event_started_whole", insertEvent({ step: "null" })],
    ["progress_event_starts_once", insertEvent({ kind: "'started'", step: "null", from_state: "null", to_state: "null", steps: "'{preview}'" })],
    ["progress_event_evidence_whole", insertEvent({ cause_kind: "'evidence'" })],
    ["progress_event_person_is_named", insertEvent({ cause_kind: "'person'", reason: "'because'" })],
    ["progress_event_reason_of_person", insertEvent({ reason: "'because'" })],
    ["progress_event_reason_given", insertEvent({ kind: "'waived'", to_state: "'waived'", cause_kind: "'person'", actor_id: "(select id from person limit 1)", reason: "'  '" })],
    ["progress_event_correction_reasoned", insertEvent({ kind: "'corrected'", cause_kind: "'person'", actor_id: "(select id from person limit 1)" })],
    ["progress_event_final_is_failed", insertEvent({ final: "true" })],
  ])("%s refuses what the domain cannot mean", async (constraint, statement) => {
    await makeCohort(t.db);
    await expect(sql.raw(statement).execute(t.db)).rejects.toMatchObject({ constraint_name: constraint });
  });
});

function insertEvent(changes: Record<string, string>): string {
  const row: Record<string, string> = { seq: "900", kind: "'begun'", step: "'preview'", from_state: "'available'", to_state: "'in-progress'", cause_kind: "'calendar'", at: "now()", ...changes };
  return `insert into progress_event (enrolment_id, chapter_slug, ${Object.keys(row).join(", ")}) select enrolment_id, chapter_slug, ${Object.values(row).join(", ")} from road limit 1`;
}

describe("the history", () => {
  it.each([
    ["changed", "update progress_event set note = 'x'"],
    ["deleted", "delete from progress_event"],
    ["emptied", "truncate progress_event"],
    ["deleted with its road", "delete from road"],
  ])("cannot be %s", async (_, statement) => {
    await makeCohort(t.db);
    await expect(sql.raw(statement).execute(t.db)).rejects.toThrow("progress_event is append-only");
  });

  it("can be erased with a person, in a transaction that says so", async () => {
    const cohort = await makeCohort(t.db);
    const [enrolmentId] = cohort.enrolments;
    await t.sql.begin(async (trx) => {
      await trx`set local roadbook.erasure = 'on'`;
      await trx`delete from road where enrolment_id = ${enrolmentId!}`;
    });
    expect(await t.sql`select from progress_event where enrolment_id = ${enrolmentId!}`).toHaveLength(0);
    await expect(t.sql`delete from progress_event`).rejects.toThrow("append-only");
  });

  it("has no two events in one place", async () => {
    await makeCohort(t.db);
    await expect(sql.raw(insertEvent({ seq: "2" })).execute(t.db)).rejects.toMatchObject({ code: "23505" });
  });
});

const step = fc.constantFrom(...STEPS);
const asked = fc.oneof(
  fc.record({ kind: fc.constantFrom("begin", "submit", "pass", "fail", "failed-final", "reopen", "waive", "withdraw-waiver", "record", "correct"), step, outcome: fc.constantFrom("passed", "failed", "none") }),
  fc.record({ kind: fc.constant("report"), step, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ kind: fc.constant("replan"), step, outcome: fc.constantFrom("out", "in", "dated") }),
  fc.record({ kind: fc.constant("sweep"), step, outcome: fc.constant("") }),
);

describe("whatever happens", () => {
  it("the database takes what was decided, and what it stores is what the history replays to", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 5, maxLength: 25 }), async (happenings) => {
        const cohort = await makeCohort(t.db, { plan: { homework: { opensAt: later(4) } } });
        for (const [index, one] of happenings.entries()) await happen(cohort, one, later(index / 2));
        const key = { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER };
        const stored = await loadRoad(t.db, key.enrolmentId, CHAPTER);
        expect(replay(key.enrolmentId, CHAPTER, await roadHistory(t.db, key))).toEqual(stored?.road);
      }),
      { numRuns: 25 },
    );
  });
});

async function happen(cohort: TestCohort, { kind, step, outcome }: { kind: string; step: (typeof STEPS)[number]; outcome: string }, now: Date): Promise<void> {
  const key = { enrolmentId: cohort.enrolments[0]!, chapterSlug: CHAPTER, step, now };
  const person = { kind: "person" as const, actorId: cohort.teacher, reason: "because" };
  const evidence = { kind: "evidence" as const, evidence: { kind: "reading", id: "1" } };
  await inTransaction(t.db, kind, async (trx) => {
    if (kind === "sweep") return openDueSteps(trx, now);
    if (kind === "report") return recordEvidence(trx, { ...key, outcome: outcome as (typeof OUTCOMES)[number], evidence: evidence.evidence, actorId: null });
    if (kind === "replan") {
      await setPlan(trx, cohort.id, { [step]: { included: outcome !== "out", opensAt: outcome === "dated" ? later(6) : null } });
      return replan(trx, cohort.id, { actorId: cohort.teacher, now });
    }
    const commands: Record<string, StepCommand> = {
      "begin": { kind: "begin", cause: evidence },
      "submit": { kind: "submit", cause: person },
      "pass": { kind: "pass", cause: evidence },
      "fail": { kind: "fail", final: false, cause: evidence },
      "failed-final": { kind: "fail", final: true, cause: person },
      "reopen": { kind: "reopen", cause: person },
      "waive": { kind: "waive", cause: person },
      "withdraw-waiver": { kind: "withdraw-waiver", cause: person },
      "record": { kind: "record", outcome: outcome === "failed" ? "failed" : "passed", note: "seen", cause: person },
      "correct": { kind: "correct", outcome: outcome as "passed" | "failed" | "none", cause: person },
    };
    const command = commands[kind];
    if (command) await applyCommand(trx, { ...key, command });
    return undefined;
  });
}
