import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { currentRubric } from "~/marking/index.server";
import { contentHash } from "~/platform/content-hash.server";
import type { Anchor } from "./anchor";
import { misfits } from "./read-anchors.server";

export type PublishAnchorsReport = {
  changed: string[];
  /** Whose agreed scores do not fit the rubric in force: they rest until somebody has scored them by it. */
  resting: string[];
};

/**
 * Brings the anchors to what content/ says: versions by content hash, each pinned to the version of the rubric that its
 * scores are by. What was scored keeps its version. An anchor that does not fit its rubric any more is retired. Safe to repeat.
 */
export async function publishAnchors(trx: Transaction<DB>, input: { anchors: readonly { key: string; anchor: Anchor }[]; now: Date }): Promise<PublishAnchorsReport> {
  const before = new Map((await trx.selectFrom("anchor").select(["key", "current_hash", "retired_at"]).execute()).map((row) => [row.key, row]));
  const report: PublishAnchorsReport = { changed: [], resting: [] };
  const current = new Set<string>();
  for (const { key, anchor } of input.anchors) {
    const rubric = await currentRubric(trx, anchor.rubric);
    if (rubric === null || misfits(anchor, rubric.rubric).length > 0) {
      report.resting.push(key);
      continue;
    }
    current.add(key);
    const hash = contentHash({ key, anchor, rubric: rubric.hash });
    const known = before.get(key);
    if (known?.current_hash === hash && known.retired_at === null) continue;
    report.changed.push(key);
    await trx
      .insertInto("anchor_version")
      .values({ hash, key, chapter_slug: anchor.chapter, rubric_hash: rubric.hash, body: anchor as unknown as JsonValue, first_seen: input.now })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
    await trx
      .insertInto("anchor")
      .values({ key, current_hash: hash, retired_at: null })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ current_hash: hash, retired_at: null }))
      .execute();
  }
  const gone = [...before.keys()].filter((key) => !current.has(key));
  if (gone.length > 0) await trx.updateTable("anchor").set({ retired_at: input.now }).where("key", "in", gone).where("retired_at", "is", null).execute();
  return report;
}
