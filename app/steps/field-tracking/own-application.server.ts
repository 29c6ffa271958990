import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { daysAfter } from "~/pipeline";
import { stepGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { checkChange, MOST_NOTE, type NothingChanged } from "./application";
import { sheetOnDeal } from "./log-application.server";
import { moveApplication, type NotTaken, type Overtaken } from "./move-application.server";
import { type ApplicationRow, lockApplication } from "./rows.server";

export type OwnError = { code: "not-found" } | Overtaken | NotTaken;

/** One's own application, held until the transaction ends. */
async function own(trx: Transaction<DB>, actor: { id: string }, applicationId: string): Promise<ApplicationRow | undefined> {
  const application = await lockApplication(trx, applicationId);
  return application?.personId === actor.id && application.state !== "removed" ? application : undefined;
}

/**
 * Sends a returned application to the manager again, with what the learner has added: the note as it reads now, and the
 * deal's sheet as it stands now. The manager has the full review days again.
 */
export async function sendAgain(trx: Transaction<DB>, actor: { id: string }, input: { applicationId: string; note: string; seen?: number; now: Date }): Promise<Result<undefined, OwnError | NothingChanged>> {
  const { applicationId, seen, now } = input;
  const application = await own(trx, actor, applicationId);
  if (!application) return fail({ code: "not-found" });
  const note = input.note.trim().slice(0, MOST_NOTE);
  const sheet = application.sheetId === null ? await sheetOnDeal(trx, application.dealId, application.sheetKey) : await grown(trx, application);
  const changed = checkChange({ versions: sheet, note });
  if (!changed.ok) return changed;
  const gate = await stepGate(trx, application.enrolmentId, application.chapterSlug, "field-tracking");
  const moved = await moveApplication(trx, application, { act: "sent-again", actorId: actor.id, remark: note, dueAt: daysAfter(now, gate.reviewDays), now, ...(seen === undefined ? {} : { seen }) });
  if (!moved.ok) return moved;
  await trx
    .updateTable("field_application")
    .set({ note: note === "" ? null : note, sheet_id: sheet?.sheetId ?? null, version_before: sheet?.before ?? null, version_after: sheet?.after ?? null })
    .where("id", "=", applicationId)
    .execute();
  return ok();
}

/** The same sheet as before, from where this application began to where it stands now. */
async function grown(trx: Transaction<DB>, { sheetId, versionBefore }: ApplicationRow): Promise<{ sheetId: string; before: number; after: number } | null> {
  if (sheetId === null) return null;
  const { version } = await trx.selectFrom("sheet").select("version").where("id", "=", sheetId).executeTakeFirstOrThrow();
  return { sheetId, before: versionBefore ?? 0, after: version };
}

/** Takes an application back that was not confirmed: a slip, the wrong deal. It stays on record and counts for nothing. */
export async function removeApplication(trx: Transaction<DB>, actor: { id: string }, { applicationId, reason, now }: { applicationId: string; reason: string; now: Date }): Promise<Result<undefined, OwnError>> {
  const application = await own(trx, actor, applicationId);
  if (!application) return fail({ code: "not-found" });
  const moved = await moveApplication(trx, application, { act: "removed", actorId: actor.id, remark: reason, now });
  return moved.ok ? ok() : moved;
}
