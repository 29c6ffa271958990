import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { enqueueMarking } from "~/marking/index.server";
import { cohortGate } from "~/pipeline/index.server";
import { scenariosByHash } from "./load-scenarios.server";
import { loadResults } from "./results.server";
import { partsOf, type RoundRow } from "./rows.server";
import { reportStandings } from "./standings.server";

interface Finish {
  /** Running or in debrief. */
  rounds: readonly RoundRow[];
  cohortId: string;
  actorId: string | null;
  now: Date;
}

/** Closes rounds with what there is: the salesperson's result stands, the instructor may look at it, the pipeline hears of it. */
export async function finishRounds(trx: Transaction<DB>, { rounds, cohortId, actorId, now }: Finish): Promise<void> {
  for (const round of [...rounds].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    await trx
      .updateTable("role_play_round")
      .set({ state: "done", turn: null, ended_at: round.endedAt ?? now, done_at: now, version: sql`version + 1` })
      .where("id", "=", round.id)
      .execute();
    await queueForMarking(trx, { ...round, doneAt: now }, cohortId);
    await reportStandings(trx, { round: { ...round, cohortId }, actorId, now });
  }
}

const DAY = 86_400_000;

/**
 * Puts a round that is over into the marking queue. Whoever has no result yet waits for the instructor; where the observers'
 * sheets say something, looking at it is worth while but blocks nobody.
 */
export async function queueForMarking(trx: Transaction<DB>, round: RoundRow, cohortId: string): Promise<void> {
  if (round.doneAt === null) return;
  const { salesperson } = partsOf(round);
  const gate = await cohortGate(trx, cohortId, round.chapterSlug, "role-play");
  const [results, scenarios, person] = await Promise.all([
    loadResults(trx, [round], gate.passMark),
    scenariosByHash(trx, [round.scenarioHash]),
    trx.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").select("p.name").where("e.id", "=", salesperson).executeTakeFirst(),
  ]);
  // A sheet that comes in after the instructor's mark changes nothing: that mark holds.
  if (results.get(round.id)?.by === "instructor") return;
  await enqueueMarking(trx, {
    kind: "role-play",
    subjectId: round.id,
    cohortId,
    chapterSlug: round.chapterSlug,
    title: person?.name ?? "",
    task: scenarios.get(round.scenarioHash)?.title ?? null,
    taskKey: round.scenarioHash,
    blockedCount: results.get(round.id)?.passed === null ? 1 : 0,
    waitingSince: round.doneAt,
    dueAt: new Date(round.doneAt.getTime() + gate.reviewDays * DAY),
  });
}
