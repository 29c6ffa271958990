/** Recordings of rounds: begun by somebody in it once everybody agreed, kept as uploads, read by the round's people and the cohort's staff. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { beginUpload, type BeginError, type CompleteUpload, type OpenUpload } from "~/platform/uploads/index.server";
import type { UploadStatus } from "~/platform/uploads";
import { announce } from "./announce.server";
import { loadConsents } from "./consent.server";
import { ownPart } from "./own-part.server";
import { consentState } from "./recording";
import { findRound, lockRound } from "./rows.server";
import { roundAdmits } from "./round";

export type RecordingError = { code: "unknown-round" } | { code: "wrong-state" } | { code: "no-consent" } | { code: "recorded-already"; by: string } | BeginError;

/** Begins a recording at `now`, the first moment of its timeline. One at a time, and only while the conversation goes on. */
export async function beginRecording(trx: Transaction<DB>, actor: { id: string }, input: { roundId: string; name: string; now: Date }): Promise<Result<UploadStatus, RecordingError>> {
  const part = await ownPart(trx, actor.id, input.roundId);
  const round = part && (await lockRound(trx, input.roundId));
  if (!part || !round) return fail({ code: "unknown-round" });
  if (!roundAdmits(round.state, "record")) return fail({ code: "wrong-state" });
  if (consentState(await loadConsents(trx, round)) !== "agreed") return fail({ code: "no-consent" });
  const other = await openRecording(trx, round.id);
  if (other && other.personId !== actor.id) return fail({ code: "recorded-already", by: other.name });
  const begun = await beginUpload(trx, { kind: "role-play-recording", subjectId: round.id, ownerId: actor.id, name: input.name, declaredBytes: null, now: input.now });
  if (!begun.ok) return begun;
  await trx.insertInto("role_play_recording").values({ upload_id: begun.value.uploadId, round_id: round.id, recorded_by: part.enrolmentId, started_at: input.now }).execute();
  await announce(trx, round.sessionId);
  return begun;
}

/** The recorder has stopped; the rest of the bytes may still be on their way. */
export async function stopRecording(trx: Transaction<DB>, actor: { id: string }, input: { roundId: string; uploadId: string; now: Date }): Promise<Result<undefined, { code: "unknown-round" }>> {
  const part = await ownPart(trx, actor.id, input.roundId);
  if (!part) return fail({ code: "unknown-round" });
  await trx
    .updateTable("role_play_recording")
    .set({ stopped_at: input.now })
    .where("upload_id", "=", input.uploadId)
    .where("round_id", "=", input.roundId)
    .where("recorded_by", "=", part.enrolmentId)
    .where("stopped_at", "is", null)
    .execute();
  await announce(trx, part.sessionId);
  return ok();
}

/** Somebody of the round is recording it now. */
async function openRecording(db: Kysely<DB>, roundId: string): Promise<{ personId: string; name: string } | undefined> {
  return db
    .selectFrom("role_play_recording as c")
    .innerJoin("enrolment as e", "e.id", "c.recorded_by")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["p.id as personId", "p.name"])
    .where("c.round_id", "=", roundId)
    .where("c.stopped_at", "is", null)
    .where("c.withdrawn_at", "is", null)
    .executeTakeFirst();
}

/** Hears that a recording is whole: tells the windows of its session. A recording that was cut off has stopped now. */
export async function recordingCompleted(trx: Transaction<DB>, upload: CompleteUpload, now: Date): Promise<void> {
  const round = await findRound(trx, upload.subjectId);
  if (!round) return;
  await trx.updateTable("role_play_recording").set({ stopped_at: now }).where("upload_id", "=", upload.uploadId).where("stopped_at", "is", null).execute();
  await announce(trx, round.sessionId);
}

/** Whether somebody may see a recording: who was in the round, and who may see the cohort's evidence. */
export async function mayReadRecording(db: Kysely<DB>, actor: Actor, upload: Pick<OpenUpload, "subjectId">): Promise<boolean> {
  if (await ownPart(db, actor.id, upload.subjectId)) return true;
  const round = await findRound(db, upload.subjectId);
  const cohort = round && (await db.selectFrom("cohort").select("team_id").where("id", "=", round.cohortId).executeTakeFirst());
  return cohort !== undefined && holds(actor, "cohort:teach", { kind: "cohort", cohortId: round?.cohortId ?? "", teamId: cohort.team_id });
}

/** A recording as pages show it. */
export interface ShownRecording {
  uploadId: string;
  by: string;
  startedAt: Date;
  stoppedAt: Date | null;
  /** `on-its-way`: not whole yet; `gone`: deleted at the end of its time, or taken back. */
  state: "recording" | "on-its-way" | "ready" | "gone";
  mediaType: string | null;
  deleteAfter: Date;
}

/** The recordings of a round, by time. */
export async function recordingsOf(db: Kysely<DB>, roundId: string): Promise<ShownRecording[]> {
  const rows = await db
    .selectFrom("role_play_recording as c")
    .innerJoin("upload as u", "u.id", "c.upload_id")
    .innerJoin("enrolment as e", "e.id", "c.recorded_by")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["u.id as uploadId", "u.state", "u.media_type as mediaType", "u.delete_after as deleteAfter", "c.started_at as startedAt", "c.stopped_at as stoppedAt", "p.name as by"])
    .where("c.round_id", "=", roundId)
    .orderBy("c.started_at")
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: state === "deleted" ? "gone" : state === "complete" ? "ready" : row.stoppedAt === null ? "recording" : "on-its-way" }));
}
