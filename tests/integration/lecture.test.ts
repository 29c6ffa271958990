import { sql } from "kysely";
import { expect, test } from "vitest";
import { ATTENDANCE_STATUSES, ATTENDANCE_WAYS } from "~/steps/lecture/attendance";
import { attendanceOfLearner, cancelSession, changeSession, checkIn, endSession, findSession, learnerLectures, nextSession, planSession, recordAttendance, sessionList, sessionPage, startSession } from "~/steps/lecture/index.server";
import { POLL_STATES } from "~/steps/lecture/poll";
import { SESSION_STATES } from "~/steps/lecture/session";
import { sessionCalendar } from "~/cohorts/index.server";
import { recordEvidence } from "~/pipeline/index.server";
import { takeCheckIn } from "~/routes/learn/lecture/take-check-in.server";
import { type LectureWorld, lectureWorld, minute } from "../factories/lecture";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const PHONE = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";

async function enter(world: LectureWorld, sessionId: string, learner: number, options: { now?: Date; code?: string; deviceId?: string } = {}) {
  const now = options.now ?? minute(2);
  const code = options.code ?? (await world.code(sessionId, now));
  return world.act((trx) => checkIn(trx, { id: world.people[learner]! }, { sessionId, code, deviceId: options.deviceId ?? `device-${learner}`, now }));
}

async function mark(world: LectureWorld, key: { cohortId: string; sessionId: string }, learner: number, status: (typeof ATTENDANCE_STATUSES)[number], reason: string | null = null, now = minute(200)) {
  return world.act((trx) => recordAttendance(trx, world.instructor, { ...key, entries: [{ enrolmentId: world.enrolments[learner]!, status }], reason, now }));
}

test("the CHECKs of the tables mirror the unions", async () => {
  const { rows } = await sql<{ name: string; definition: string }>`select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conname in ('lecture_session_state', 'attendance_status', 'attendance_how', 'lecture_poll_state')`.execute(t.db);
  const values = Object.fromEntries(rows.map(({ name, definition }) => [name, [...definition.matchAll(/'([a-z-]+)'/g)].map((match) => match[1])]));
  expect(values).toEqual({ lecture_session_state: [...SESSION_STATES], attendance_status: [...ATTENDANCE_STATUSES], attendance_how: [...ATTENDANCE_WAYS], lecture_poll_state: [...POLL_STATES] });
});

test("a plan that cannot be held is refused", async () => {
  const world = await lectureWorld(t.db);
  const plan = (more: object) => world.act((trx) => planSession(trx, world.instructor, { cohortId: world.cohortId, title: "课", place: "301", link: null, startsAt: minute(0), endsAt: minute(60), chapterSlugs: [world.chapter], now: minute(-60), ...more }));
  expect(await plan({ endsAt: minute(0) })).toMatchObject({ error: { code: "ends-before-start" } });
  expect(await plan({ endsAt: minute(60 * 24) })).toMatchObject({ error: { code: "too-long" } });
  expect(await plan({ place: null })).toMatchObject({ error: { code: "nowhere" } });
  expect(await plan({ chapterSlugs: [] })).toMatchObject({ error: { code: "no-chapters" } });
  expect(await plan({ chapterSlugs: ["03-build-trust"] })).toMatchObject({ error: { code: "unknown-chapter" } });
  expect(await plan({})).toMatchObject({ ok: true });
});

test("a learner checks in with the code on the wall, and the step is passed for every chapter covered", async () => {
  const world = await lectureWorld(t.db, { chapters: 2 });
  const key = await world.plan();
  expect(await enter(world, key.sessionId, 0)).toMatchObject({ value: { status: "present", already: false, flagged: false } });
  const chapters = (await findSession(t.db, key))!.chapters;
  expect(await Promise.all(chapters.map((slug) => world.step(0, slug)))).toEqual(["passed", "passed"]);
  expect(await enter(world, key.sessionId, 0, { code: "000000" })).toMatchObject({ value: { already: true } });
  expect(await world.step(1)).not.toBe("passed");
});

test("a code is taken in its window and the next, and the class must be open", async () => {
  const world = await lectureWorld(t.db, { learners: 4 });
  const { sessionId } = await world.plan();
  const code = await world.code(sessionId, minute(0));
  const later = (seconds: number) => new Date(minute(0).getTime() + seconds * 1000);
  expect(await enter(world, sessionId, 0, { code, now: later(19) })).toMatchObject({ ok: true });
  expect(await enter(world, sessionId, 1, { code, now: later(39) })).toMatchObject({ ok: true });
  expect(await enter(world, sessionId, 2, { code, now: later(40) })).toMatchObject({ error: { code: "wrong-code" } });
  expect(await enter(world, sessionId, 2, { now: minute(-31) })).toMatchObject({ error: { code: "not-open" } });
  expect(await enter(world, sessionId, 2, { now: minute(181) })).toMatchObject({ error: { code: "not-open" } });
  expect(await enter(world, sessionId, 2, { now: minute(-29) })).toMatchObject({ ok: true });
});

test("after too many wrong codes even the right one waits, and the others are not kept out", async () => {
  const world = await lectureWorld(t.db);
  const { sessionId } = await world.plan();
  const attempt = (learner: number, code: string, now: Date) => takeCheckIn(t.db, { personId: world.people[learner]!, sessionId, code, deviceId: PHONE, now });
  for (let tries = 0; tries < 10; tries++) expect(await attempt(0, "abcdef", minute(1))).toMatchObject({ error: { code: "wrong-code" } });
  const right = await world.code(sessionId, minute(1));
  expect(await attempt(0, right, minute(1))).toMatchObject({ error: { code: "too-many-tries" } });
  expect(await attempt(1, right, minute(1))).toMatchObject({ ok: true });
  expect(await attempt(0, await world.code(sessionId, minute(25)), minute(25))).toMatchObject({ ok: true });
});

test("a second learner on the same device is taken and flagged; the instructor's word clears it", async () => {
  const world = await lectureWorld(t.db);
  const key = await world.plan();
  await enter(world, key.sessionId, 0, { deviceId: PHONE });
  expect(await enter(world, key.sessionId, 1, { deviceId: PHONE })).toMatchObject({ value: { status: "present", flagged: true } });
  expect(await world.latest(key.sessionId, 1)).toMatchObject({ flagged: "shared-device" });
  const shared = async () => (await sessionPage(t.db, key, minute(3)))!.roll.map((line) => line.sharesDeviceWith);
  expect(await shared()).toEqual([["学员2"], ["学员1"]]);
  await mark(world, key, 1, "absent", null, minute(5));
  expect(await shared()).toEqual([[], []]);
  expect(await world.step(1)).not.toBe("passed");
  // The code does not overrule the instructor.
  expect(await enter(world, key.sessionId, 1, { deviceId: OTHER })).toMatchObject({ value: { status: "absent", already: true } });
});

test("who comes after the gate's minutes is late, and the gate says what that counts", async () => {
  for (const [lateCountsAsPresent, state] of [[true, "passed"], [false, "failed"]] as const) {
    const world = await lectureWorld(t.db, { learners: 1, gate: { lateAfterMinutes: 15, lateCountsAsPresent } });
    const key = await world.plan();
    await world.act((trx) => startSession(trx, { ...key, now: minute(5) }));
    expect(await enter(world, key.sessionId, 0, { now: minute(21) })).toMatchObject({ value: { status: "late" } });
    await world.act((trx) => endSession(trx, world.instructor, { ...key, now: minute(180) }));
    expect(await world.step(0)).toBe(state);
  }
});

test("ending a class marks who is missing as absent, once, and fails their step without taking the way to a make-up", async () => {
  const world = await lectureWorld(t.db, { learners: 3 });
  const key = await world.plan();
  await world.act((trx) => startSession(trx, { ...key, now: minute(0) }));
  await enter(world, key.sessionId, 0);
  await mark(world, key, 1, "excused", "发烧", minute(10));
  expect(await world.act((trx) => endSession(trx, world.instructor, { ...key, now: minute(180) }))).toMatchObject({ value: { absent: 1 } });
  expect(await world.latest(key.sessionId, 2)).toMatchObject({ status: "absent", how: "ending" });
  expect([await world.step(0), await world.step(1), await world.step(2)]).toEqual(["passed", "failed", "failed"]);
  expect(await world.act((trx) => endSession(trx, world.instructor, { ...key, now: minute(181) }))).toMatchObject({ error: { code: "wrong-state" } });
  expect(await mark(world, key, 2, "make-up")).toMatchObject({ error: { code: "reason-missing" } });
  expect(await mark(world, key, 2, "make-up", "补听录音并讲了一遍")).toMatchObject({ ok: true });
  expect(await world.step(2)).toBe("passed");
});

test("correcting attendance recomputes the gate, and nothing earned later is lost", async () => {
  const world = await lectureWorld(t.db, { learners: 1 });
  const key = await world.plan();
  await enter(world, key.sessionId, 0);
  await world.act((trx) => endSession(trx, world.instructor, { ...key, now: minute(180) }));
  const report = { enrolmentId: world.enrolments[0]!, chapterSlug: world.chapter, actorId: null, now: minute(190) };
  await world.act((trx) => recordEvidence(trx, { ...report, step: "group-work", outcome: "passed", evidence: { kind: "sheet", id: "s1" } }));
  expect(await world.step(0)).toBe("passed");
  expect(await mark(world, key, 0, "absent")).toMatchObject({ error: { code: "reason-missing" } });
  await mark(world, key, 0, "absent", "签到后就离开了");
  expect(await world.step(0)).toBe("failed");
  await mark(world, key, 0, "present", "记错了人");
  expect(await world.step(0)).toBe("passed");
  const rows = await t.db.selectFrom("progress").select(["step", "state"]).where("enrolment_id", "=", world.enrolments[0]!).where("step", "in", ["lecture", "group-work"]).orderBy("step").execute();
  expect(rows).toEqual([{ step: "group-work", state: "passed" }, { step: "lecture", state: "passed" }]);
  const evidence = await t.db.selectFrom("progress_event").select(["kind", "to_state"]).where("enrolment_id", "=", world.enrolments[0]!).where("evidence_kind", "=", "attendance").orderBy("seq").execute();
  expect(evidence.map((event) => event.to_state)).toEqual(["passed", "failed", "passed"]);
  const [session] = await attendanceOfLearner(t.db, { enrolmentId: world.enrolments[0]!, cohortId: world.cohortId, chapterSlug: world.chapter });
  expect(session!.history.map((entry) => [entry.status, entry.how, entry.reason])).toEqual([["present", "code", null], ["absent", "roll", "签到后就离开了"], ["present", "roll", "记错了人"]]);
});

test("a second class covers the chapter again: one attended is enough", async () => {
  const world = await lectureWorld(t.db, { learners: 1 });
  const first = await world.plan();
  const second = await world.plan({ startsAt: minute(10_000), endsAt: minute(10_060) });
  await world.act((trx) => startSession(trx, { ...first, now: minute(0) }));
  await world.act((trx) => endSession(trx, world.instructor, { ...first, now: minute(180) }));
  expect(await world.step(0)).toBe("failed");
  expect(await nextSession(t.db, { enrolmentId: world.enrolments[0]!, chapterSlug: world.chapter, now: minute(200) })).toMatchObject({ id: second.sessionId });
  await enter(world, second.sessionId, 0, { now: minute(10_001) });
  expect(await world.step(0)).toBe("passed");
  await mark(world, second, 0, "absent", null, minute(10_010));
  expect(await world.step(0)).toBe("failed");
});

test("a cancelled class counts for nothing and cannot be begun", async () => {
  const world = await lectureWorld(t.db, { learners: 1 });
  const key = await world.plan();
  await enter(world, key.sessionId, 0, { now: minute(-10) });
  expect(await world.step(0)).toBe("passed");
  await world.act((trx) => cancelSession(trx, world.instructor, { ...key, now: minute(-5) }));
  expect(await world.step(0)).not.toBe("passed");
  expect(await world.act((trx) => startSession(trx, { ...key, now: minute(0) }))).toMatchObject({ error: { code: "wrong-state" } });
  expect(await mark(world, key, 0, "present")).toMatchObject({ error: { code: "wrong-state" } });
});

test("changing the chapters of a class moves what it counts for", async () => {
  const world = await lectureWorld(t.db, { learners: 1, chapters: 2 });
  const [one, two] = (await sessionList(t.db, world.cohortId))!.chapters.map((chapter) => chapter.slug) as [string, string];
  const key = await world.plan({ chapterSlugs: [one] });
  await enter(world, key.sessionId, 0);
  expect([await world.step(0, one), await world.step(0, two)]).toEqual(["passed", expect.not.stringMatching("passed")]);
  const change = (more: object) => world.act((trx) => changeSession(trx, world.instructor, { ...key, title: "新标题", place: "301 教室", link: null, startsAt: minute(0), endsAt: minute(180), chapterSlugs: [two], now: minute(3), ...more }));
  expect(await change({})).toMatchObject({ value: { tell: false } });
  expect([await world.step(0, one), await world.step(0, two)]).toEqual([expect.not.stringMatching("passed"), "passed"]);
  expect(await change({ place: "502 教室" })).toMatchObject({ value: { tell: true } });
});

test("another cohort's sessions, learners and pages are not found", async () => {
  const [mine, theirs] = [await lectureWorld(t.db), await lectureWorld(t.db)];
  const key = await theirs.plan();
  const crossed = { cohortId: mine.cohortId, sessionId: key.sessionId };
  expect(await sessionPage(t.db, crossed, minute(0))).toBeUndefined();
  expect(await mine.act((trx) => startSession(trx, { ...crossed, now: minute(0) }))).toMatchObject({ error: { code: "unknown-session" } });
  expect(await mark(mine, crossed, 0, "present")).toMatchObject({ error: { code: "unknown-session" } });
  const foreign = await theirs.act((trx) => recordAttendance(trx, theirs.instructor, { ...key, entries: [{ enrolmentId: mine.enrolments[0]!, status: "present" }], now: minute(1) }));
  expect(foreign).toMatchObject({ error: { code: "unknown-learner" } });
  const code = await theirs.code(key.sessionId, minute(1));
  expect(await theirs.act((trx) => checkIn(trx, { id: mine.people[0]! }, { sessionId: key.sessionId, code, deviceId: PHONE, now: minute(1) }))).toMatchObject({ error: { code: "unknown-session" } });
  expect(await learnerLectures(t.db, { enrolmentId: mine.enrolments[0]!, cohortId: mine.cohortId, chapterSlug: mine.chapter, now: minute(0) })).toEqual([]);
});

test("the ledger of attendance cannot be changed", async () => {
  const world = await lectureWorld(t.db);
  const { sessionId } = await world.plan();
  await enter(world, sessionId, 0);
  await expect(t.db.updateTable("attendance").set({ status: "absent" }).where("session_id", "=", sessionId).execute()).rejects.toThrow("append-only");
  await expect(t.db.deleteFrom("attendance").where("session_id", "=", sessionId).execute()).rejects.toThrow("append-only");
});

test("the calendar file has zone, stable id and a sequence that counts changes", async () => {
  const world = await lectureWorld(t.db);
  const key = await world.plan();
  const entry = async () => {
    const session = (await findSession(t.db, key))!;
    return { ...session, cancelled: session.state === "cancelled" };
  };
  const file = async () => sessionCalendar(await entry(), { calendar: "路书", description: "第 1 章" }, { origin: "https://roadbook.test", path: "/x", now: minute(-100) });
  const first = await file();
  expect(first).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Shanghai/);
  expect(first).toContain("DTSTART;TZID=Asia/Shanghai:20260310T140000");
  expect(first).toContain("DTEND;TZID=Asia/Shanghai:20260310T170000");
  expect(first).toContain(`UID:${key.sessionId}@roadbook`);
  expect(first).toContain("SEQUENCE:0");
  expect(first).toContain("STATUS:CONFIRMED");
  await world.act((trx) => changeSession(trx, world.instructor, { ...key, title: "课", place: null, link: "https://meet.test/1", startsAt: minute(60), endsAt: minute(120), chapterSlugs: [world.chapter], now: minute(-90) }));
  await world.act((trx) => cancelSession(trx, world.instructor, { ...key, now: minute(-80) }));
  const second = await file();
  expect(first).toContain("DTSTAMP:20260310T042000Z");
  for (const line of ["SEQUENCE:2", "STATUS:CANCELLED", "METHOD:CANCEL", `UID:${key.sessionId}@roadbook`, "DTSTART;TZID=Asia/Shanghai:20260310T150000"]) expect(second).toContain(line);
});
