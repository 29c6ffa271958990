import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { isDiscussed, proposedLevel } from "./agreement";
import { announce } from "./announce.server";
import { checkersOf } from "./checkers.server";
import { evolve, type Refusal } from "./defense";
import { openDefense, type OpenDefense, type OpenError } from "./open-defense.server";
import { pinnedChapters } from "./pinned.server";
import { chairPosition, type ChairText, placesOf } from "./places";
import { heldBy } from "./save-sheet.server";
import { agreedLevels, levelNow, storedScores, type VerdictOutcome } from "./scores.server";

export interface VerdictInput {
  slotId: string;
  outcome: VerdictOutcome;
  /** Of a conditional pass; `due` is a day, YYYY-MM-DD. */
  condition: { what: string; due: string; checkerId: string } | null;
  now: Date;
}

export type DecideError =
  | OpenError
  | Refusal
  | { code: "not-agreed"; criteria: { chapterSlug: string; criterionId: string }[] }
  | { code: "strengths-missing" }
  | { code: "redo-missing" }
  | { code: "condition-missing" }
  | { code: "due-past" }
  | { code: "unknown-checker" };

/**
 * The chair writes down the verdict. What the panel did not talk about stands at the median; what it did must have been agreed.
 * Remarks, strengths, what to redo and the minutes are those of the chair's sheet.
 */
export async function decideVerdict(trx: Transaction<DB>, actor: { id: string }, input: VerdictInput): Promise<Result<{ verdictId: string }, DecideError>> {
  const opened = await openDefense(trx, actor, input.slotId);
  if (!opened.ok) return opened;
  const defense = opened.value;
  const decided = evolve(defense, { kind: "decide", by: actor.id });
  if (!decided.ok) return decided;
  const texts = await chairsTexts(trx, defense, actor.id);
  const bad = await problemOf(trx, defense, input, texts);
  if (bad !== null) return fail(bad);
  const settled = await settleLevels(trx, defense, actor.id, input.now);
  if (!settled.ok) return settled;
  const { condition, outcome, now } = input;
  const { id } = await trx
    .insertInto("defense_verdict")
    .values({
      defense_id: defense.id,
      outcome,
      remarks: texts.remarks,
      strengths: texts.strengths,
      redo: texts.redo || null,
      minutes: texts.minutes || null,
      condition_what: condition?.what.trim().slice(0, 1000) ?? null,
      condition_due: condition?.due ?? null,
      checker_id: condition?.checkerId ?? null,
      by_id: actor.id,
      at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.updateTable("defense").set({ state: "decided", decided_at: now, version: sql`version + 1` }).where("id", "=", defense.id).execute();
  await announce(trx, input.slotId);
  return ok({ verdictId: id });
}

type Texts = Record<ChairText, string> & { remarks: { chapterSlug: string; criterionId: string; remark: string }[] };

async function problemOf(db: Kysely<DB>, defense: OpenDefense, { outcome, condition, now }: VerdictInput, texts: Texts): Promise<DecideError | null> {
  if (texts.strengths === "") return { code: "strengths-missing" };
  if (outcome === "fail" && texts.redo === "") return { code: "redo-missing" };
  if (outcome !== "conditional") return condition === null ? null : { code: "condition-missing" };
  if (condition === null || condition.what.trim() === "") return { code: "condition-missing" };
  if (condition.due < new Intl.DateTimeFormat("sv-SE", { timeZone: defense.timeZone }).format(now)) return { code: "due-past" };
  return (await checkersOf(db, defense)).some(({ personId }) => personId === condition.checkerId) ? null : { code: "unknown-checker" };
}

async function chairsTexts(trx: Transaction<DB>, defense: OpenDefense, chairId: string): Promise<Texts> {
  const places = placesOf(await pinnedChapters(trx, defense));
  const held = await heldBy(trx, { defenseId: defense.id, examinerId: chairId });
  const at = (position: number): string => held.get(position)?.value?.trim() ?? "";
  const remarks = [...places].flatMap(([position, place]) => (place.kind === "remark" && at(position) !== "" ? [{ chapterSlug: place.chapterSlug, criterionId: place.criterionId, remark: at(position) }] : []));
  return { remarks, strengths: at(chairPosition("strengths")), redo: at(chairPosition("redo")), minutes: at(chairPosition("minutes")) };
}

/** Writes the median for what nobody talked about and nobody set otherwise. */
async function settleLevels(trx: Transaction<DB>, defense: OpenDefense, chairId: string, now: Date): Promise<Result<undefined, DecideError>> {
  const [chapters, scores, agreed] = [await pinnedChapters(trx, defense), await storedScores(trx, defense.id), await agreedLevels(trx, defense.id)];
  const open: { chapterSlug: string; criterionId: string }[] = [];
  const byRule: { chapterSlug: string; criterionId: string; level: number }[] = [];
  for (const { chapterSlug, rubric } of chapters) {
    for (const { id: criterionId } of rubric.criteria) {
      const isThis = (one: { chapterSlug: string; criterionId: string }): boolean => one.chapterSlug === chapterSlug && one.criterionId === criterionId;
      if (agreed.some(isThis)) continue;
      const given = scores.filter(isThis);
      const level = proposedLevel(given.map(levelNow));
      if (isDiscussed(given.map((score) => score.level)) || level === null) open.push({ chapterSlug, criterionId });
      else byRule.push({ chapterSlug, criterionId, level });
    }
  }
  if (open.length > 0) return fail({ code: "not-agreed", criteria: open });
  if (byRule.length > 0) {
    const rows = byRule.map(({ chapterSlug, criterionId, level }) => ({ defense_id: defense.id, chapter_slug: chapterSlug, criterion_id: criterionId, level, how: "rule" as const, by_id: chairId, at: now }));
    await trx.insertInto("defense_agreed").values(rows).execute();
  }
  return ok();
}
