/** The role-plays of a chapter as its learner sees them. */
import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { cohortGate } from "~/pipeline/index.server";
import { scenariosByHash } from "./load-scenarios.server";
import { loadResults } from "./results.server";
import type { SalesResult } from "./result";
import type { Role } from "./rotation";
import { latestPresence, partsOf, roleIn, roundRows, sessionRows, toRound } from "./rows.server";
import type { RoundState } from "./round";
import { mayArrive, type RolePlaySession } from "./session";
import type { Standing } from "./standing";
import { loadStandings } from "./standings.server";

export interface OwnRound {
  roundId: string;
  number: number;
  title: Bilingual;
  role: Role;
  state: RoundState;
  /** Names: who sells, who is the customer. */
  salesperson: string;
  customer: string;
  startedAt: Date | null;
  /** Of the own rounds as salesperson. */
  result: SalesResult | null;
  reviewed: boolean;
}

export interface OwnSession extends Omit<RolePlaySession, "chapters"> {
  chapters: ChapterName[];
  here: boolean;
  mayArrive: boolean;
  group: { number: number; others: string[] } | null;
  rounds: OwnRound[];
}

export interface OwnRolePlays {
  standing: Standing;
  gate: { passMark: number; requireAllRoles: boolean };
  /** By time. */
  sessions: OwnSession[];
}

/** Standing and sessions of a chapter; the caller has checked the enrolment. */
export async function ownRolePlays(db: Kysely<DB>, { enrolmentId, cohortId, chapterSlug, now }: { enrolmentId: string; cohortId: string; chapterSlug: string; now: Date }): Promise<OwnRolePlays> {
  const gate = await cohortGate(db, cohortId, chapterSlug, "role-play");
  const [sessions, standings, rounds, presence, groups] = await Promise.all([
    sessionsCovering(db, cohortId, chapterSlug),
    loadStandings(db, { cohortId, chapterSlug, enrolmentIds: [enrolmentId] }),
    ownRounds(db, enrolmentId, chapterSlug, gate.passMark),
    latestPresence(db).where("a.enrolment_id", "=", enrolmentId).execute(),
    ownGroups(db, enrolmentId),
  ]);
  const names = await chapterNames(db, sessions.flatMap((session) => session.chapters));
  const here = new Map(presence.map((row) => [row.session_id, row.here]));
  return {
    standing: standings.get(enrolmentId) ?? { held: [], lacking: [], tries: 0, passedAsSalesperson: false, outcome: "retracted" },
    gate: { passMark: gate.passMark, requireAllRoles: gate.requireAllRoles },
    sessions: sessions.map((session) => ({
      ...session,
      chapters: namesInOrder(session.chapters, names),
      here: here.get(session.id) ?? false,
      mayArrive: !(here.get(session.id) ?? false) && mayArrive(session, now),
      group: groups.get(session.id) ?? null,
      rounds: rounds.get(session.id) ?? [],
    })),
  };
}

/** The next session of a chapter that is not over, if one is planned. */
export async function nextRolePlay(db: Kysely<DB>, { cohortId, chapterSlug, now }: { cohortId: string; chapterSlug: string; now: Date }): Promise<RolePlaySession | undefined> {
  const sessions = await sessionsCovering(db, cohortId, chapterSlug);
  return sessions.find((session) => session.state === "running" || (session.state === "planned" && session.endsAt > now));
}

function sessionsCovering(db: Kysely<DB>, cohortId: string, chapterSlug: string): Promise<RolePlaySession[]> {
  return sessionRows(db)
    .where("s.cohort_id", "=", cohortId)
    .where((eb) => eb.exists(eb.selectFrom("role_play_session_chapter as covered").select("covered.session_id").whereRef("covered.session_id", "=", "s.id").where("covered.chapter_slug", "=", chapterSlug)))
    .orderBy("s.starts_at")
    .orderBy("s.id")
    .execute();
}

async function ownRounds(db: Kysely<DB>, enrolmentId: string, chapterSlug: string, passMark: number): Promise<Map<string, OwnRound[]>> {
  const rows = await roundRows(db)
    .where("r.chapter_slug", "=", chapterSlug)
    .where((eb) => eb.exists(eb.selectFrom("role_play_part as own").select("own.round_id").whereRef("own.round_id", "=", "r.id").where("own.enrolment_id", "=", enrolmentId)))
    .orderBy("r.number")
    .execute();
  const rounds = rows.map(toRound);
  if (rounds.length === 0) return new Map();
  const people = [...new Set(rounds.flatMap((round) => round.parts.map((part) => part.enrolmentId)))];
  const [names, scenarios, results, reviews] = await Promise.all([
    db.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").select(["e.id", "p.name"]).where("e.id", "in", people).execute(),
    scenariosByHash(db, rounds.map((round) => round.scenarioHash)),
    loadResults(db, rounds.filter((round) => round.state === "done"), passMark),
    db.selectFrom("role_play_self_review").select("round_id").distinct().where("round_id", "in", rounds.map((round) => round.id)).execute(),
  ]);
  const nameOf = new Map(names.map((row) => [row.id, row.name]));
  const reviewed = new Set(reviews.map((row) => row.round_id));
  const bySession = new Map<string, OwnRound[]>();
  for (const round of rounds) {
    const parts = partsOf(round);
    const role = roleIn(round, enrolmentId) ?? "observer";
    const own: OwnRound = {
      roundId: round.id,
      number: round.number,
      title: scenarios.get(round.scenarioHash)?.title ?? { zh: "", en: "" },
      role,
      state: round.state,
      salesperson: nameOf.get(parts.salesperson) ?? "",
      customer: nameOf.get(parts.customer) ?? "",
      startedAt: round.startedAt,
      result: role === "salesperson" ? (results.get(round.id) ?? null) : null,
      reviewed: reviewed.has(round.id),
    };
    bySession.set(round.sessionId, [...(bySession.get(round.sessionId) ?? []), own]);
  }
  return bySession;
}

async function ownGroups(db: Kysely<DB>, enrolmentId: string): Promise<Map<string, { number: number; others: string[] }>> {
  const rows = await db
    .selectFrom("role_play_group_member as own")
    .innerJoin("role_play_group as g", "g.id", "own.group_id")
    .leftJoin("role_play_group_member as m", (on) => on.onRef("m.group_id", "=", "g.id").on("m.left_at", "is", null).on("m.enrolment_id", "!=", enrolmentId))
    .leftJoin("enrolment as e", "e.id", "m.enrolment_id")
    .leftJoin("person as p", "p.id", "e.person_id")
    .select(["own.session_id", "g.number", "p.name"])
    .where("own.enrolment_id", "=", enrolmentId)
    .where("own.left_at", "is", null)
    .where("g.dissolved_at", "is", null)
    .orderBy("m.id")
    .execute();
  const groups = new Map<string, { number: number; others: string[] }>();
  for (const { session_id, number, name } of rows) {
    const group = groups.get(session_id) ?? { number, others: [] };
    if (name !== null) group.others.push(name);
    groups.set(session_id, group);
  }
  return groups;
}
