import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Role } from "./rotation";

/** A person's own part in a round. */
export interface OwnPart {
  roundId: string;
  sessionId: string;
  cohortId: string;
  enrolmentId: string;
  role: Role;
}

/** The part, if the person has one in this round and is still enrolled; whether the round exists for others is not told. */
export async function ownPart(db: Kysely<DB>, personId: string, roundId: string): Promise<OwnPart | undefined> {
  return db
    .selectFrom("role_play_part as p")
    .innerJoin("enrolment as e", "e.id", "p.enrolment_id")
    .innerJoin("role_play_round as r", "r.id", "p.round_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .select(["r.id as roundId", "r.session_id as sessionId", "e.cohort_id as cohortId", "e.id as enrolmentId", "p.role"])
    .where("p.round_id", "=", roundId)
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .executeTakeFirst();
}
