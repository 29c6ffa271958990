import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { sessionRows } from "./rows.server";
import type { RolePlaySession } from "./session";

/** A session for whom may know of it: its cohort's learners, and who may see the cohort. Undefined for everybody else. */
export async function knownSession(db: Kysely<DB>, actor: Actor, sessionId: string): Promise<RolePlaySession | undefined> {
  const row = await sessionRows(db)
    .innerJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["c.team_id as teamId", "c.state as cohortState"])
    .select((eb) => eb.exists(eb.selectFrom("enrolment as e").select("e.id").whereRef("e.cohort_id", "=", "s.cohort_id").where("e.person_id", "=", actor.id).where("e.left_at", "is", null)).as("enrolled"))
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { teamId, cohortState, enrolled, ...session } = row;
  const sees = holds(actor, "cohort:view", { kind: "cohort", cohortId: session.cohortId, teamId });
  return sees || (Boolean(enrolled) && cohortState !== "draft") ? session : undefined;
}
