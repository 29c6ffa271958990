import { connectDatabase, inTransaction, parseDatabaseUrl } from "~/db/index.server";
import { loadActor } from "~/people/index.server";
import { beginMeeting } from "~/steps/field-tracking/index.server";
import { seedScale } from "../../db/seed/scale";
import { seedScaleDeals } from "../../db/seed/scale-deals";
import { Client } from "./client";
import { load } from "./machine";
import { quantile, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Asked for before the clock runs. */
const WARM_UP = 5;
const TIMES = 40;
/** What a manager waits for at most, p95 in milliseconds. */
const GOAL = 300;

/** Lists and meetings over very many deals: `people` in teams of 25 share `deals`; the manager leads their region, and every team in it. */
export async function benchDeals(world: World, { people, deals }: { people: number; deals: number }): Promise<string> {
  const database = connectDatabase(parseDatabaseUrl(world.url));
  try {
    const { db } = database;
    const { sql } = world;
    const holder = async (role: string): Promise<string> => (await sql<{ id: string }[]>`select person_id as id from role_grant where role = ${role} and revoked_at is null order by scope_kind, granted_at, person_id limit 1`)[0]?.id ?? "";
    const lead = await loadActor(db, await holder("instructor"));
    if (!lead) throw new Error("The demo has no instructor.");
    const now = new Date(Date.now() - 60_000);
    const chapters = await sql<{ slug: string }[]>`select slug from chapter order by number limit 1`;
    const { learners } = await inTransaction(db, "seed the scale", (trx) => seedScale(trx, { name: "many", learners: people, chapterSlugs: chapters.map(({ slug }) => slug), lead, now }));
    await inTransaction(db, "seed the deals", (trx) => seedScaleDeals(trx, { personIds: learners.map(({ personId }) => personId), perPerson: Math.ceil(deals / people), now }));
    const [region] = await sql<{ id: string }[]>`select id from team where name_zh = 'many' and kind = 'region'`;
    const [team] = await sql<{ id: string }[]>`select id from team where parent_id = ${region?.id ?? ""} order by id limit 1`;
    const managerId = await holder("manager");
    await sql`insert into role_grant (person_id, role, scope_kind, team_id, granted_by, granted_at) values (${managerId}, 'manager', 'team', ${region?.id ?? ""}, ${lead.id}, ${now})`;
    const manager = await loadActor(db, managerId);
    if (!manager || !region || !team) throw new Error("The region has no manager.");
    for (const { id } of [region, team]) await inTransaction(db, "begin a meeting", (trx) => beginMeeting(trx, manager, { teamId: id, now }));
    await sql`vacuum analyze`;
    const [count] = await sql<{ deals: number; open: number; sheets: number }[]>`select count(*)::int as deals, (count(*) filter (where closed_on is null))::int as open, (select count(*)::int from deal_sheet) as sheets from deal`;
    const client = new Client((await world.serve()).origin);
    const cookies = { manager: await sessionCookie(sql, managerId), executive: await sessionCookie(sql, await holder("executive")), seller: await sessionCookie(sql, learners[0]?.personId ?? "") };
    const pages: { page: string; path: string; who: keyof typeof cookies }[] = [
      { page: "own deals", path: "/deals", who: "seller" },
      { page: "deals of a region", path: "/deals?of=team", who: "manager" },
      { page: "deals of the company", path: "/deals?of=team", who: "executive" },
      { page: "the same, searched", path: "/deals?of=team&q=99", who: "executive" },
      { page: "the same, those late, page 20", path: "/deals?of=team&only=late&page=20", who: "executive" },
      { page: "sales meeting of a team of 25", path: `/manage/meetings/${team.id}`, who: "manager" },
      { page: "sales meeting of a region", path: `/manage/meetings/${region.id}`, who: "manager" },
      { page: "the same on the wall", path: `/projector/meetings/${region.id}`, who: "manager" },
      { page: "what waits for the manager", path: "/manage", who: "manager" },
    ];
    const results = [];
    for (const { page, path, who } of pages) {
      const times: number[] = [];
      let size = 0;
      for (let time = -WARM_UP; time < TIMES; time++) {
        const { status, ms, text } = await client.ask(path, { cookie: cookies[who] });
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        size = text.length;
        if (time >= 0) times.push(ms);
      }
      results.push({ page, "kB": Math.round(size / 1000), "p50 ms": Math.round(quantile(times, 0.5)), "p95 ms": Math.round(quantile(times, 0.95)), "max ms": Math.round(quantile(times, 1)), "goal p95": GOAL });
    }
    client.close();
    return `${table(results)}\n${people} people, ${count?.deals} deals, ${count?.open} of them open, ${count?.sheets} sheets on deals; each page ${TIMES} times, one after the other; load ${load()}.`;
  } finally {
    await database.close();
  }
}
