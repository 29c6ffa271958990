import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { ownEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { dealRight } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { daysAfter } from "~/pipeline";
import { stepGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { checkChange, MOST_NOTE, type NothingChanged } from "./application";
import { daysFromTo } from "./plan";
import { reportBegun, reportStanding, type StepClosed } from "./report-standing.server";
import type { FieldStep } from "./rows.server";
import { toolsOf } from "./tools.server";

/** Days back that a use can be written down for. */
export const OLDEST_USE_DAYS = 60;

export interface NewApplication extends FieldStep {
  /** Made where it was typed; the same one sent twice is one application. */
  opId: string;
  dealId: string;
  sheetKey: string;
  /** What happened with the customer, or what changed; may be empty when the deal's sheet moved on. */
  note: string;
  /** The business day it was used on, "2026-11-28". */
  usedOn: string;
  now: Date;
}

export type LogError = { code: "not-found" } | { code: "unknown-tool" } | { code: "no-such-deal" } | { code: "bad-day" } | NothingChanged | StepClosed;

/**
 * Writes down that the learner used a tool of the chapter on one of their own deals. What changed is the deal's sheet of
 * that tool since its last application (from nothing at the first one), or what the note says. It waits for the manager
 * from now on, for the cohort's review days, and the step hears of it.
 */
export async function logApplication(trx: Transaction<DB>, actor: Actor, input: NewApplication): Promise<Result<{ applicationId: string; again: boolean }, LogError>> {
  const { enrolmentId, chapterSlug, opId, dealId, sheetKey, usedOn, now } = input;
  const own = await ownEnrolment(trx, actor.id, enrolmentId, chapterSlug);
  if (own === undefined) return fail({ code: "not-found" });
  const before = await sentBefore(trx, actor, opId);
  if (before !== undefined) return before === null ? fail({ code: "not-found" }) : ok({ applicationId: before, again: true });
  if (!(await toolsOf(trx, [chapterSlug])).some(({ key }) => key === sheetKey)) return fail({ code: "unknown-tool" });
  if ((await dealRight(trx, actor, dealId)) !== "work") return fail({ code: "no-such-deal" });
  const age = daysFromTo(usedOn, isoDay(now, own.timeZone));
  // A device east of here may be a day ahead.
  if (age < -1 || age > OLDEST_USE_DAYS) return fail({ code: "bad-day" });

  // Before anything is written: a refusal leaves nothing behind. Holds the road: two at the same time go one after the other.
  const applicationId = randomUUID();
  const cause = { enrolmentId, chapterSlug, applicationId, actorId: actor.id, now };
  const note = input.note.trim().slice(0, MOST_NOTE);
  const sheet = await sheetOnDeal(trx, dealId, sheetKey);
  const changed = checkChange({ versions: sheet, note });
  if (!changed.ok) return changed;
  const begun = await reportBegun(trx, cause);
  if (!begun.ok) return begun;
  const meanwhile = await sentBefore(trx, actor, opId);
  if (meanwhile !== undefined) return meanwhile === null ? fail({ code: "not-found" }) : ok({ applicationId: meanwhile, again: true });
  const gate = await stepGate(trx, enrolmentId, chapterSlug, "field-tracking");
  await trx
    .insertInto("field_application")
    .values({
      id: applicationId,
      op_id: opId,
      enrolment_id: enrolmentId,
      chapter_slug: chapterSlug,
      person_id: actor.id,
      deal_id: dealId,
      sheet_key: sheetKey,
      sheet_id: sheet?.sheetId ?? null,
      version_before: sheet?.before ?? null,
      version_after: sheet?.after ?? null,
      note: note === "" ? null : note,
      used_on: usedOn,
      logged_at: now,
      level: null,
      due_at: daysAfter(now, gate.reviewDays),
    })
    .execute();
  await trx.insertInto("field_application_event").values({ application_id: applicationId, kind: "logged", actor_id: actor.id, level: null, remark: null, at: now }).execute();
  await reportStanding(trx, cause, "");
  return ok({ applicationId, again: false });
}

/** The application that was made under this id; null when it is somebody else's, undefined when there is none. */
async function sentBefore(trx: Transaction<DB>, actor: { id: string }, opId: string): Promise<string | null | undefined> {
  const row = await trx.selectFrom("field_application").select(["id", "person_id"]).where("op_id", "=", opId).executeTakeFirst();
  return row && (row.person_id === actor.id ? row.id : null);
}

/** The deal's sheet of a tool as it stands, and the version that its last application ended with; 0 before the first. */
export async function sheetOnDeal(trx: Transaction<DB>, dealId: string, sheetKey: string): Promise<{ sheetId: string; before: number; after: number } | null> {
  const sheet = await trx
    .selectFrom("deal_sheet as ds")
    .innerJoin("sheet as s", "s.id", "ds.sheet_id")
    .select(["s.id", "s.version"])
    .where("ds.deal_id", "=", dealId)
    .where("ds.removed_at", "is", null)
    .where("s.definition_key", "=", sheetKey)
    .orderBy("s.changed_at", "desc")
    .orderBy("s.id")
    .limit(1)
    .executeTakeFirst();
  if (!sheet) return null;
  const last = await trx
    .selectFrom("field_application")
    .select((eb) => eb.fn.max("version_after").as("version"))
    .where("sheet_id", "=", sheet.id)
    .where("state", "!=", "removed")
    .executeTakeFirst();
  return { sheetId: sheet.id, before: Math.min(last?.version ?? 0, sheet.version), after: sheet.version };
}
