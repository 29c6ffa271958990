import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Competency } from "./competency";
import { ledgerLines } from "./ledger.server";
import { recordCapabilities } from "./record-capability.server";
import { levelOfShare, type SelfLevel, shareOfLevel } from "./self-rating";

export type SelfRatings = Partial<Record<Competency, SelfLevel>>;

/** Somebody says how far they are, competency by competency; the latest word on each holds, the same word again keeps its date. */
export async function rateSelf(trx: Transaction<DB>, actor: { id: string }, { ratings, now }: { ratings: SelfRatings; now: Date }): Promise<{ changed: number }> {
  const held = await ownRatings(trx, actor.id);
  const changed = (Object.entries(ratings) as [Competency, SelfLevel][]).filter(([competency, level]) => held[competency] !== level);
  await recordCapabilities(
    trx,
    changed.map(([competency, level]) => ({
      personId: actor.id,
      source: { kind: "self-rating", id: competency },
      view: "self",
      by: actor.id,
      observedAt: now,
      lines: [{ item: "level", competencies: [competency], share: shareOfLevel(level) }],
    })),
    now,
  );
  return { changed: changed.length };
}

/** What somebody last said of themself. */
export async function ownRatings(db: Kysely<DB>, personId: string): Promise<SelfRatings> {
  const lines = await ledgerLines(db, { personIds: [personId] });
  return Object.fromEntries(lines.filter((line) => line.kind === "self-rating").map((line) => [line.competency, levelOfShare(line.share)]));
}
