import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type OwnRound, ownRolePlays } from "./own-sessions.view.server";
import type { Standing } from "./standing";

export interface RolePlaysOfLearner {
  standing: Standing;
  passMark: number;
  rounds: (OwnRound & { sessionId: string; sessionTitle: string; startsAt: Date })[];
}

/** What a learner did in the role-plays of a chapter, for the instructor's page of their evidence; null where nothing was planned. */
export async function rolePlaysOfLearner(db: Kysely<DB>, { cohortId, enrolmentId, chapterSlug, now }: { cohortId: string; enrolmentId: string; chapterSlug: string; now: Date }): Promise<RolePlaysOfLearner | null> {
  const enrolled = await db
    .selectFrom("enrolment as e")
    .innerJoin("cohort_chapter as k", "k.cohort_id", "e.cohort_id")
    .select("e.id")
    .where("e.id", "=", enrolmentId)
    .where("e.cohort_id", "=", cohortId)
    .where("k.chapter_slug", "=", chapterSlug)
    .executeTakeFirst();
  if (!enrolled) return null;
  const { standing, gate, sessions } = await ownRolePlays(db, { enrolmentId, cohortId, chapterSlug, now });
  const rounds = sessions.flatMap((session) => session.rounds.filter((round) => round.state !== "planned").map((round) => ({ ...round, sessionId: session.id, sessionTitle: session.title, startsAt: session.startsAt })));
  return rounds.length === 0 ? null : { standing, passMark: gate.passMark, rounds };
}
