import { connectDatabase, inTransaction, parseDatabaseUrl } from "~/db/index.server";
import { loadActor } from "~/people/index.server";
import { recordEvidence } from "~/pipeline/index.server";
import { seedScale } from "../../db/seed/scale";
import { Client } from "./client";
import { load } from "./machine";
import { quantile, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Asked for before the clock runs. */
const WARM_UP = 5;
const TIMES = 40;

/**
 * Pages over many: `learners` on twelve chapters of eight steps each, all in one running cohort. The manager's and
 * executive's first page must not read them all, the cohort's grid only those of its page.
 */
export async function benchScale(world: World, { learners }: { learners: number }): Promise<string> {
  const database = connectDatabase(parseDatabaseUrl(world.url));
  try {
    const { db } = database;
    const holder = async (role: string): Promise<string> => (await world.sql<{ id: string }[]>`select person_id as id from role_grant where role = ${role} and revoked_at is null order by scope_kind, granted_at, person_id limit 1`)[0]?.id ?? "";
    const lead = await loadActor(db, await holder("instructor"));
    if (!lead) throw new Error("The demo has no instructor.");
    const chapters = await world.sql<{ slug: string }[]>`select slug from chapter order by number`;
    const chapterSlugs = chapters.map(({ slug }) => slug);
    const now = new Date(Date.now() - 60_000);
    const { cohortId } = await inTransaction(db, "seed the scale", (trx) =>
      seedScale(trx, {
        name: "scale",
        learners,
        chapterSlugs,
        lead,
        now,
        walk: async (walk, { enrolmentId, personId }) => {
          for (const chapterSlug of chapterSlugs.slice(0, 6)) {
            const passed = await recordEvidence(walk, { enrolmentId, chapterSlug, step: "lecture", outcome: "passed", evidence: { kind: "attendance", id: enrolmentId }, actorId: personId, now });
            if (!passed.ok) throw new Error(`the class could not be attended: ${passed.error.code}`);
          }
        },
      }),
    );
    await world.sql`analyze`;
    const [cells] = await world.sql<{ n: number }[]>`select count(*)::int as n from progress`;
    const app = await world.serve();
    const client = new Client(app.origin);
    const pages = [
      { page: "executive's first page", path: "/lead", cookie: await sessionCookie(world.sql, await holder("executive")), goal: 300 },
      { page: "cohort's grid", path: `/teach/cohorts/${cohortId}`, cookie: await sessionCookie(world.sql, lead.id), goal: 500 },
      { page: "cohort's grid, who is late", path: `/teach/cohorts/${cohortId}?show=late`, cookie: await sessionCookie(world.sql, lead.id), goal: 500 },
    ];
    const rows = [];
    for (const { page, path, cookie, goal } of pages) {
      const times: number[] = [];
      for (let time = -WARM_UP; time < TIMES; time++) {
        const { status, ms } = await client.ask(path, { cookie });
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        if (time >= 0) times.push(ms);
      }
      rows.push({ page, "p50 ms": Math.round(quantile(times, 0.5)), "p95 ms": Math.round(quantile(times, 0.95)), "max ms": Math.round(quantile(times, 1)), "goal p95": goal });
    }
    client.close();
    return `${table(rows)}\n${cells?.n} progress cells; each page ${TIMES} times, one after the other; load ${load()}.`;
  } finally {
    await database.close();
  }
}
