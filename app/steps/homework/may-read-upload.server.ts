import { type Kysely, sql } from "kysely";
import { withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { type Actor, reachOf } from "~/people";

/**
 * Whether somebody may read a file of homework: who sent it; who was asked to review a version that names it, for as long
 * as the request was not taken back; who may see the cohort, once it was handed in.
 */
export async function mayReadUpload(db: Kysely<DB>, actor: Actor, upload: { id: string; ownerId: string }): Promise<boolean> {
  if (upload.ownerId === actor.id) return true;
  const names = sql<boolean>`s.files @> ${JSON.stringify([{ uploadId: upload.id }])}::text::jsonb`;
  const row = await db
    .selectFrom("homework_file as f")
    .innerJoin("homework_submission as s", "s.homework_id", "f.homework_id")
    .innerJoin("homework as h", "h.id", "f.homework_id")
    .innerJoin("enrolment as author", "author.id", "h.enrolment_id")
    .innerJoin("cohort as c", "c.id", "author.cohort_id")
    .select("s.id")
    .where("f.upload_id", "=", upload.id)
    .where(names)
    .where((eb) =>
      eb.or([
        withinReach(reachOf(actor, "cohort:view")),
        eb.exists(
          eb
            .selectFrom("homework_review as r")
            .innerJoin("enrolment as reviewer", "reviewer.id", "r.reviewer_id")
            .select("r.id")
            .whereRef("r.submission_id", "=", "s.id")
            .where("reviewer.person_id", "=", actor.id)
            .where("reviewer.left_at", "is", null)
            .where("r.state", "!=", "withdrawn"),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
