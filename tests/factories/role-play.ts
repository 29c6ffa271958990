/** A cohort with a role-play session, played by the real use cases. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Role } from "~/steps/role-play";
import { advanceDebrief, board, endConversation, formTriads, planSession, publishScenarios, readScenarios, recordMarks, setPresence, type SessionKey, startRounds, startSession } from "~/steps/role-play/index.server";
import type { Mark, Scenario } from "~/steps/role-play/scenario";
import { makeChapters, makeCohort, type TestCohort } from "./cohorts";

/** The first moment of the session. */
export const BEGIN = new Date("2026-03-12T06:00:00Z");
export const minute = (offset: number): Date => new Date(BEGIN.getTime() + offset * 60_000);

export type Learner = TestCohort["learners"][number];

/** A round with the people in it. */
export interface PlayedRound {
  roundId: string;
  scenario: Scenario;
  salesperson: Learner;
  customer: Learner;
  observers: Learner[];
}

export interface RolePlayWorld {
  cohort: TestCohort;
  chapter: string;
  scenarios: Scenario[];
  instructor: { id: string };
  key: SessionKey;
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Does something that must go well. */
  well<T>(work: (trx: Transaction<DB>) => Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T>;
  /** Another session of the same cohort. */
  plan(startsAt?: Date): Promise<SessionKey>;
  /** Everybody is there, groups are formed, the session runs. */
  open(key?: SessionKey, learners?: readonly Learner[]): Promise<void>;
  /** The rounds that are planned or under way, group by group. */
  rounds(states?: string[], key?: SessionKey): Promise<PlayedRound[]>;
  /** Starts the next round of every group, and answers the rounds. */
  start(now: Date, key?: SessionKey): Promise<PlayedRound[]>;
  /** The observer marks every behaviour with `mark` (the rest is not shown) and hands in. */
  mark(round: PlayedRound, options?: { mark?: Mark; count?: number; observer?: Learner; handIn?: boolean; now?: Date }): Promise<void>;
  /** From the end of the conversation to the end of the debrief. */
  finish(round: PlayedRound, now: Date): Promise<void>;
  outcome(learner: Learner): Promise<string>;
}

let scenarios: Promise<Scenario[]> | undefined;

/** An open cohort with `learners` people, and one session planned. */
export async function rolePlayWorld(db: Kysely<DB>, { learners = 3 }: { learners?: number } = {}): Promise<RolePlayWorld> {
  scenarios ??= readScenarios(path.resolve("content")).then((files) => files.flatMap(({ scenario }) => scenario ?? []));
  const all = await scenarios;
  const chapters = await makeChapters(db, 1);
  const [chapter = ""] = chapters;
  await inTransaction(db, "publish", (trx) => publishScenarios(trx, { chapterSlug: chapter, scenarios: all, now: minute(-1000) }));
  const cohort = await makeCohort(db, { learners, chapters });
  const instructor = cohort.instructor;
  const act: RolePlayWorld["act"] = (work) => inTransaction(db, "test", work);
  const well: RolePlayWorld["well"] = async (work) => {
    const result = await act(work);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const plan = async (startsAt = BEGIN): Promise<SessionKey> => {
    const input = { cohortId: cohort.id, title: "第三章角色扮演", place: "上海 6 楼", link: null, startsAt, endsAt: new Date(startsAt.getTime() + 3 * 3_600_000), chapterSlugs: [chapter], conversationMinutes: null, now: minute(-500) };
    const { sessionId } = await well((trx) => planSession(trx, instructor, input));
    return { cohortId: cohort.id, sessionId };
  };
  const key = await plan();
  const byEnrolment = (id: string): Learner => cohort.learners.find((learner) => learner.enrolmentId === id)!;

  const world: RolePlayWorld = {
    cohort,
    chapter,
    scenarios: all,
    instructor,
    key,
    act,
    well,
    plan,
    async open(which = key, present = cohort.learners) {
      await well((trx) => setPresence(trx, instructor, { ...which, entries: present.map(({ enrolmentId }) => ({ enrolmentId, here: true })), now: minute(-5) }));
      await well((trx) => formTriads(trx, { ...which, now: minute(-4) }));
      await well((trx) => startSession(trx, { ...which, now: BEGIN }));
    },
    async rounds(states = ["planned", "running", "debrief"], which = key) {
      const rows = await db
        .selectFrom("role_play_round as r")
        .innerJoin("role_play_group as g", "g.id", "r.group_id")
        .innerJoin("role_play_scenario_version as v", "v.hash", "r.scenario_hash")
        .select(["r.id", "v.body", "r.state"])
        .where("r.session_id", "=", which.sessionId)
        .where("g.dissolved_at", "is", null)
        .orderBy("g.number")
        .orderBy("r.number")
        .execute();
      const parts = rows.length === 0 ? [] : await db.selectFrom("role_play_part").select(["round_id", "enrolment_id", "role"]).where("round_id", "in", rows.map((row) => row.id)).execute();
      const of = (roundId: string, role: Role): Learner[] => parts.filter((part) => part.round_id === roundId && part.role === role).map((part) => byEnrolment(part.enrolment_id));
      return rows
        .filter((row) => states.includes(row.state))
        .map((row) => ({ roundId: row.id, scenario: row.body as unknown as Scenario, salesperson: of(row.id, "salesperson")[0]!, customer: of(row.id, "customer")[0]!, observers: of(row.id, "observer") }));
    },
    async start(now, which = key) {
      await well((trx) => startRounds(trx, { ...which, groupId: null, now }));
      return world.rounds(["running"], which);
    },
    async mark(round, { mark = "shown", count = round.scenario.checklist.length, observer = round.observers[0]!, handIn = true, now = minute(5) } = {}) {
      const ops = round.scenario.checklist.slice(0, count).map(({ id }) => ({ opId: randomUUID(), kind: "mark" as const, behaviourId: id, mark, at: now.toISOString() }));
      const last = handIn ? [{ opId: randomUUID(), kind: "hand-in" as const, at: now.toISOString() }] : [];
      await well((trx) => recordMarks(trx, { id: observer.personId }, { roundId: round.roundId, ops: [...ops, ...last], now }));
    },
    async finish(round, now) {
      await well((trx) => endConversation(trx, { id: round.salesperson.personId }, { roundId: round.roundId, now }));
      for (const turn of ["salesperson", "customer", "observer"] as const) await well((trx) => advanceDebrief(trx, { id: round.salesperson.personId }, { roundId: round.roundId, turn, now }));
    },
    outcome: (learner) => cohort.state(learner, "role-play"),
  };
  return world;
}

/** Who of a group lacks which role, by name: for looking at the board in tests. */
export async function lackingOnBoard(db: Kysely<DB>, key: SessionKey): Promise<Map<string, readonly Role[]>> {
  const shown = await board(db, key, minute(0));
  return new Map(shown?.groups.flatMap((group) => group.members.map((person) => [person.enrolmentId, person.lacking[0]?.roles ?? []])));
}
