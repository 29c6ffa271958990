import type { Kysely } from "kysely";
import { type ChapterName, chaptersOfCohort, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { chaptersWithScenarios } from "./load-scenarios.server";
import { latestPresence, sessionRows } from "./rows.server";
import type { RolePlaySession } from "./session";

/** A session in its cohort's list. */
export interface SessionLine extends Omit<RolePlaySession, "chapters"> {
  chapters: ChapterName[];
  here: number;
  groups: number;
  rounds: { held: number; all: number };
}

export interface SessionList {
  cohort: { id: string; name: string; timeZone: string; learners: number };
  /** What a session can cover: chapters of the cohort that have something to play. */
  chapters: ChapterName[];
  /** By time. */
  sessions: SessionLine[];
}

/** All role-play sessions of a cohort; undefined where there is no such cohort. */
export async function sessionList(db: Kysely<DB>, cohortId: string): Promise<SessionList | undefined> {
  const cohort = await headOf(db, cohortId);
  if (!cohort) return undefined;
  const [chapters, playable, sessions, presence, groups, rounds] = await Promise.all([
    chaptersOfCohort(db, cohortId),
    chaptersWithScenarios(db),
    sessionRows(db).where("s.cohort_id", "=", cohortId).orderBy("s.starts_at").orderBy("s.id").execute(),
    latestPresence(db).innerJoin("role_play_session as s", "s.id", "a.session_id").where("s.cohort_id", "=", cohortId).execute(),
    db.selectFrom("role_play_group as g").innerJoin("role_play_session as s", "s.id", "g.session_id").select("g.session_id").where("s.cohort_id", "=", cohortId).where("g.dissolved_at", "is", null).execute(),
    db.selectFrom("role_play_round as r").innerJoin("role_play_session as s", "s.id", "r.session_id").select(["r.session_id", "r.state"]).where("s.cohort_id", "=", cohortId).where("r.state", "!=", "void").execute(),
  ]);
  const names = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const of = <T extends { session_id: string }>(rows: readonly T[], id: string): T[] => rows.filter((row) => row.session_id === id);
  return {
    cohort,
    chapters: chapters.filter((chapter) => playable.has(chapter.slug)),
    sessions: sessions.map((session) => ({
      ...session,
      chapters: namesInOrder(session.chapters, names),
      here: of(presence, session.id).filter((row) => row.here).length,
      groups: of(groups, session.id).length,
      rounds: { held: of(rounds, session.id).filter((row) => row.state === "debrief" || row.state === "done").length, all: of(rounds, session.id).length },
    })),
  };
}

/** A cohort as the pages of its role-plays head it. */
export async function headOf(db: Kysely<DB>, cohortId: string): Promise<SessionList["cohort"] | undefined> {
  const row = await db
    .selectFrom("cohort as c")
    .select(["c.id", "c.name", "c.time_zone as timeZone"])
    .select((eb) => eb.selectFrom("enrolment as e").select((count) => count.fn.countAll<string>().as("n")).whereRef("e.cohort_id", "=", "c.id").where("e.left_at", "is", null).as("learners"))
    .where("c.id", "=", cohortId)
    .executeTakeFirst();
  return row && { ...row, learners: Number(row.learners) };
}
