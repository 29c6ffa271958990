import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announceGroupWork } from "./announce.server";
import { reportStanding } from "./report-standing.server";
import { chapterTools } from "./tools-of-chapter.server";

export type PickToolsError = { code: "none" } | { code: "unknown-tool" };

/**
 * Says which of the chapter's tools the groups of a cohort fill in. What was begun or accepted stays; who has passed has
 * passed. Who now has everything that is asked for passes.
 */
export async function pickTools(trx: Transaction<DB>, actor: { id: string }, input: { cohortId: string; chapterSlug: string; tools: readonly string[]; now: Date }): Promise<Result<undefined, PickToolsError>> {
  const { cohortId, chapterSlug, now } = input;
  await trx.selectFrom("cohort").select("id").where("id", "=", cohortId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const wanted = [...new Set(input.tools)];
  if (wanted.length === 0) return fail({ code: "none" });
  const known = await chapterTools(trx, chapterSlug);
  if (!wanted.every((key) => known.some((tool) => tool.key === key))) return fail({ code: "unknown-tool" });
  await trx.deleteFrom("group_tool").where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).execute();
  await trx
    .insertInto("group_tool")
    .values(known.filter((tool) => wanted.includes(tool.key)).map((tool, at) => ({ cohort_id: cohortId, chapter_slug: chapterSlug, sheet_key: tool.key, position: at + 1, picked_by: actor.id, picked_at: now })))
    .execute();
  const handedIn = await trx
    .selectFrom("group_submission_member as m")
    .innerJoin("group_submission as u", "u.id", "m.submission_id")
    .innerJoin("group_sheet as s", "s.id", "u.group_sheet_id")
    .select(["m.enrolment_id", "u.id"])
    .distinctOn("m.enrolment_id")
    .where("s.cohort_id", "=", cohortId)
    .where("s.chapter_slug", "=", chapterSlug)
    .orderBy("m.enrolment_id")
    .orderBy("u.submitted_at", "desc")
    .execute();
  for (const { enrolment_id, id } of handedIn) {
    await reportStanding(trx, { cohortId, chapterSlug, enrolmentIds: [enrolment_id], evidence: { kind: "group-submission", id }, actorId: actor.id, now });
  }
  await writeAudit(trx, { actorId: actor.id, action: "pick-group-tools", subject: { kind: "cohort", id: cohortId }, details: { chapter: chapterSlug, tools: wanted } });
  await announceGroupWork(trx, input);
  return ok();
}
