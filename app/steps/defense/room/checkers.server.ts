import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { DefenseRow } from "./rows.server";

export interface Checker {
  personId: string;
  name: string;
  nameLatin: string | null;
  /** Why they can be named. */
  as: "panel" | "manager" | "instructor";
}

/** Who can be asked to look at a condition: the panel, the candidate's own manager, those who teach the cohort. Each once. */
export async function checkersOf(db: Kysely<DB>, defense: Pick<DefenseRow, "members" | "candidateId" | "cohortId" | "teamId">): Promise<Checker[]> {
  const grants = await db
    .selectFrom("role_grant as g")
    .innerJoin("person as p", "p.id", "g.person_id")
    .leftJoin("team_membership as m", (join) => join.onRef("m.team_id", "=", "g.team_id").on("m.person_id", "=", defense.candidateId).on("m.valid_to", "is", null))
    .select(["p.id as personId", "p.name", "p.name_latin as nameLatin", "g.role"])
    .where("g.revoked_at", "is", null)
    .where((eb) =>
      eb.or([
        eb.and([eb("g.role", "=", "manager"), eb("m.team_id", "is not", null)]),
        eb.and([eb("g.role", "=", "instructor"), eb.or([eb("g.cohort_id", "=", defense.cohortId), eb("g.team_id", "=", defense.teamId), eb("g.scope_kind", "=", "company")])]),
      ]),
    )
    .where("p.id", "!=", defense.candidateId)
    .orderBy("g.role", "desc")
    .orderBy("p.name")
    .execute();
  const all: Checker[] = [
    ...defense.members.filter(({ locked, left }) => locked && !left).map(({ personId, name, nameLatin }) => ({ personId, name, nameLatin, as: "panel" as const })),
    ...grants.map(({ role, ...person }) => ({ ...person, as: role === "manager" ? ("manager" as const) : ("instructor" as const) })),
  ];
  return all.filter(({ personId }, at) => all.findIndex((other) => other.personId === personId) === at);
}
