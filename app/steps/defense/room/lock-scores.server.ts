import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { type DefenseState, evolve, type Refusal } from "./defense";
import { openDefense, type OpenError } from "./open-defense.server";
import { pinnedChapters } from "./pinned.server";
import { type Place, placesOf, PROMPT_MARKS } from "./places";
import { heldBy } from "./save-sheet.server";

export type LockError = OpenError | Refusal | { code: "levels-missing"; positions: number[] };

/**
 * An examiner's last word: every criterion has a level, and what the sheet holds becomes their independent scores for ever.
 * With the last lock the scores are revealed. Locked already: nothing changes.
 */
export async function lockScores(trx: Transaction<DB>, actor: { id: string }, { slotId, now }: { slotId: string; now: Date }): Promise<Result<DefenseState, LockError>> {
  const opened = await openDefense(trx, actor, slotId);
  if (!opened.ok) return opened;
  const defense = opened.value;
  if (defense.members.some((member) => member.personId === actor.id && member.locked)) return ok(defense.state);
  const locked = evolve(defense, { kind: "lock", by: actor.id });
  if (!locked.ok) return locked;

  const chapters = await pinnedChapters(trx, defense);
  const places = [...placesOf(chapters)];
  const held = await heldBy(trx, { defenseId: defense.id, examinerId: actor.id });
  const valueAt = (position: number): string => held.get(position)?.value ?? "";
  const missing = places.filter(([position, place]) => place.kind === "level" && valueAt(position) === "").map(([position]) => position);
  if (missing.length > 0) return fail({ code: "levels-missing", positions: missing });

  const key = { defense_id: defense.id, examiner_id: actor.id };
  await trx.insertInto("defense_lock").values({ ...key, at: now }).execute();
  const noteOf = (level: Place & { kind: "level" }): string => {
    const note = places.find(([, place]) => place.kind === "note" && place.chapterSlug === level.chapterSlug && place.criterionId === level.criterionId);
    return note === undefined ? "" : valueAt(note[0]).trim();
  };
  const scores = places.flatMap(([position, place]) => {
    if (place.kind !== "level") return [];
    const rubricHash = chapters.find(({ chapterSlug }) => chapterSlug === place.chapterSlug)!.rubricHash;
    return [{ ...key, chapter_slug: place.chapterSlug, criterion_id: place.criterionId, rubric_hash: rubricHash, level: Number(valueAt(position)), note: noteOf(place) || null, at: now }];
  });
  await trx.insertInto("defense_score").values(scores).execute();
  const marks = places.flatMap(([position, place]) => {
    const mark = PROMPT_MARKS.find((one) => one === valueAt(position));
    return place.kind === "prompt" && mark !== undefined ? [{ ...key, chapter_slug: place.chapterSlug, prompt_id: place.promptId, mark, at: now }] : [];
  });
  if (marks.length > 0) await trx.insertInto("defense_prompt_mark").values(marks).execute();
  await revealIf(trx, { defenseId: defense.id, state: locked.value.state, now });
  await announce(trx, slotId);
  return ok(locked.value.state);
}

/** Writes down that the scores are revealed, when what happened has come to that. */
export async function revealIf(trx: Transaction<DB>, { defenseId, state, now, reason = null }: { defenseId: string; state: DefenseState; now: Date; reason?: string | null }): Promise<void> {
  if (state !== "reconciling") return;
  await trx.updateTable("defense").set({ state, revealed_at: now, closed_reason: reason, version: sql`version + 1` }).where("id", "=", defenseId).where("state", "=", "scoring").execute();
}
