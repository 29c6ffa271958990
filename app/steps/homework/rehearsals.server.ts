/** The rehearsal log: what a study group (or one alone) practised, how it went, and what comes next. */
import type { Transaction } from "kysely";
import { groupOf, membersOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { fail, ok, type Result } from "~/platform/result";
import { type BeginError, beginHomework } from "./begin-homework.server";
import type { HomeworkOf } from "./rows.server";

export type NewRehearsal = HomeworkOf & {
  /** The day, YYYY-MM-DD. */
  heldOn: string;
  minutes: number;
  part: string;
  /** Enrolments of the study group who were there; who writes it down was. */
  people: readonly string[];
  went: string;
  focus: string;
  now: Date;
};
export type RehearsalError = BeginError | { code: "no-such-part" } | { code: "in-the-future" } | { code: "not-in-group" };

/** Writes a rehearsal down for everybody who was there. */
export async function logRehearsal(trx: Transaction<DB>, actor: { id: string }, input: NewRehearsal): Promise<Result<{ rehearsalId: string }, RehearsalError>> {
  const { enrolmentId, chapterSlug, now } = input;
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  const { cohortId, assignment } = begun.value;
  if (!assignment.rehearsal.parts.some(({ id }) => id === input.part)) return fail({ code: "no-such-part" });
  const { time_zone: timeZone } = await trx.selectFrom("cohort").select("time_zone").where("id", "=", cohortId).executeTakeFirstOrThrow();
  if (input.heldOn > isoDay(now, timeZone)) return fail({ code: "in-the-future" });
  const group = await groupOf(trx, { enrolmentId, purpose: "study" });
  const members = group === undefined ? [] : ((await membersOf(trx, [group.id])).get(group.id) ?? []);
  const people = [...new Set([enrolmentId, ...input.people])];
  if (people.some((id) => id !== enrolmentId && !members.some((member) => member.enrolmentId === id))) return fail({ code: "not-in-group" });
  const { id: rehearsalId } = await trx
    .insertInto("homework_rehearsal")
    .values({ cohort_id: cohortId, chapter_slug: chapterSlug, group_id: group?.id ?? null, logged_by: enrolmentId, held_on: input.heldOn, minutes: input.minutes, part: input.part, went: input.went.trim(), focus: input.focus.trim(), at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.insertInto("homework_rehearsal_person").values(people.map((enrolment_id) => ({ rehearsal_id: rehearsalId, enrolment_id }))).execute();
  return ok({ rehearsalId });
}

/** Takes one's own entry back; it stays on record as removed. */
export async function removeRehearsal(trx: Transaction<DB>, actor: { id: string }, { rehearsalId, enrolmentId, now }: { rehearsalId: string; enrolmentId: string; now: Date }): Promise<Result<undefined, { code: "not-found" }>> {
  const removed = await trx
    .updateTable("homework_rehearsal")
    .set({ removed_at: now })
    .where("id", "=", rehearsalId)
    .where("logged_by", "=", enrolmentId)
    .where("removed_at", "is", null)
    .where("logged_by", "in", (eb) => eb.selectFrom("enrolment").select("id").where("person_id", "=", actor.id).where("left_at", "is", null))
    .returning("id")
    .executeTakeFirst();
  return removed === undefined ? fail({ code: "not-found" }) : ok();
}
