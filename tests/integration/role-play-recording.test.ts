// Recordings of a round: agreed to by everybody, kept, read by whom they concern, gone when somebody says no or their time is over.
import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { actorOf } from "../factories/cohorts";
import { UPLOAD_RULES, wholeChecksum } from "~/platform/uploads";
import { deleteDueUploads, finishUpload, openUpload, putChunk } from "~/platform/uploads/index.server";
import { beginRecording, endConversation, giveConsent, mayReadRecording, recordingCompleted, roundPage, roundScreen, stopRecording } from "~/steps/role-play/index.server";
import { secondsInto } from "~/steps/role-play/recording";
import { minute, type PlayedRound, type RolePlayWorld, rolePlayWorld } from "../factories/role-play";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const WEBM = Buffer.concat([Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff", "hex"), randomBytes(5000)]);

let world: RolePlayWorld;
let round: PlayedRound;
const people = () => [round.salesperson, round.customer, ...round.observers];
const consent = (personId: string, agrees: boolean, now = minute(0)) => world.act((trx) => giveConsent(trx, { id: personId }, { roundId: round.roundId, agrees, now }));
const begin = (personId = round.observers[0]!.personId, now = minute(1)) => world.act((trx) => beginRecording(trx, { id: personId }, { roundId: round.roundId, name: "round.webm", now }));

/** Records, sends and closes. */
async function record(): Promise<string> {
  const begun = await begin();
  if (!begun.ok) throw new Error(begun.error.code);
  const { uploadId } = begun.value;
  const own = { uploadId, ownerId: round.observers[0]!.personId, now: minute(6) };
  const sha256 = createHash("sha256").update(WEBM).digest("hex");
  await world.well((trx) => putChunk(trx, { ...own, position: 0, bytes: WEBM, sha256 }));
  await world.well((trx) => stopRecording(trx, { id: own.ownerId }, { roundId: round.roundId, uploadId, now: minute(7) }));
  const checksum = await wholeChecksum([sha256]);
  await world.act(async (trx) => {
    const finished = await finishUpload(trx, { ...own, size: WEBM.length, checksum });
    if (!finished.ok) throw new Error(finished.error.code);
    await recordingCompleted(trx, finished.value, minute(8));
  });
  return uploadId;
}

beforeEach(async () => {
  world = await rolePlayWorld(t.db);
  await world.open();
  [round] = (await world.start(minute(0))) as [PlayedRound];
});

describe("agreeing", () => {
  test("everybody in the round, or nothing is recorded", async () => {
    expect(await begin()).toMatchObject({ error: { code: "no-consent" } });
    for (const person of people().slice(1)) await consent(person.personId, true);
    expect(await begin()).toMatchObject({ error: { code: "no-consent" } });
    const screen = await roundScreen(t.db, { id: round.customer.personId }, { roundId: round.roundId, locale: "zh", now: minute(1) });
    expect(screen!.consent).toMatchObject({ state: "asking", mine: true, missing: [expect.any(String)] });
    await consent(round.salesperson.personId, true);
    expect(await begin()).toMatchObject({ ok: true });
  });

  test("one no is enough, and takes back what was recorded", async () => {
    for (const person of people()) await consent(person.personId, true);
    const uploadId = await record();
    expect(await openUpload(t.db, uploadId)).toBeDefined();
    expect(await consent(round.salesperson.personId, false, minute(20))).toEqual({ ok: true, value: { deleted: 1 } });
    expect(await openUpload(t.db, uploadId)).toBeUndefined();
    expect(await t.db.selectFrom("upload_chunk").select("position").where("upload_id", "=", uploadId).execute()).toEqual([]);
    expect((await t.db.selectFrom("upload").select("deleted_because").where("id", "=", uploadId).executeTakeFirstOrThrow()).deleted_because).toBe("withdrawn");
    expect(await begin()).toMatchObject({ error: { code: "no-consent" } });
    await expect(t.db.deleteFrom("role_play_consent").where("round_id", "=", round.roundId).execute()).rejects.toThrow("append-only");
  });

  test("only while the conversation goes on, by one of those in it, one at a time", async () => {
    for (const person of people()) await consent(person.personId, true);
    const stranger = (await world.cohort.enrol(1))[0]!;
    expect(await begin(stranger.personId)).toMatchObject({ error: { code: "unknown-round" } });
    expect(await consent(stranger.personId, true)).toMatchObject({ error: { code: "unknown-round" } });
    expect(await begin()).toMatchObject({ ok: true });
    expect(await begin(round.customer.personId)).toMatchObject({ error: { code: "recorded-already" } });
    await world.well((trx) => endConversation(trx, { id: round.customer.personId }, { roundId: round.roundId, now: minute(8) }));
    expect(await begin()).toMatchObject({ error: { code: "wrong-state" } });
  });
});

describe("reading", () => {
  test("those in the round and the cohort's instructors, and nobody else", async () => {
    for (const person of people()) await consent(person.personId, true);
    const upload = (await openUpload(t.db, await record()))!;
    const outsider = (await world.cohort.enrol(1))[0]!;
    const other = await rolePlayWorld(t.db);
    const may = async (personId: string) => mayReadRecording(t.db, await actorOf(t.db, personId), upload);
    await t.db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", [...people(), outsider].map((one) => one.personId)).execute();
    for (const person of people()) expect(await may(person.personId)).toBe(true);
    expect(await may(world.instructor.id)).toBe(true);
    expect(await may(outsider.personId)).toBe(false);
    expect(await may(other.instructor.id)).toBe(false);
    expect(await may(world.cohort.people.admin.id)).toBe(false);
  });

  test("marks stand on its timeline, and it goes when its time is over", async () => {
    for (const person of people()) await consent(person.personId, true);
    const uploadId = await record();
    await world.mark(round, { count: 1, now: minute(4), handIn: false });
    const page = (await roundPage(t.db, { cohortId: world.cohort.id, roundId: round.roundId, locale: "zh" }))!;
    const [recording] = page.recordings;
    expect(recording).toMatchObject({ uploadId, state: "ready", mediaType: "video/webm", startedAt: minute(1).toISOString(), stoppedAt: minute(7).toISOString() });
    const timeline = { startedAt: new Date(recording!.startedAt), stoppedAt: new Date(recording!.stoppedAt!) };
    expect(secondsInto(timeline, new Date(page.sheets[0]!.marks[0]!.at))).toBe(180);
    expect([secondsInto(timeline, minute(0)), secondsInto(timeline, minute(60))]).toEqual([0, 360]);
    const end = new Date(minute(6).getTime() + (UPLOAD_RULES["role-play-recording"].retentionDays + 1) * 86_400_000);
    await world.act((trx) => deleteDueUploads(trx, { now: end, limit: 1000 }));
    expect((await roundPage(t.db, { cohortId: world.cohort.id, roundId: round.roundId, locale: "zh" }))!.recordings).toMatchObject([{ state: "gone" }]);
  });
});
