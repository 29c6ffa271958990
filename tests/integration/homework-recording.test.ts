// Recordings made on the page of a homework: begun with consent, attached when whole, gone when it is taken back or its time is over.
import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { ownEnrolment } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { UPLOAD_RULES, wholeChecksum } from "~/platform/uploads";
import { deleteDueUploads, finishUpload, openUpload, putChunk } from "~/platform/uploads/index.server";
import { attachFile, beginFile, beginRecording, submissionPage, withdrawRecording, workPage } from "~/steps/homework/index.server";
import type { Learner } from "../factories/cohorts";
import { homeworkWorld, hours, T0, type HomeworkWorld } from "../factories/homework";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);
/** Sound as a browser's recorder writes it: WebM with one Opus track. */
const SOUND = Buffer.concat([Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff", "hex"), Buffer.from([0x86, 0x86]), Buffer.from("A_OPUS"), randomBytes(6000)]);

let world: HomeworkWorld;
let learner: Learner;
beforeEach(async () => {
  world = await homeworkWorld(t.db, { learners: 2, gate: { peerReviews: 0 } });
  learner = world.cohort.learners[0]!;
});

const begin = (more: { part?: string; agreed?: boolean; by?: Learner } = {}) =>
  run((trx) => beginRecording(trx, world.actor(more.by ?? learner), { ...world.of(learner), part: more.part ?? "tape", name: "2026-03-10 10-00.webm", agreed: more.agreed ?? true, now: T0 }));
const withdraw = (uploadId: string, by = learner, of = learner) => run((trx) => withdrawRecording(trx, world.actor(by), { ...world.of(of), uploadId, now: hours(5) }));
const consents = (uploadId: string) => t.db.selectFrom("homework_recording_consent").select(["person_id as person", "agrees", "at"]).where("upload_id", "=", uploadId).orderBy("id").execute();
const page = async () => workPage(t.db, (await ownEnrolment(t.db, learner.personId, learner.enrolmentId, world.chapterSlug))!, { locale: "zh", now: hours(1) });

/** Records, sends and closes. */
async function record(): Promise<string> {
  const begun = await begin();
  if (!begun.ok) throw new Error(begun.error.code);
  const own = { uploadId: begun.value.uploadId, ownerId: learner.personId, now: T0 };
  const sha256 = createHash("sha256").update(SOUND).digest("hex");
  expect(await run((trx) => putChunk(trx, { ...own, position: 0, bytes: SOUND, sha256 }))).toMatchObject({ ok: true });
  const checksum = await wholeChecksum([sha256]);
  await run(async (trx) => {
    const finished = await finishUpload(trx, { ...own, size: SOUND.length, checksum });
    if (!finished.ok) throw new Error(finished.error.code);
    await attachFile(trx, finished.value, T0);
  });
  return own.uploadId;
}

describe("recording", () => {
  test("asks for consent, writes it down, begins the step, and lies with its part once it is whole", async () => {
    expect(await begin({ agreed: false })).toMatchObject({ error: { code: "no-consent" } });
    expect(await world.state(learner)).toBe("available");
    const uploadId = await record();
    expect(await world.state(learner)).toBe("in-progress");
    expect(await consents(uploadId)).toEqual([{ person: learner.personId, agrees: true, at: T0 }]);
    expect(await page()).toMatchObject({ files: [{ part: "tape", uploadId, mediaType: "audio/webm", bytes: SOUND.length }], recordings: [{ uploadId, agreedAt: T0, deleteAfter: new Date(T0.getTime() + UPLOAD_RULES["homework-recording"].retentionDays * 86_400_000) }] });
    await expect(t.db.deleteFrom("homework_recording_consent").where("upload_id", "=", uploadId).execute()).rejects.toThrow("append-only");
    expect(await begin()).toMatchObject({ error: { code: "enough", most: 1 } });
  });

  test("goes only to a part that takes one, of one's own homework, while it is open", async () => {
    expect(await begin({ part: "file" })).toMatchObject({ error: { code: "no-such-part" } });
    expect(await begin({ part: "plan" })).toMatchObject({ error: { code: "no-such-part" } });
    expect(await begin({ by: world.cohort.learners[1]! })).toMatchObject({ error: { code: "not-found" } });
    expect(await run((trx) => beginFile(trx, world.actor(learner), { ...world.of(learner), part: "file", name: "a.webm", declaredBytes: null, now: T0 }))).toMatchObject({ error: { code: "no-such-part" } });
    await world.submitted(learner);
    expect(await begin()).toMatchObject({ error: { code: "not-open" } });
  });
});

describe("taking consent back", () => {
  test("deletes the recording at once, also where it is handed in; the version says that it is gone", async () => {
    const uploadId = await record();
    const submissionId = await world.submitted(learner, hours(1));
    const files = async () => (await submissionPage(t.db, { cohortId: world.cohort.id, submissionId, locale: "zh", now: hours(6) }))?.parts.find(({ id }) => id === "tape")?.files;
    expect(await files()).toMatchObject([{ uploadId, gone: false }]);
    expect(await withdraw(uploadId)).toEqual({ ok: true, value: undefined });
    expect(await files()).toMatchObject([{ uploadId, gone: true }]);
    expect(await openUpload(t.db, uploadId)).toBeUndefined();
    expect(await t.db.selectFrom("upload_chunk").select("position").where("upload_id", "=", uploadId).execute()).toEqual([]);
    expect((await consents(uploadId)).map(({ agrees }) => agrees)).toEqual([true, false]);
    expect(await world.state(learner)).toBe("awaiting-review");
    expect(await page()).toMatchObject({ recordings: [], files: [] });
    expect(await withdraw(uploadId)).toMatchObject({ error: { code: "not-found" } });
  });

  test("is the author's alone, and of nothing that was chosen as a file", async () => {
    const uploadId = await record();
    const other = world.cohort.learners[1]!;
    expect(await withdraw(uploadId, other)).toMatchObject({ error: { code: "not-found" } });
    expect(await withdraw(uploadId, other, other)).toMatchObject({ error: { code: "not-found" } });
    const chosen = await run((trx) => beginFile(trx, world.actor(learner), { ...world.of(learner), part: "file", name: "a.pdf", declaredBytes: 10, now: T0 }));
    expect(await withdraw(chosen.ok ? chosen.value.uploadId : "")).toMatchObject({ error: { code: "not-found" } });
  });
});

test("a recording goes when its time is over, and is named no longer", async () => {
  await record();
  await run((trx) => deleteDueUploads(trx, { now: new Date(T0.getTime() + (UPLOAD_RULES["homework-recording"].retentionDays + 1) * 86_400_000), limit: 10 }));
  expect(await page()).toMatchObject({ files: [], recordings: [] });
});
