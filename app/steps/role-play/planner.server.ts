/** Plans the rounds of a session's groups: the rotation, and a scenario for each round that its salesperson does not know. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { currentScenarios, type PinnedScenario } from "./load-scenarios.server";
import { changesOf, type Needs, type Parts, type Role, ROLES, rotate } from "./rotation";
import { partsOf, roundRows, type RoundRow, toRound } from "./rows.server";
import type { RolePlaySession } from "./session";
import { loadStandings } from "./standings.server";
import type { Group } from "./triads";

/** A round as it is to be played. */
export interface PlannedRound {
  chapterSlug: string;
  parts: Parts;
  scenarioHash: string;
  minutes: number;
}

interface Loaded {
  session: RolePlaySession;
  rounds: RoundRow[];
  /** Per chapter, before this session: roles that count already. */
  earlier: Map<string, Map<string, readonly Role[]>>;
  scenarios: Map<string, PinnedScenario[]>;
  /** Scenarios that somebody knows, as `chapter scenario`. */
  known: Map<string, Set<string>>;
}

/** Everything that planning a session needs, read once. `enrolmentIds`: all who are or will be in its groups. */
export async function loadPlanner(db: Kysely<DB>, session: RolePlaySession, enrolmentIds: readonly string[]): Promise<Planner> {
  const rounds = (await roundRows(db).where("r.session_id", "=", session.id).orderBy("r.number").execute()).map(toRound);
  const everybody = [...new Set([...enrolmentIds, ...rounds.flatMap((round) => round.parts.map((part) => part.enrolmentId))])];
  const earlier = new Map<string, Map<string, readonly Role[]>>();
  const scenarios = new Map<string, PinnedScenario[]>();
  for (const chapterSlug of session.chapters) {
    const standings = await loadStandings(db, { cohortId: session.cohortId, chapterSlug, enrolmentIds: everybody, exceptSessionId: session.id });
    // A try that failed counts for nothing; the other roles count once they were held.
    earlier.set(chapterSlug, new Map([...standings].map(([person, { held, passedAsSalesperson }]) => [person, held.filter((role) => role !== "salesperson" || passedAsSalesperson)])));
    scenarios.set(chapterSlug, await currentScenarios(db, chapterSlug));
  }
  return new Planner({ session, rounds, earlier, scenarios, known: await loadKnown(db, everybody) });
}

/** Who has read whose hidden brief, or has been in a round of the scenario: its secrets came out there. */
async function loadKnown(db: Kysely<DB>, enrolmentIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const known = new Map<string, Set<string>>();
  if (enrolmentIds.length === 0) return known;
  const add = (person: string, key: string): void => void known.set(person, (known.get(person) ?? new Set()).add(key));
  const read = await db
    .selectFrom("role_play_brief_reading as b")
    .innerJoin("enrolment as e", "e.person_id", "b.person_id")
    .select(["e.id", "b.chapter_slug", "b.scenario_id"])
    .where("e.id", "in", enrolmentIds)
    .execute();
  for (const row of read) add(row.id, `${row.chapter_slug} ${row.scenario_id}`);
  const played = await db
    .selectFrom("role_play_part as p")
    .innerJoin("role_play_round as r", "r.id", "p.round_id")
    .innerJoin("role_play_scenario_version as v", "v.hash", "r.scenario_hash")
    .select(["p.enrolment_id", "v.chapter_slug", "v.scenario_id"])
    .where("p.enrolment_id", "in", enrolmentIds)
    .where("r.state", "!=", "planned")
    .execute();
  for (const row of played) add(row.enrolment_id, `${row.chapter_slug} ${row.scenario_id}`);
  return known;
}

export class Planner {
  /** People who get another try as salesperson, as `enrolment chapter`. */
  readonly again = new Set<string>();

  constructor(private readonly loaded: Loaded) {}

  /** What the group still has to play, with as few changes of what it was to play as there can be. */
  plan(group: Group): PlannedRound[] {
    const { session, scenarios } = this.loaded;
    const used = new Set<string>();
    return session.chapters.flatMap((chapterSlug) => {
      const before = this.planned(group.id, chapterSlug);
      const rounds = rotate(group.members, this.needs(group.members, chapterSlug), before.map(partsOf));
      return rounds.flatMap((parts, at): PlannedRound[] => {
        const choice = this.choose(scenarios.get(chapterSlug) ?? [], chapterSlug, parts.salesperson, used, before[at]);
        if (!choice) return [];
        used.add(`${chapterSlug} ${choice.scenario.id}`);
        return [{ chapterSlug, parts, scenarioHash: choice.hash, minutes: session.minutes ?? choice.scenario.minutes }];
      });
    });
  }

  /** For repairing groups: rounds to play, and roles that change. */
  cost(group: Group): { rounds: number; changes: number } {
    if (group.members.length < 3) return { rounds: 0, changes: 0 };
    const perChapter = this.loaded.session.chapters.map((chapterSlug) => {
      const before = this.planned(group.id, chapterSlug).map(partsOf);
      const rounds = rotate(group.members, this.needs(group.members, chapterSlug), before);
      return { rounds: rounds.length, changes: changesOf(before, rounds) };
    });
    return { rounds: perChapter.reduce((sum, one) => sum + one.rounds, 0), changes: perChapter.reduce((sum, one) => sum + one.changes, 0) };
  }

  /** What each of them lacks in a chapter now. Rounds that have begun count as held; a second try that is planned stays one. */
  needs(members: readonly string[], chapterSlug: string): Needs {
    const own = this.loaded.rounds.filter((round) => round.chapterSlug === chapterSlug && round.state !== "void");
    return new Map(
      members.map((person) => {
        const earlier = this.loaded.earlier.get(chapterSlug)?.get(person) ?? [];
        const begun = (role: Role): boolean => own.some((round) => round.state !== "planned" && round.parts.some((part) => part.enrolmentId === person && part.role === role));
        const secondTry = this.again.has(`${person} ${chapterSlug}`) || own.some((round) => round.state === "planned" && partsOf(round).salesperson === person);
        return [person, ROLES.filter((role) => (role === "salesperson" && begun(role) ? secondTry : !earlier.includes(role) && !begun(role)))];
      }),
    );
  }

  private planned(groupId: string | null, chapterSlug: string): RoundRow[] {
    return this.loaded.rounds.filter((round) => round.groupId === groupId && round.chapterSlug === chapterSlug && round.state === "planned");
  }

  /** A scenario whose secrets the salesperson does not know and the group does not play anyway; if there is none, the first one. */
  private choose(scenarios: readonly PinnedScenario[], chapterSlug: string, salesperson: string, used: ReadonlySet<string>, before: RoundRow | undefined): PinnedScenario | undefined {
    const known = this.loaded.known.get(salesperson) ?? new Set<string>();
    const key = (one: PinnedScenario): string => `${chapterSlug} ${one.scenario.id}`;
    const fresh = scenarios.filter((one) => !known.has(key(one)) && !used.has(key(one)));
    const kept = fresh.find((one) => before?.scenarioHash === one.hash);
    return kept ?? fresh[0] ?? scenarios.find((one) => !known.has(key(one))) ?? scenarios.find((one) => !used.has(key(one))) ?? scenarios[0];
  }
}

/** Writes what a group is to play, in place of what it was; rounds that have begun stay. Planned rounds keep their address. */
export async function writePlan(trx: Transaction<DB>, session: RolePlaySession, groupId: string, plan: readonly PlannedRound[]): Promise<void> {
  const existing = await trx.selectFrom("role_play_round").select(["id", "number", "state"]).where("group_id", "=", groupId).orderBy("number").execute();
  const planned = existing.filter((round) => round.state === "planned");
  const last = Math.max(0, ...existing.filter((round) => round.state !== "planned").map((round) => round.number));
  const spare = planned.slice(plan.length).map((round) => round.id);
  if (spare.length > 0) await trx.deleteFrom("role_play_round").where("id", "in", spare).execute();
  for (const [at, { chapterSlug, parts, scenarioHash, minutes }] of plan.entries()) {
    const values = { chapter_slug: chapterSlug, scenario_hash: scenarioHash, minutes };
    const there = planned[at];
    const id = there?.id ?? (await trx.insertInto("role_play_round").values({ session_id: session.id, group_id: groupId, number: last + at + 1, ...values }).returning("id").executeTakeFirstOrThrow()).id;
    if (there) {
      await trx.updateTable("role_play_round").set(values).where("id", "=", id).execute();
      await trx.deleteFrom("role_play_part").where("round_id", "=", id).execute();
    }
    const roles: [string, Role][] = [[parts.salesperson, "salesperson"], [parts.customer, "customer"], ...parts.observers.map((person): [string, Role] => [person, "observer"])];
    await trx.insertInto("role_play_part").values(roles.map(([enrolment_id, role]) => ({ round_id: id, enrolment_id, role }))).execute();
  }
}
