import type { Kysely } from "kysely";
import { withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type Actor, reachOf } from "~/people";

/** How somebody may look at a person's capability. */
export interface CapabilityRight {
  person: { id: string; name: string; nameLatin: string | null };
  /** It is their own. */
  self: boolean;
  /** By the team: manager, executive, administrator. */
  team: boolean;
  /** Cohorts of the person's that the reader may look into. */
  cohortIds: string[];
}

/** Oneself; who leads a team that the person is in now; who may see a cohort that the person is enrolled in. Nobody else: null. */
export async function capabilityRight(db: Kysely<DB>, actor: Actor, personId: string): Promise<CapabilityRight | null> {
  const person = await db.selectFrom("person").select(["id", "name", "name_latin as nameLatin"]).where("id", "=", personId).executeTakeFirst();
  if (!person) return null;
  const reach = reachOf(actor, "dashboard:view");
  const [membership, cohorts] = await Promise.all([
    db.selectFrom("team_membership").select("team_id").where("person_id", "=", personId).where("valid_to", "is", null).executeTakeFirst(),
    db.selectFrom("enrolment as e").innerJoin("cohort as c", "c.id", "e.cohort_id").select("c.id").where("e.person_id", "=", personId).where(withinReach(reachOf(actor, "cohort:view"))).execute(),
  ]);
  const right = { person, self: actor.id === personId, team: reach.all || (membership !== undefined && reach.teamIds.includes(membership.team_id)), cohortIds: cohorts.map((cohort) => cohort.id) };
  return right.self || right.team || right.cohortIds.length > 0 ? right : null;
}
