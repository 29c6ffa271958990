import { demoEmail } from "../../db/seed/accounts";
import { Client } from "./client";
import { load } from "./machine";
import { quantile, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Asked for before the clock runs. */
const WARM_UP = 5;
const TIMES = 40;
/** What an instructor waits for at most, p95 in milliseconds. */
const GOAL = 300;

/**
 * A long marking queue: `items` lines copied from those of the demo wait a minute apart, the real ones at even distances
 * among them and one at the head. Opens the list and, one after the other, the things that can be opened.
 */
export async function benchMarking(world: World, { items }: { items: number }): Promise<string> {
  const { sql } = world;
  const [instructor] = await sql<{ id: string }[]>`select id from person where email = ${demoEmail("lu-minghui")}`;
  if (!instructor) throw new Error("The demo has no instructor.");
  const subjects = await spread(world, instructor.id, items);
  await sql`analyze`;
  const cookie = await sessionCookie(sql, instructor.id);
  const client = new Client((await world.serve()).origin);
  const ask = async (path: string, status: number, form?: Record<string, string>) => {
    const answer = await client.ask(path, { cookie, ...(form && { form }) });
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  };
  const [late] = await sql<{ id: string }[]>`select id from marking_item where state = 'waiting' and ready_at <= now() order by waiting_since desc offset 60 limit 1`;
  const begin = async () => ask("/marking", 303, { intent: "begin" });
  const first = (await begin()).location ?? "";
  const pages: { page: string; open: (time: number) => Promise<{ ms: number }> }[] = [
    { page: "queue", open: () => ask("/marking", 200) },
    { page: "queue, by task", open: () => ask("/marking?order=task", 200) },
    { page: "queue, answers of quizzes", open: () => ask("/marking?kind=quiz-answer", 200) },
    { page: "queue, a page near its end", open: () => ask(`/marking?after=${late?.id}`, 200) },
    { page: "start marking: takes the first", open: begin },
    { page: "the first, opened", open: () => ask(first, 200) },
    { page: "things amid the queue, opened", open: (time) => ask(subjects[time % subjects.length] ?? "", 200) },
  ];
  const rows = [];
  for (const { page, open } of pages) {
    const times: number[] = [];
    for (let time = -WARM_UP; time < TIMES; time++) {
      const { ms } = await open(time + WARM_UP);
      if (time >= 0) times.push(ms);
    }
    rows.push({ page, "p50 ms": Math.round(quantile(times, 0.5)), "p95 ms": Math.round(quantile(times, 0.95)), "max ms": Math.round(quantile(times, 1)), "goal p95": GOAL });
  }
  client.close();
  const [count] = await sql<{ n: number }[]>`select count(*)::int as n from marking_item where state = 'waiting'`;
  return `${table(rows)}\n${count?.n} things wait; each ${TIMES} times, one after the other; load ${load()}.`;
}

/** Fills the queue; answers the addresses of the quiz answers that can be opened. */
async function spread({ sql }: World, instructorId: string, items: number): Promise<string[]> {
  const sources = sql`
    select i.*, row_number() over (order by i.id) as nth, count(*) over () as total from marking_item i
    where i.state = 'waiting' and i.kind = 'quiz-answer' and i.ready_at <= now() and i.blocked_count > 0
      and i.cohort_id in (select cohort_id from role_grant where person_id = ${instructorId} and role = 'instructor' and revoked_at is null)`;
  const moved = await sql<{ path: string }[]>`
    with source as (${sources}), moved as (select id, now() - make_interval(mins => (nth * ${items}::int / total)::int, secs => 30) as since from source)
    update marking_item i set waiting_since = moved.since, ready_at = moved.since, due_at = moved.since + interval '3 days' from moved where moved.id = i.id
    returning '/teach/cohorts/' || i.cohort_id || '/marking?attempt=' || split_part(i.subject_id, '.', 1) || '&position=' || split_part(i.subject_id, '.', 2) as path`;
  if (moved.length === 0) throw new Error("Nothing waits in the demo that could be copied.");
  await sql`
    with source as (${sources})
    insert into marking_item (kind, subject_id, cohort_id, chapter_slug, title, task, task_key, blocked_count, waiting_since, ready_at, due_at)
    select kind, gen_random_uuid() || '.1', cohort_id, chapter_slug, title, task, task_key, blocked_count, since, since, since + interval '3 days'
    from generate_series(1, ${items}::int) n join source on source.nth = n % source.total + 1, lateral (select now() - make_interval(mins => n) as since) moment`;
  return moved.map(({ path }) => path);
}
