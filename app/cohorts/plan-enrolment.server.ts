import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { BY_NAME } from "~/people/index.server";

/** Whom to enrol: everybody in a team and the teams below it, or people by e-mail address. */
export type EnrolmentRequest = { by: "team"; teamId: string } | { by: "email"; emails: string[] };

interface Candidate {
  personId: string;
  name: string;
  email: string;
}

/** What enrolling would change; shown before anything is written. */
export interface EnrolmentPlan {
  enrol: Candidate[];
  /** Left the cohort earlier and would come back, with all they earned. */
  returning: Candidate[];
  already: Candidate[];
  suspended: Candidate[];
  /** Addresses that belong to nobody here. */
  unknown: string[];
}

/** Works out what enrolling would change, and writes nothing. */
export async function planEnrolment(db: Kysely<DB>, cohortId: string, request: EnrolmentRequest): Promise<EnrolmentPlan> {
  const emails = request.by === "email" ? [...new Set(request.emails.map((email) => email.trim().toLowerCase()).filter(Boolean))] : [];
  const rows = await db
    .selectFrom("person as p")
    .leftJoin("enrolment as e", (join) => join.onRef("e.person_id", "=", "p.id").on("e.cohort_id", "=", cohortId))
    .select(["p.id as personId", "p.name", "p.email", "p.state", "e.id as enrolmentId", "e.left_at as leftAt"])
    .where((eb) =>
      request.by === "email"
        ? eb("p.email", "=", sql<string>`any(${emails}::text[])`)
        : eb(
            "p.id",
            "in",
            eb
              .selectFrom("team_membership as m")
              .innerJoin("role_grant as g", (join) => join.onRef("g.person_id", "=", "m.person_id").on("g.role", "=", "learner").on("g.revoked_at", "is", null))
              .select("m.person_id")
              .where("m.valid_to", "is", null)
              .where("m.team_id", "in", sql<string>`(with recursive below as (select id from team where id = ${request.teamId} union all select c.id from team c join below b on c.parent_id = b.id) select id from below)`),
          ),
    )
    .orderBy(BY_NAME)
    .execute();
  const found = new Set(rows.map((row) => row.email));
  const of = (test: (row: (typeof rows)[number]) => boolean): Candidate[] => rows.filter(test).map(({ personId, name, email }) => ({ personId, name, email }));
  return {
    enrol: of((row) => row.enrolmentId === null && row.state !== "suspended"),
    returning: of((row) => row.leftAt !== null && row.state !== "suspended"),
    already: of((row) => row.enrolmentId !== null && row.leftAt === null),
    suspended: of((row) => row.state === "suspended" && (row.enrolmentId === null || row.leftAt !== null)),
    unknown: emails.filter((email) => !found.has(email)),
  };
}

/** Lines with words in them and no address, in order: nobody should believe that they were taken. */
export function linesWithoutEmail(text: string): string[] {
  return [...new Set(text.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => /[\p{L}\p{N}]/u.test(line) && findEmails(line).length === 0))];
}

/** Addresses in pasted text or a CSV file: whatever looks like one, in order, whatever stands around it. */
export function findEmails(text: string): string[] {
  return [...new Set((text.match(/[^\s,;:<>"'，；、()（）]+@[^\s,;:<>"'，；、()（）]+\.[^\s,;:<>"'，；、()（）]+/g) ?? []).map((email) => email.toLowerCase()))];
}
