// Defense days: planning, proposing, moving by hand, publishing, drop-outs, repairs, and who may be examined.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DAY_STATES, SLOT_STATES, UNPLACED_REASONS } from "~/steps/defense";
import {
  addCandidates,
  addExaminer,
  cancelDay,
  changeDay,
  closeDay,
  describeExaminer,
  dropOut,
  findDay,
  holdSlot,
  moveSlot,
  newSlotAfterFail,
  openDefenses,
  panelOf,
  planDay,
  planRepair,
  proposeSchedule,
  publishDay,
  recordNoShow,
  removeCandidate,
  removeExaminer,
  repairDay,
  replaceExaminer,
  rescheduleDay,
  setAvailability,
  setCandidateTimes,
  setChair,
  slotOf,
} from "~/steps/defense/index.server";
import { dayMinute, defenseDayWorld, type DefenseDayWorld, PLANNED_AT } from "../factories/defense-days";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const now = PLANNED_AT;

const lettersTo = async (email: string): Promise<string[]> => (await t.db.selectFrom("outbox_mail").select("subject").where("to_email", "=", email).orderBy("id").execute()).map(({ subject }) => subject);

/** Everybody of the cohort can read letters. */
async function awaken(world: DefenseDayWorld): Promise<void> {
  await t.db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", world.cohort.learners.map(({ personId }) => personId)).execute();
}

describe("planning", () => {
  test("a day begins with everybody who has something to defend, and asks for the panel of the gate", async () => {
    const world = await defenseDayWorld(t.db, { learners: 3 });
    const [first, second, third] = world.cohort.learners;
    await world.cohort.record(first!, ["defense"]);
    await world.cohort.record(second!, ["defense"], "failed");
    const key = await world.plan();
    const whole = await world.whole(key);
    expect(whole.candidates.map(({ enrolmentId }) => enrolmentId).sort()).toEqual([second!.enrolmentId, third!.enrolmentId].sort());
    expect(whole.day).toMatchObject({ state: "draft", panelSize: 3, chapters: world.chapters, timeZone: "Asia/Shanghai" });
    expect(whole.examiners).toHaveLength(5);
  });

  test("who still has homework is no candidate", async () => {
    const world = await defenseDayWorld(t.db, { learners: 1 });
    await t.db.updateTable("progress").set({ state: "locked", waiting_for: "previous-step" }).where("enrolment_id", "=", world.cohort.learners[0]!.enrolmentId).where("step", "=", "defense").execute();
    expect(await openDefenses(t.db, world.cohort.id, world.chapters)).toEqual(new Map());
    expect(await world.act((trx) => addCandidates(trx, { ...world.key, enrolmentIds: [world.cohort.learners[0]!.enrolmentId], now }))).toMatchObject({ error: { code: "nothing-to-defend" } });
  });

  test.each([
    ["ends-before-start", { endsAt: dayMinute(-5) }],
    ["no-places", { places: [] }],
    ["same-places", { places: [{ name: "A", link: null }, { name: "A", link: null }] }],
    ["break-outside", { breaks: [{ startsAt: dayMinute(-10), endsAt: dayMinute(10) }] }],
    ["too-short", { endsAt: dayMinute(20), breaks: [] }],
    ["no-chapters", { chapterSlugs: [] }],
    ["unknown-chapter", { chapterSlugs: ["99-elsewhere"] }],
    ["unknown-examiner", { examinerIds: [randomUUID()] }],
    ["unknown-cohort", { cohortId: randomUUID() }],
  ])("refuses %s", async (code, changes) => {
    const world = await defenseDayWorld(t.db, { learners: 1 });
    const whole = await world.whole();
    const plan = { ...whole.day, cohortId: world.cohort.id, breaks: [], places: [{ name: "A", link: null }], chapterSlugs: world.chapters, examinerIds: [], enrolmentIds: null, now };
    expect(await world.act((trx) => planDay(trx, world.cohort.instructor, { ...plan, ...changes }))).toEqual({ ok: false, error: { code } });
  });

  test("a change of the times drops the schedule of a draft, a change of the title keeps it", async () => {
    const world = await defenseDayWorld(t.db);
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    const { day, breaks, places } = await world.whole();
    const plan = { ...day, ...world.key, breaks, places, chapterSlugs: day.chapters };
    expect(await world.well((trx) => changeDay(trx, { ...plan, title: "新的名字" }))).toEqual({ dropped: 0 });
    expect(await world.well((trx) => changeDay(trx, { ...plan, questionMinutes: 12 }))).toEqual({ dropped: 4 });
    await world.publish();
    expect(await world.act((trx) => changeDay(trx, { ...plan }))).toMatchObject({ error: { code: "wrong-state" } });
  });

  test("a day of another cohort is not there", async () => {
    const world = await defenseDayWorld(t.db);
    const foreign = { ...world.key, cohortId: (await defenseDayWorld(t.db)).cohort.id };
    expect(await findDay(t.db, foreign)).toBeUndefined();
    expect(await world.act((trx) => proposeSchedule(trx, { ...foreign, now }))).toMatchObject({ error: { code: "unknown-day" } });
    expect(await world.act((trx) => cancelDay(trx, world.cohort.instructor, { ...foreign, reason: "x", now }, world.post))).toMatchObject({ error: { code: "unknown-day" } });
    expect(await planRepair(t.db, { ...foreign, out: null, now })).toMatchObject({ error: { code: "unknown-day" } });
  });
});

describe("a proposal", () => {
  test("gives everybody a slot with a whole panel and a chair, inside the day and outside the break", async () => {
    const world = await defenseDayWorld(t.db, { learners: 7, examiners: 6 });
    expect(await world.well((trx) => proposeSchedule(trx, { ...world.key, now }))).toEqual({ placed: 7, unplaced: 0 });
    for (const slot of await world.slots()) {
      expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(25 * 60_000);
      expect(slot.endsAt <= dayMinute(180) || slot.startsAt >= dayMinute(240)).toBe(true);
      expect(slot.panel).toHaveLength(3);
      expect(slot.panel.map(({ chair }) => chair)).toEqual([true, false, false]);
      expect(slot.chapters).toEqual(world.chapters);
    }
  });

  test("heeds when people are free in their own zones, and what they have on another day at that time", async () => {
    const world = await defenseDayWorld(t.db, { learners: 4, examiners: 3 });
    const [busy] = world.examiners;
    // Free from half past one in the afternoon in Shanghai, given as an instant by somebody in Berlin.
    await world.well((trx) => setAvailability(trx, { ...world.key, personId: busy!.id, free: [{ startsAt: new Date("2026-04-10T07:30:00+02:00"), endsAt: new Date("2026-04-10T11:00:00+02:00") }], now }));
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    for (const { startsAt } of await world.slots()) expect(startsAt.getTime()).toBeGreaterThanOrEqual(new Date("2026-04-10T05:30:00Z").getTime());

    const other = await world.plan();
    await world.well((trx) => proposeSchedule(trx, { ...other, now }));
    const taken = (await world.slots()).map(({ startsAt }) => startsAt.getTime());
    for (const { startsAt } of await world.slots(other)) expect(taken).not.toContain(startsAt.getTime());
  });

  test("keeps the own manager off the panel, and flags where there is no other way", async () => {
    const world = await defenseDayWorld(t.db, { learners: 0, examiners: 3 });
    const teamId = await world.cohort.people.team();
    const [manager] = world.examiners;
    await t.db.insertInto("role_grant").values({ person_id: manager!.id, role: "manager", scope_kind: "team", team_id: teamId, cohort_id: null, granted_by: null, revoked_at: null, revoked_by: null }).execute();
    await world.cohort.enrol(1, { teamId });
    const scarce = await world.plan();
    await world.publish(scarce);
    expect((await world.slots(scarce))[0]?.panel.filter(({ ownManager }) => ownManager)).toEqual([expect.objectContaining({ personId: manager!.id })]);

    const more = await world.cohort.people.person({ roles: [["examiner"]] });
    const enough = await world.plan({ examinerIds: [...world.examiners.map(({ id }) => id), more.id], startsAt: dayMinute(600), endsAt: dayMinute(900), breaks: [] });
    await world.publish(enough);
    expect((await world.slots(enough))[0]?.panel.map(({ personId }) => personId)).not.toContain(manager!.id);
  });

  test("covers every chapter of a candidate, and says who cannot be placed and why", async () => {
    const world = await defenseDayWorld(t.db, { learners: 3, chapters: 2, examiners: 4 });
    for (const { id } of world.examiners.slice(1)) await world.well((trx) => describeExaminer(trx, { ...world.key, personId: id, mayChair: true, chapters: [world.chapters[0]!] }));
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    for (const { panel, chapters } of await world.slots()) {
      expect(chapters).toEqual([...world.chapters].sort());
      expect(panel.map(({ personId }) => personId)).toContain(world.examiners[0]!.id);
    }
    await world.well((trx) => describeExaminer(trx, { ...world.key, personId: world.examiners[0]!.id, mayChair: true, chapters: [world.chapters[0]!] }));
    expect(await world.well((trx) => proposeSchedule(trx, { ...world.key, now }))).toEqual({ placed: 0, unplaced: 3 });
    expect((await world.whole()).candidates.map(({ unplaced }) => unplaced)).toEqual(["chapters-uncovered", "chapters-uncovered", "chapters-uncovered"]);
  });

  test("a candidate with little time comes in it; one who is never there is named", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2 });
    const [short, away] = world.cohort.learners;
    await world.well((trx) => setCandidateTimes(trx, { ...world.key, enrolmentId: short!.enrolmentId, free: [{ startsAt: dayMinute(60), endsAt: dayMinute(85) }], now }));
    await world.well((trx) => setCandidateTimes(trx, { ...world.key, enrolmentId: away!.enrolmentId, free: [{ startsAt: dayMinute(0), endsAt: dayMinute(10) }], now }));
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    expect((await world.slotFor(short!)).startsAt).toEqual(dayMinute(60));
    expect((await world.whole()).candidates.find(({ enrolmentId }) => enrolmentId === away!.enrolmentId)?.unplaced).toBe("not-there");
  });
});

describe("by hand", () => {
  test("a slot moves with its panel, stays put in later proposals, and rules that it would break are named", async () => {
    const world = await defenseDayWorld(t.db, { learners: 4, examiners: 6 });
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    const [learner, other] = world.cohort.learners;
    const before = await world.slotFor(learner!);
    const move = { ...world.key, enrolmentId: learner!.enrolmentId, startsAt: dayMinute(390), placeId: before.placeId, panel: "keep" as const, swap: false, now };
    await world.well((trx) => moveSlot(trx, move));
    const moved = await world.slotFor(learner!);
    expect(moved).toMatchObject({ id: before.id, startsAt: move.startsAt, pinned: true, sequence: before.sequence + 1 });
    expect(moved.panel).toEqual(before.panel);
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    expect((await world.slotFor(learner!)).startsAt).toEqual(move.startsAt);

    const taken = await world.slotFor(other!);
    const onto = { ...move, startsAt: taken.startsAt, placeId: taken.placeId };
    expect(await world.act((trx) => moveSlot(trx, onto))).toMatchObject({ error: { code: "conflicts", conflicts: expect.arrayContaining([expect.objectContaining({ code: "place-taken" })]) as unknown } });
    await world.well((trx) => moveSlot(trx, { ...onto, swap: true, panel: "keep" }));
    expect((await world.slotFor(other!)).startsAt).toEqual(move.startsAt);
    expect(await world.act((trx) => moveSlot(trx, { ...move, startsAt: dayMinute(3) }))).toMatchObject({ error: { code: "unknown-time" } });
    expect(await world.act((trx) => moveSlot(trx, { ...move, placeId: randomUUID() }))).toMatchObject({ error: { code: "unknown-time" } });
  });

  test("a seat on a panel and the chair change hands; who sits elsewhere then cannot take it", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2, examiners: 6, day: { endsAt: dayMinute(25), breaks: [] } });
    await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
    const [one, two] = await world.slots();
    const slot = { ...world.key, slotId: one!.id, now };
    const seat = one!.panel[1]!.personId;
    expect(await world.act((trx) => replaceExaminer(trx, { ...slot, leaving: seat, joining: two!.panel[1]!.personId, reason: "x" }))).toMatchObject({ error: { code: "conflicts", conflicts: [{ code: "examiner-twice", examinerId: two!.panel[1]!.personId }] } });
    const spare = await world.cohort.people.person({ roles: [["examiner"]] });
    expect(await world.act((trx) => replaceExaminer(trx, { ...slot, leaving: seat, joining: spare.id, reason: "x" }))).toMatchObject({ error: { code: "unknown-examiner" } });
    await world.well((trx) => addExaminer(trx, { ...world.key, personId: spare.id, now }));
    await world.well((trx) => replaceExaminer(trx, { ...slot, leaving: seat, joining: spare.id, reason: "临时出差" }));
    await world.well((trx) => setChair(trx, { ...slot, chair: spare.id }));
    const panel = await panelOf(t.db, one!.id);
    expect(panel[0]).toMatchObject({ personId: spare.id, chair: true });
    expect(panel).toHaveLength(3);
    expect(await t.db.selectFrom("defense_panelist").select(["left_reason"]).where("slot_id", "=", one!.id).where("person_id", "=", seat).execute()).toEqual([{ left_reason: "临时出差" }]);
    expect(await world.act((trx) => setChair(trx, { ...slot, chair: seat }))).toMatchObject({ error: { code: "unknown-examiner" } });
    expect(await world.act((trx) => removeExaminer(trx, { ...world.key, personId: spare.id }))).toMatchObject({ error: { code: "still-on-panels", slots: 1 } });
    await world.well((trx) => removeExaminer(trx, { ...world.key, personId: seat }));
  });
});

describe("a published day", () => {
  test("tells candidates their slot and examiners their day, once", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2, examiners: 3 });
    await awaken(world);
    expect(await world.act((trx) => publishDay(trx, world.cohort.instructor, { ...world.key, now }, world.post))).toMatchObject({ error: { code: "nothing-planned" } });
    await world.publish();
    for (const { email } of [...world.cohort.learners]) expect(await lettersTo(email)).toEqual(["candidate planned"]);
    for (const { email } of world.examiners) expect(await lettersTo(email)).toEqual(["examiner planned"]);
    expect(await world.act((trx) => publishDay(trx, world.cohort.instructor, { ...world.key, now }, world.post))).toMatchObject({ error: { code: "wrong-state" } });
    expect(await world.act((trx) => proposeSchedule(trx, { ...world.key, now }))).toMatchObject({ error: { code: "wrong-state" } });
  });

  test("an examiner drops out: the repair is shown, changes only their panels, and tells only those concerned", async () => {
    const world = await defenseDayWorld(t.db, { learners: 6, examiners: 7 });
    await awaken(world);
    await world.publish();
    const before = await world.slots();
    const leaving = before[0]!.panel[1]!.personId;
    const hit = before.filter(({ panel }) => panel.some(({ personId }) => personId === leaving));
    const input = { ...world.key, out: { examiner: leaving }, now };
    const plan = await planRepair(t.db, input);
    if (!plan.ok) throw new Error(plan.error.code);
    expect(plan.value.changes).toHaveLength(hit.length);
    expect(plan.value.untouched).toBe(before.length - hit.length);
    expect(plan.value.changes.every(({ kind }) => kind === "panel")).toBe(true);
    expect(await world.slots()).toEqual(before);

    expect(await world.act((trx) => repairDay(trx, world.cohort.instructor, { ...input, digest: "something else", reason: "出差" }))).toMatchObject({ error: { code: "stale" } });
    const concerned = await world.well((trx) => repairDay(trx, world.cohort.instructor, { ...input, digest: plan.value.digest, reason: "出差" }));
    expect(concerned.candidates).toEqual([]);
    expect(concerned.examiners).toContain(leaving);
    const after = await world.slots();
    expect(after.map(({ id, startsAt, placeId }) => ({ id, startsAt, placeId }))).toEqual(before.map(({ id, startsAt, placeId }) => ({ id, startsAt, placeId })));
    expect(after.flatMap(({ panel }) => panel.map(({ personId }) => personId))).not.toContain(leaving);
    for (const { panel } of after) expect(panel.filter(({ chair }) => chair)).toHaveLength(1);
    expect((await world.whole()).examiners.find(({ personId }) => personId === leaving)).toMatchObject({ dropReason: "出差" });
  });

  test("an examiner says it themself: planners are told, seats stay until the repair", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2, examiners: 4 });
    await world.publish();
    const leaving = (await world.slots())[0]!.panel[0]!.personId;
    const actor = { id: leaving, name: "宋怀瑾" };
    expect(await world.act((trx) => dropOut(trx, actor, { dayId: world.key.dayId, reason: " ", now }, world.post))).toMatchObject({ error: { code: "reason-missing" } });
    expect(await world.act((trx) => dropOut(trx, { id: randomUUID(), name: "x" }, { dayId: world.key.dayId, reason: "x", now }, world.post))).toMatchObject({ error: { code: "unknown-day" } });
    await world.well((trx) => dropOut(trx, actor, { dayId: world.key.dayId, reason: "客户改期", now }, world.post));
    expect(await lettersTo(world.cohort.instructor.email)).toContain("dropped-out");
    expect((await world.slots())[0]!.panel.map(({ personId }) => personId)).toContain(leaving);
    const plan = await planRepair(t.db, { ...world.key, out: null, now });
    if (!plan.ok) throw new Error(plan.error.code);
    await world.well((trx) => repairDay(trx, world.cohort.instructor, { ...world.key, out: null, digest: plan.value.digest, reason: "客户改期", now }));
    expect((await world.slots()).flatMap(({ panel }) => panel.map(({ personId }) => personId))).not.toContain(leaving);
  });

  test("a candidate drops out: only their slot goes, and stays on record as cancelled", async () => {
    const world = await defenseDayWorld(t.db, { learners: 4 });
    await world.publish();
    const [leaving] = world.cohort.learners;
    const slot = await world.slotFor(leaving!);
    const before = (await world.slots()).filter(({ id }) => id !== slot.id);
    expect(await world.act((trx) => removeCandidate(trx, { ...world.key, enrolmentId: leaving!.enrolmentId }))).toMatchObject({ error: { code: "has-slot" } });
    const input = { ...world.key, out: { candidate: leaving!.enrolmentId }, now };
    const plan = await planRepair(t.db, input);
    if (!plan.ok) throw new Error(plan.error.code);
    expect(plan.value.changes).toMatchObject([{ kind: "taken-away" }]);
    await world.well((trx) => repairDay(trx, world.cohort.instructor, { ...input, digest: plan.value.digest, reason: "病假" }));
    expect(await world.slots()).toEqual(before);
    expect(await slotOf(t.db, slot.id)).toMatchObject({ state: "cancelled", cancelReason: "病假" });
  });

  test("a new slot after a fail, without moving anybody, for what is not passed", async () => {
    const world = await defenseDayWorld(t.db, { learners: 3, chapters: 2 });
    await world.publish();
    const [learner] = world.cohort.learners;
    const first = await world.slotFor(learner!);
    await world.well((trx) => holdSlot(trx, { slotId: first.id, now: first.endsAt }));
    await world.cohort.record(learner!, ["defense"]);
    const again = await world.plan({ startsAt: dayMinute(7 * 24 * 60), endsAt: dayMinute(7 * 24 * 60 + 300), breaks: [], enrolmentIds: [] });
    const concerned = await world.well((trx) => newSlotAfterFail(trx, { ...again, enrolmentId: learner!.enrolmentId, now: first.endsAt }));
    expect(concerned.candidates).toEqual([learner!.enrolmentId]);
    expect(await world.slotFor(learner!, again)).toMatchObject({ chapters: [world.chapters[1]] });
    await world.cohort.record({ ...learner!, enrolmentId: world.cohort.learners[1]!.enrolmentId }, ["defense"]);
    expect(await world.act((trx) => newSlotAfterFail(trx, { ...again, enrolmentId: randomUUID(), now }))).toMatchObject({ error: { code: "nothing-to-defend" } });
  });

  test("what is held or missed is history: it is not moved, cancelled or repaired, and the day closes after it", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2 });
    await world.publish();
    const [one, two] = await world.slots();
    expect(await world.act((trx) => recordNoShow(trx, { slotId: two!.id, now: new Date(two!.startsAt.getTime() - 1) }))).toMatchObject({ error: { code: "not-yet" } });
    await world.well((trx) => holdSlot(trx, { slotId: one!.id, now: one!.endsAt }));
    await world.well((trx) => holdSlot(trx, { slotId: one!.id, now: one!.endsAt }));
    expect(await world.act((trx) => recordNoShow(trx, { slotId: one!.id, now: one!.endsAt }))).toMatchObject({ error: { code: "wrong-state" } });
    expect(await world.act((trx) => cancelDay(trx, world.cohort.instructor, { ...world.key, reason: "x", now }, world.post))).toMatchObject({ error: { code: "already-held" } });
    expect(await world.act((trx) => moveSlot(trx, { ...world.key, enrolmentId: one!.enrolmentId, startsAt: dayMinute(240), placeId: one!.placeId, panel: "find", swap: false, now: one!.endsAt }))).toMatchObject({ error: { code: "has-begun" } });
    expect(await world.act((trx) => closeDay(trx, world.cohort.instructor, world.key))).toMatchObject({ error: { code: "still-open", slots: 1 } });
    await world.well((trx) => recordNoShow(trx, { slotId: two!.id, now: two!.startsAt }));
    await world.well((trx) => closeDay(trx, world.cohort.instructor, world.key));
    expect((await world.whole()).day.state).toBe("closed");
  });

  test("cancelled with a reason, everybody is told and nobody has a slot; moved, everything moves along", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2, examiners: 3 });
    await awaken(world);
    await world.publish();
    const before = await world.slots();
    const later = dayMinute(48 * 60);
    expect(await world.act((trx) => rescheduleDay(trx, world.cohort.instructor, { ...world.key, startsAt: new Date(now.getTime() - 1), reason: "x", now }, world.post))).toMatchObject({ error: { code: "in-the-past" } });
    await world.well((trx) => rescheduleDay(trx, world.cohort.instructor, { ...world.key, startsAt: later, reason: "台风", now }, world.post));
    expect((await world.slots()).map(({ startsAt }) => startsAt.getTime())).toEqual(before.map(({ startsAt }) => startsAt.getTime() + 48 * 3_600_000));
    expect((await world.whole()).breaks).toEqual([{ startsAt: dayMinute(51 * 60), endsAt: dayMinute(52 * 60) }]);
    expect(await lettersTo(world.examiners[0]!.email)).toEqual(["examiner planned", "examiner changed"]);
    expect(await world.act((trx) => cancelDay(trx, world.cohort.instructor, { ...world.key, reason: "  ", now }, world.post))).toMatchObject({ error: { code: "reason-missing" } });
    await world.well((trx) => cancelDay(trx, world.cohort.instructor, { ...world.key, reason: "管理层年会", now }, world.post));
    expect(await world.slots()).toEqual([]);
    expect(await lettersTo(world.cohort.learners[0]!.email)).toEqual(["candidate planned", "candidate changed", "candidate cancelled"]);
    expect(await lettersTo(world.examiners[0]!.email)).toEqual(["examiner planned", "examiner changed", "examiner cancelled"]);
  });
});

describe("the database", () => {
  test("refuses two defenses in one place at once, an examiner on two panels, and a second chair", async () => {
    const world = await defenseDayWorld(t.db, { learners: 2, examiners: 6, day: { endsAt: dayMinute(25), breaks: [] } });
    await world.publish();
    const [one, two] = await world.slots();
    const refused = (work: Promise<unknown>) => expect(work).rejects.toThrow(/defense_|conflicting|two panels|duplicate/);
    await refused(t.db.updateTable("defense_slot").set({ place_id: one!.placeId }).where("id", "=", two!.id).execute());
    await refused(t.db.insertInto("defense_panelist").values({ slot_id: two!.id, person_id: one!.panel[0]!.personId, joined_at: now }).execute());
    await refused(t.db.updateTable("defense_panelist").set({ chair: true }).where("slot_id", "=", one!.id).execute());
    const candidate = world.cohort.learners.find(({ enrolmentId }) => enrolmentId === one!.enrolmentId)!;
    await expect(t.db.insertInto("defense_panelist").values({ slot_id: one!.id, person_id: candidate.personId, joined_at: now }).execute()).rejects.toThrow("a candidate would examine themself");
  });

  test("knows the same states as the code", async () => {
    const rows = await t.sql<{ name: string; text: string }[]>`select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where conname in ('defense_day_state', 'defense_slot_state', 'defense_candidate_unplaced')`;
    const values = (name: string): string[] => [...(rows.find((row) => row.name === name)?.text ?? "").matchAll(/'([^']+)'::text/g)].map(([, value]) => value!);
    expect(values("defense_day_state")).toEqual([...DAY_STATES]);
    expect(values("defense_slot_state")).toEqual([...SLOT_STATES]);
    expect(values("defense_candidate_unplaced")).toEqual([...UNPLACED_REASONS]);
  });
});
