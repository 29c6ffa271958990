/** The panel talks about what differs: an examiner changes a level with a reason, the chair writes down what was agreed. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { isDiscussed } from "./agreement";
import { announce } from "./announce.server";
import { admits } from "./defense";
import { openDefense, type OpenDefense, type OpenError } from "./open-defense.server";
import { pinnedChapters } from "./pinned.server";
import { levelNow, storedScores } from "./scores.server";

export type ReviseError = OpenError | { code: "not-discussed" } | { code: "not-a-level" } | { code: "reason-missing" };
export type AgreeError = OpenError | { code: "not-chair" } | { code: "not-a-level" };
type Criterion = { slotId: string; chapterSlug: string; criterionId: string; level: number; now: Date };

/** Changes one's own level of a criterion that is talked about. The original and the reason stay. */
export async function reviseScore(trx: Transaction<DB>, actor: { id: string }, input: Criterion & { reason: string }): Promise<Result<undefined, ReviseError>> {
  const opened = await reconciling(trx, actor, input, "revise");
  if (!opened.ok) return opened;
  const reason = input.reason.trim().slice(0, 500);
  if (reason === "") return fail({ code: "reason-missing" });
  const scores = (await storedScores(trx, opened.value.id)).filter((score) => score.chapterSlug === input.chapterSlug && score.criterionId === input.criterionId);
  if (!isDiscussed(scores.map(({ level }) => level))) return fail({ code: "not-discussed" });
  const own = scores.find(({ examinerId }) => examinerId === actor.id);
  if (own === undefined || levelNow(own) === input.level) return ok();
  await trx.insertInto("defense_revision").values({ score_id: own.id, level: input.level, reason, at: input.now }).execute();
  await announce(trx, input.slotId);
  return ok();
}

/** The chair writes down the level that the panel agreed on. */
export async function agreeLevel(trx: Transaction<DB>, actor: { id: string }, input: Criterion): Promise<Result<undefined, AgreeError>> {
  const opened = await reconciling(trx, actor, input, "agree");
  if (!opened.ok) return opened;
  if (!opened.value.members.some((member) => member.personId === actor.id && member.chair)) return fail({ code: "not-chair" });
  await trx
    .insertInto("defense_agreed")
    .values({ defense_id: opened.value.id, chapter_slug: input.chapterSlug, criterion_id: input.criterionId, level: input.level, how: "panel", by_id: actor.id, at: input.now })
    .execute();
  await announce(trx, input.slotId);
  return ok();
}

async function reconciling(trx: Transaction<DB>, actor: { id: string }, { slotId, chapterSlug, criterionId, level }: Criterion, command: "revise" | "agree"): Promise<Result<OpenDefense, OpenError | { code: "not-a-level" }>> {
  const opened = await openDefense(trx, actor, slotId);
  if (!opened.ok) return opened;
  if (!admits(opened.value.state, command)) return fail({ code: "wrong-state" });
  const chapter = (await pinnedChapters(trx, opened.value)).find((one) => one.chapterSlug === chapterSlug);
  const criterion = chapter?.rubric.criteria.find(({ id }) => id === criterionId);
  return criterion?.levels.some(({ points }) => points === level) ? opened : fail({ code: "not-a-level" });
}
