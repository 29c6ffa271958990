import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Sql } from "postgres";
import type { RunningApp } from "../../tests/e2e/support/start-app";
import { BENCH_PAGE, CONSTANT_PATH } from "~/server/bench-route";
import { type Ask, CONNECTIONS, ENCODINGS, type Round, runRound, warmUp } from "./load";
import { load } from "./machine";
import { median, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Readers whose pages are asked for in turn. */
const READERS = 24;

/**
 * The page of a chapter's section, as many signed-in learners read it, against a constant page of the same size behind
 * one session query of the same Express; with and without the document cache, alternating in short rounds.
 */
export async function benchChapter(world: World, options: { seconds: number; rounds: number }): Promise<string> {
  const app = await world.serve();
  const uncached = await world.serve({ ROADBOOK_DOCUMENT_CACHE_MB: "0" });
  const readers = await findReaders(world.sql);
  const page = await fetchPage(app, readers);
  await mkdir(path.dirname(BENCH_PAGE), { recursive: true });
  await writeFile(BENCH_PAGE, page);
  const rows = [];
  for (const [name, encoding] of Object.entries(ENCODINGS)) {
    const withEncoding = (paths: (ask: Ask) => string): Ask[] => readers.map((ask) => ({ path: paths(ask), headers: { ...ask.headers, "accept-encoding": encoding } }));
    const chapter = withEncoding((ask) => ask.path);
    const constant = withEncoding(() => CONSTANT_PATH);
    const contestants: { label: string; app: RunningApp; asks: Ask[]; rounds: Round[] }[] = [
      { label: "constant page + session query", app, asks: constant, rounds: [] },
      { label: "chapter page", app, asks: chapter, rounds: [] },
      { label: "chapter page, no document cache", app: uncached, asks: chapter, rounds: [] },
    ];
    for (const contestant of contestants) await warmUp(contestant.app, contestant.asks);
    for (let round = 0; round < options.rounds; round++) {
      for (const contestant of contestants) contestant.rounds.push(await runRound(contestant.app, contestant.asks, options.seconds));
    }
    const cpuOf = (rounds: readonly Round[]): number => median(rounds.map((round) => round.cpu));
    const baseCpu = cpuOf(contestants[0]?.rounds ?? []);
    const base = median(contestants[0]?.rounds.map((round) => round.perSecond) ?? []);
    for (const { label, rounds } of contestants) {
      const cpu = cpuOf(rounds);
      const perSecond = median(rounds.map((round) => round.perSecond));
      rows.push({
        compression: name === "none" ? "off" : "br",
        page: label,
        "req/s": Math.round(perSecond),
        ratio: `${((perSecond / base) * 100).toFixed(1)} %`,
        "cpu ms": cpu.toFixed(2),
        "cpu ratio": `${((baseCpu / cpu) * 100).toFixed(1)} %`,
        "p50 ms": median(rounds.map((round) => round.p50)),
        "p99 ms": median(rounds.map((round) => round.p99)),
        bad: rounds.reduce((sum, round) => sum + round.bad, 0),
      });
    }
  }
  const goals = "Goals: chapter page ≥ 60 %, without document cache ≥ 15 %.";
  return `${table(rows)}\n${CONNECTIONS} connections, ${readers.length} learners in turn, ${Buffer.byteLength(page)} bytes of HTML, ${options.rounds} rounds of ${options.seconds} s each, medians; load ${load()}. ${goals}`;
}

/** The section in the middle of the longest published chapter, as learners of running cohorts ask for it. */
export async function findReaders(sql: Sql): Promise<Ask[]> {
  const rows = await sql<{ person_id: string; enrolment_id: string; slug: string; section: string }[]>`
    with chapter_read as (
      select c.slug, c.current_version as version from chapter c join cohort_chapter cc on cc.chapter_slug = c.slug join enrolment e on e.cohort_id = cc.cohort_id
      where exists (select from section_version s where s.chapter_version = c.current_version) group by c.slug order by count(*) desc, c.number limit 1
    ), section_read as (
      select section_id from section_version s join chapter_read c on c.version = s.chapter_version
      where locale = 'zh' order by position offset 2 limit 1
    )
    select e.person_id, e.id as enrolment_id, c.slug, s.section_id as section
    from chapter_read c cross join section_read s join cohort_chapter cc on cc.chapter_slug = c.slug join enrolment e on e.cohort_id = cc.cohort_id
    join progress p on p.enrolment_id = e.id and p.chapter_slug = c.slug and p.step = 'preview'
    join person who on who.id = e.person_id
    where p.state in ('in-progress', 'passed') and e.left_at is null and who.state = 'active'
    order by e.id limit ${READERS}`;
  if (rows.length === 0) throw new Error("The demo has no learner who may read a chapter.");
  return Promise.all(rows.map(async (row) => ({ path: `/learn/${row.enrolment_id}/${row.slug}/preview/${row.section}`, headers: { cookie: await sessionCookie(sql, row.person_id) } })));
}

/** Opens every reader's page once, which records that they opened it; answers the first one's HTML as it is from then on. */
export async function fetchPage(app: RunningApp, readers: readonly Ask[]): Promise<string> {
  let first = "";
  for (const { path: pathname, headers } of [...readers, ...readers.slice(0, 1)]) {
    const response = await fetch(app.origin + pathname, { headers: { ...headers, "accept-encoding": "identity" }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${pathname} answered ${response.status} ${response.headers.get("location") ?? ""}`);
    first = await response.text();
  }
  return first;
}
