import { connectDatabase, parseDatabaseUrl } from "~/db/index.server";
import { cpuSeconds } from "./cpu";
import { Client } from "./client";
import { countLost } from "./rush-check";
import { Learner, type Sent } from "./rush-learner";
import { prepareRush } from "./rush-world";
import { load } from "./machine";
import { quantile, table } from "./table";
import type { World } from "./world";

/** Within how long all learners start. */
const START_SECONDS = 10;

/**
 * A whole class starts the same exam within ten seconds at random moments, loads the paper, saves every answer by itself,
 * and hands in. Then what was acknowledged is compared with what the database holds. Client, server and database share
 * this machine.
 */
export async function benchRush(world: World, options: { learners: number; seconds: number }): Promise<string> {
  const database = connectDatabase(parseDatabaseUrl(world.url));
  try {
    const { learners, chapterSlug } = await prepareRush(database.db, world.sql, options.learners);
    const app = await world.serve();
    const client = new Client(app.origin);
    const sent: Sent = { start: [], paper: [], save: [], submit: [], errors: new Map(), acknowledged: [] };
    const before = cpuSeconds(app.pid);
    const startedAt = performance.now();
    await Promise.all(
      learners.map(async (learner, at) => {
        const sitting = new Learner({ client, db: database.db, chapterSlug, sent, number: at, ...learner });
        await sleep(spread(at) * START_SECONDS * 1000);
        await sitting.sit(options.seconds);
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    client.close();
    const errors = [...sent.errors.values()].reduce((sum, count) => sum + count, 0);
    const { lost, notHandedIn } = await countLost(world.sql, sent.acknowledged);
    const steps = { "start (POST)": sent.start, "paper (page)": sent.paper, "save an answer": sent.save, "hand in": sent.submit };
    const rows = Object.entries(steps).map(([step, times]) => ({
      step,
      requests: times.length,
      "p50 ms": Math.round(quantile(times, 0.5)),
      "p95 ms": Math.round(quantile(times, 0.95)),
      "p99 ms": Math.round(quantile(times, 0.99)),
      "max ms": Math.round(quantile(times, 1)),
    }));
    const all = Object.values(steps).flat();
    const list = [...sent.errors].map(([what, count]) => `${what}: ${count}`).join("; ");
    return [
      table(rows),
      `${options.learners} learners started within ${START_SECONDS} s, ${sent.acknowledged.length} answers acknowledged, each learner's answers over ${options.seconds} s; ${Math.round(all.length / seconds)} requests/s over ${seconds.toFixed(0)} s.`,
      `errors ${errors}${list ? ` (${list})` : ""}, lost answers ${lost}, not handed in ${notHandedIn}; p95 of everything ${Math.round(quantile(all, 0.95))} ms (goal 1500); server used ${(cpuSeconds(app.pid) - before).toFixed(0)} s of processor time; load ${load()}.`,
    ].join("\n");
  } finally {
    await database.close();
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers in [0, 1) that look random and are the same in every run (the golden ratio's multiples). */
const spread = (number: number): number => (number * 0.618_033_988_749_895) % 1;
