import { ageEstimates } from "~/capability/index.server";
import { countAll, takeSnapshot } from "~/dashboards/index.server";
import { connectDatabase, inTransaction, parseDatabaseUrl } from "~/db/index.server";
import { loadActor } from "~/people/index.server";
import { recordEvidence } from "~/pipeline/index.server";
import { seedScale } from "../../db/seed/scale";
import { seedField, seedLedger } from "../../db/seed/scale-ledger";
import { Client } from "./client";
import { load } from "./machine";
import { quantile, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Asked for before the clock runs. */
const WARM_UP = 5;
const TIMES = 40;
/** What an executive waits for at most, p95 in milliseconds. */
const GOAL = 300;

/**
 * The executives' pages over many: `learners` on twelve chapters of eight steps, a ledger of `rows` lines of evidence, deals and coaching
 * notes. Before every request somebody's evidence changes, so that each page also counts again what changed.
 */
export async function benchLead(world: World, { learners, rows }: { learners: number; rows: number }): Promise<string> {
  const database = connectDatabase(parseDatabaseUrl(world.url));
  try {
    const { db } = database;
    const { sql } = world;
    const holder = async (role: string): Promise<string> => (await sql<{ id: string }[]>`select person_id as id from role_grant where role = ${role} and revoked_at is null order by scope_kind, granted_at, person_id limit 1`)[0]?.id ?? "";
    const lead = await loadActor(db, await holder("instructor"));
    if (!lead) throw new Error("The demo has no instructor.");
    const chapterSlugs = (await sql<{ slug: string }[]>`select slug from chapter order by number`).map(({ slug }) => slug);
    const now = new Date(Date.now() - 60_000);
    const timed: { what: string; seconds: string }[] = [];
    const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      const start = performance.now();
      const result = await work();
      timed.push({ what, seconds: ((performance.now() - start) / 1000).toFixed(1) });
      return result;
    };
    const scale = await step("people and roads", () =>
      inTransaction(db, "seed the scale", (trx) =>
        seedScale(trx, {
          name: "scale",
          learners,
          chapterSlugs,
          lead,
          now,
          walk: async (walk, { enrolmentId, personId }) => {
            for (const chapterSlug of chapterSlugs.slice(0, 6)) {
              for (const passed of ["lecture", "defense"] as const) {
                const done = await recordEvidence(walk, { enrolmentId, chapterSlug, step: passed, outcome: "passed", evidence: { kind: passed, id: enrolmentId }, actorId: personId, now });
                if (!done.ok) throw new Error(`${passed} could not be passed: ${done.error.code}`);
              }
            }
          },
        }),
      ),
    );
    const personIds = scale.learners.map(({ personId }) => personId);
    const lines = 4;
    await step("ledger", () => inTransaction(db, "seed the ledger", (trx) => seedLedger(trx, { cohortId: scale.cohortId, personIds, entries: Math.ceil(rows / learners / lines), lines, now })));
    await step("deals and notes", () => inTransaction(db, "seed the field", (trx) => seedField(trx, { personIds, coachId: lead.id, perPerson: 4, now })));
    await sql`analyze`;
    await step("estimates from the ledger (nightly job)", async () => {
      while ((await inTransaction(db, "age estimates", (trx) => ageEstimates(trx, { before: new Date(now.getTime() - 3_600_000), now }))) > 0);
    });
    await step("tallies of everybody (job)", () => countAll(db));
    await step("a day's snapshot with the field effect (nightly job)", () => takeSnapshot(db, new Date(now.getTime() + 86_400_000)));
    await sql`vacuum analyze`;
    const [count] = await sql<{ lines: number; cells: number; estimates: number; deals: number }[]>`select (select count(*)::int from capability_line) as lines, (select count(*)::int from progress) as cells, (select count(*)::int from capability_estimate) as estimates, (select count(*)::int from deal) as deals`;
    const [region] = await sql<{ id: string }[]>`select id from team where name_zh = 'scale' and kind = 'region'`;
    const [team] = await sql<{ id: string }[]>`select id from team where parent_id = ${region?.id ?? ""} order by id limit 1`;
    const cookie = await sessionCookie(sql, await holder("executive"));
    const client = new Client((await world.serve()).origin);
    const pages = [
      { page: "first screen", path: "/lead" },
      { page: "first screen of a team", path: `/lead?team=${team?.id}` },
      { page: "heat map, by region", path: "/lead/heat" },
      { page: `heat map, ${Math.ceil(learners / 25)} teams`, path: `/lead/heat?team=${region?.id}` },
      { page: "people of a team", path: `/lead/people?competency=close&team=${team?.id}` },
      { page: "people of the company", path: "/lead/people?competency=close" },
      { page: "a person's evidence", path: `/capability/${personIds[0]}/close` },
      { page: "eight steps of all cohorts", path: "/lead/road" },
      { page: "comparison of cohorts", path: "/lead/compare?by=cohort" },
      { page: "field effect", path: "/lead/effect" },
    ];
    const results = [];
    for (const { page, path } of pages) {
      const times: number[] = [];
      for (let time = -WARM_UP; time < TIMES; time++) {
        await sql`update capability_estimate set low = case when low > 0.3 then low - 0.001 else low end where person_id = ${personIds[(time + WARM_UP) * 7] ?? ""} and state = 'estimate'`;
        const { status, ms } = await client.ask(path, { cookie });
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        if (time >= 0) times.push(ms);
      }
      results.push({ page, "p50 ms": Math.round(quantile(times, 0.5)), "p95 ms": Math.round(quantile(times, 0.95)), "max ms": Math.round(quantile(times, 1)), "goal p95": GOAL });
    }
    client.close();
    return `${table(results)}\n${count?.lines} ledger rows, ${count?.cells} progress cells, ${count?.estimates} estimates, ${count?.deals} deals; each page ${TIMES} times, one after the other, with a change before each; load ${load()}.\n${table(timed)}`;
  } finally {
    await database.close();
  }
}
