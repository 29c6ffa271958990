import type { Kysely } from "kysely";
import type { Sql } from "postgres";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { loadActor } from "~/people/index.server";
import { recordEvidence } from "~/pipeline/index.server";
import { seedScale } from "../../db/seed/scale";
import { sessionCookie } from "./world";

export interface RushLearner {
  personId: string;
  enrolmentId: string;
  cookie: string;
}

/** Learners with a session each, in one cohort, before the quiz of the chapter with the largest bank: their preview is passed. */
export async function prepareRush(db: Kysely<DB>, sql: Sql, learners: number): Promise<{ chapterSlug: string; learners: RushLearner[] }> {
  const [chapter] = await sql<{ slug: string }[]>`
    select q.chapter_slug as slug from quiz_blueprint b join question q using (chapter_slug) where q.retired_at is null group by 1 order by count(*) desc limit 1`;
  const [instructor] = await sql<{ id: string }[]>`select person_id as id from role_grant where role = 'instructor' and revoked_at is null order by granted_at, person_id limit 1`;
  const lead = instructor && (await loadActor(db, instructor.id));
  if (!chapter || !lead) throw new Error("The demo has no quiz or no instructor.");
  const now = new Date(Date.now() - 60_000);
  const seeded = await inTransaction(db, "seed a rush", (trx) =>
    seedScale(trx, {
      name: "rush",
      learners,
      chapterSlugs: [chapter.slug],
      lead,
      now,
      walk: async (walk, { enrolmentId, personId }) => {
        const evidence = { kind: "preview", id: `${enrolmentId}/${chapter.slug}` };
        const passed = await recordEvidence(walk, { enrolmentId, chapterSlug: chapter.slug, step: "preview", outcome: "passed", evidence, actorId: personId, now });
        if (!passed.ok) throw new Error(`the preview could not be passed: ${passed.error.code}`);
      },
    }),
  );
  await sql`analyze`;
  return { chapterSlug: chapter.slug, learners: await Promise.all(seeded.learners.map(async (learner) => ({ ...learner, cookie: await sessionCookie(sql, learner.personId) }))) };
}
