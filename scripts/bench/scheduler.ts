import { randomFrom } from "~/platform/random";
import { differenceOf } from "~/steps/defense/days/schedule/difference";
import { propose } from "~/steps/defense/days/schedule/propose";
import { repair } from "~/steps/defense/days/schedule/repair";
import { conflictsIn, isFlag, type Placement, type Problem } from "~/steps/defense/days/schedule/schedule";
import { drawDay } from "~/steps/defense/days/schedule/testing";
import { table, type TableRow } from "./table";

const DAYS = [
  { title: "20 × 6, 2 places", times: 14, places: 2, examiners: 6, candidates: 20 },
  { title: "60 × 12, 3 places", times: 22, places: 3, examiners: 12, candidates: 60 },
  // More than fits: 12 examiners who are away now and then cannot fill four panels all day.
  { title: "60 × 12, too full", times: 18, places: 4, examiners: 12, candidates: 60 },
];

/** How long a schedule and its repair after a drop-out take, and what they leave. */
export function benchScheduler(rounds: number): string {
  const rows: TableRow[] = [];
  for (const { title, ...size } of DAYS) {
    const tries = Array.from({ length: rounds }, (_, round) => measure(drawDay(randomFrom(`bench ${title} ${round}`), { ...size, panelSize: 3, longestRun: 5, away: 0.1, chapters: 2, specialists: 0.2, managed: 0.3 })));
    const middle = (pick: (one: (typeof tries)[number]) => number): number => [...tries].map(pick).sort((a, b) => a - b)[Math.floor(tries.length / 2)] ?? 0;
    rows.push({ day: title, "propose ms": Math.round(middle((one) => one.proposeMs)), placed: middle((one) => one.placed), broken: Math.max(...tries.map((one) => one.broken)), "loads": middle((one) => one.spread), "repair ms": Math.round(middle((one) => one.repairMs)), hit: middle((one) => one.hit), changed: middle((one) => one.changed), moved: middle((one) => one.moved) });
  }
  return table(rows);
}

function measure(problem: Problem) {
  const [schedule, proposeMs] = timed(() => propose(problem, randomFrom("bench")).placements);
  const loads = problem.examiners.map((_, seat) => schedule.filter(({ panel }) => panel.includes(seat)).length);
  const out = loads.indexOf(Math.max(...loads));
  const now = { ...problem, examiners: problem.examiners.map((examiner, seat) => (seat === out ? { ...examiner, free: examiner.free.map(() => false) } : examiner)) };
  const [mended, repairMs] = timed(() => repair(now, schedule, randomFrom("bench")).placements);
  const changes = differenceOf(schedule, mended);
  return {
    proposeMs,
    repairMs,
    placed: schedule.length,
    broken: hardIn(problem, schedule) + hardIn(now, mended),
    spread: Math.max(...loads) - Math.min(...loads),
    hit: schedule.filter(({ panel }) => panel.includes(out)).length,
    changed: changes.length,
    moved: changes.filter(({ kind }) => kind !== "panel").length,
  };
}

function hardIn(problem: Problem, placements: readonly Placement[]): number {
  return conflictsIn(problem, placements).filter((conflict) => !isFlag(conflict)).length;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}
