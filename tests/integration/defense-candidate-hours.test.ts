// Candidates say when they can defend, before they were told a slot, and the schedule keeps to it.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { answerAsCandidate, askEverybody, cancelDay, candidateDay, dropOut, ownDefense, proposeSchedule, removeCandidate, repairDay, planRepair, rescheduleDay, setAvailability } from "~/steps/defense/index.server";
import { isOpenToAnswer } from "~/steps/defense";
import { parseHours } from "~/routes/teach/defense/hours-form.server";
import { DAY_BEGINS, dayMinute, defenseDayWorld, type DefenseDayWorld, PLANNED_AT } from "../factories/defense-days";
import { type Learner } from "../factories/cohorts";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const now = PLANNED_AT;
const span = (from: number, to: number) => ({ startsAt: dayMinute(from), endsAt: dayMinute(to) });
const answer = (world: DefenseDayWorld, personId: string, free: { startsAt: Date; endsAt: Date }[] | null, more: { dayId?: string; now?: Date } = {}) =>
  world.act((trx) => answerAsCandidate(trx, { id: personId }, { dayId: world.key.dayId, free, now, ...more }));
const own = (world: DefenseDayWorld, { personId, enrolmentId }: Learner) => ownDefense(t.db, { personId, enrolmentId, chapterSlug: world.chapters[0]!, locale: "zh", now });

test("a candidate's hours are read on the clock of their own zone, and no slot lies outside of them", async () => {
  const world = await defenseDayWorld(t.db, { learners: 3, examiners: 6 });
  const [learner] = world.cohort.learners;
  const form = new FormData();
  // Eight in Berlin is two in the afternoon in Shanghai.
  for (const [name, value] of [["free", "some"], ["from0", "08:00"], ["to0", "08:30"]] as const) form.set(name, value);
  const line = await candidateDay(t.db, learner!.personId, world.key.dayId);
  const hours = parseHours(form, line!.day, "Europe/Berlin");
  expect(hours).toEqual({ ok: true, value: [{ startsAt: new Date("2026-04-10T06:00:00Z"), endsAt: new Date("2026-04-10T06:30:00Z") }] });
  expect(await answer(world, learner!.personId, hours.ok ? hours.value : null)).toEqual({ ok: true, value: undefined });
  expect(await world.well((trx) => proposeSchedule(trx, { ...world.key, now }))).toEqual({ placed: 3, unplaced: 0 });
  const slot = await world.slotFor(learner!);
  expect(slot.startsAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2026-04-10T06:00:00Z"));
  expect(slot.endsAt.getTime()).toBeLessThanOrEqual(Date.parse("2026-04-10T06:30:00Z"));
});

test("whose hours hold no whole defense, or no panel, has no slot, with the reason", async () => {
  const world = await defenseDayWorld(t.db, { learners: 3, examiners: 4 });
  const [brief, alone, easy] = world.cohort.learners;
  for (const { id } of world.examiners) await world.well((trx) => setAvailability(trx, { ...world.key, personId: id, free: [span(0, 180)], now }));
  await answer(world, brief!.personId, [span(0, 20)]);
  await answer(world, alone!.personId, [span(300, 420)]);
  await answer(world, easy!.personId, null);
  expect(await world.well((trx) => proposeSchedule(trx, { ...world.key, now }))).toEqual({ placed: 1, unplaced: 2 });
  const unplaced = new Map((await world.whole()).candidates.map(({ enrolmentId, unplaced: reason }) => [enrolmentId, reason]));
  expect([brief, alone, easy].map((learner) => unplaced.get(learner!.enrolmentId))).toEqual(["not-there", "no-examiners", null]);
});

test("hours that no longer suit a slot of the draft ask for a repair, which moves it into them", async () => {
  const world = await defenseDayWorld(t.db, { learners: 2, examiners: 6 });
  const [learner] = world.cohort.learners;
  await world.well((trx) => proposeSchedule(trx, { ...world.key, now }));
  await answer(world, learner!.personId, [span(420, 480)]);
  const plan = await planRepair(t.db, { ...world.key, out: null, now });
  if (!plan.ok) throw new Error(plan.error.code);
  await world.well((trx) => repairDay(trx, world.cohort.instructor, { ...world.key, out: null, digest: plan.value.digest, reason: "学员的时间变了", now }));
  expect((await world.slotFor(learner!)).startsAt.getTime()).toBeGreaterThanOrEqual(dayMinute(420).getTime());
});

test("a day that one is not on, another's day, and what lies outside of the day are refused", async () => {
  const world = await defenseDayWorld(t.db, { learners: 2 });
  const other = await defenseDayWorld(t.db, { learners: 1 });
  const [learner, gone] = world.cohort.learners;
  const unknown = { ok: false, error: { code: "unknown-day" } };
  expect(await answer(world, learner!.personId, null, { dayId: other.key.dayId })).toEqual(unknown);
  expect(await answer(world, learner!.personId, null, { dayId: randomUUID() })).toEqual(unknown);
  expect(await answer(world, world.examiners[0]!.id, null)).toEqual(unknown);
  expect(await answer(world, learner!.personId, [span(-120, -60)])).toEqual({ ok: false, error: { code: "outside-the-day" } });
  expect(await answer(world, learner!.personId, [span(60, 30)])).toEqual({ ok: false, error: { code: "outside-the-day" } });
  await world.well((trx) => removeCandidate(trx, { ...world.key, enrolmentId: gone!.enrolmentId }));
  expect(await answer(world, gone!.personId, null)).toEqual(unknown);
  await t.db.updateTable("enrolment").set({ left_at: now }).where("id", "=", learner!.enrolmentId).execute();
  expect(await answer(world, learner!.personId, null)).toEqual(unknown);
});

test("who was told a slot asks the instructor; who has none yet can still say; a day that has begun or is called off is closed", async () => {
  const world = await defenseDayWorld(t.db, { learners: 2, examiners: 4 });
  const [told, without] = world.cohort.learners;
  await answer(world, without!.personId, [span(0, 10)]);
  await world.publish();
  expect(await answer(world, told!.personId, null)).toEqual({ ok: false, error: { code: "wrong-state" } });
  expect(await answer(world, without!.personId, null)).toEqual({ ok: true, value: undefined });
  expect(await answer(world, without!.personId, null, { now: DAY_BEGINS })).toEqual({ ok: false, error: { code: "wrong-state" } });
  expect((await own(world, told!)).asked).toEqual([]);
  expect((await own(world, without!)).asked).toMatchObject([{ free: null, answeredAt: now, told: false }]);
  await world.well((trx) => cancelDay(trx, world.cohort.instructor, { ...world.key, reason: "台风", now }, world.post));
  expect(await answer(world, without!.personId, null)).toEqual({ ok: false, error: { code: "unknown-day" } });
  expect((await own(world, without!)).asked).toEqual([]);
});

test("candidates are asked by letter until they answer; a day that moves asks them again", async () => {
  const world = await defenseDayWorld(t.db, { learners: 2, examiners: 3 });
  const [one, two] = world.cohort.learners;
  await t.db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", [one!.personId, two!.personId]).execute();
  const ask = () => world.act((trx) => askEverybody(trx, world.key, world.post));
  const letters = async (email: string) => (await t.db.selectFrom("outbox_mail").select("subject").where("to_email", "=", email).orderBy("id").execute()).map(({ subject }) => subject);
  expect(await ask()).toBe(5);
  await answer(world, one!.personId, [span(0, 120)]);
  await world.act((trx) => dropOut(trx, { id: world.examiners[0]!.id, name: "考官" }, { dayId: world.key.dayId, reason: "出差", now }, world.post));
  expect(await ask()).toBe(3);
  expect(await letters(one!.email)).toEqual(["asked-candidate"]);
  expect(await letters(two!.email)).toEqual(["asked-candidate", "asked-candidate"]);
  await world.well((trx) => rescheduleDay(trx, world.cohort.instructor, { ...world.key, startsAt: new Date(DAY_BEGINS.getTime() + 86_400_000), reason: "场地有变", now }, world.post));
  expect(await candidateDay(t.db, one!.personId, world.key.dayId)).toMatchObject({ answeredAt: null, free: null });
});

test("a candidate has time until they were told, and until the day begins", () => {
  const day = { startsAt: DAY_BEGINS };
  const open = (state: "draft" | "published" | "closed" | "cancelled", told: boolean, at = now) => isOpenToAnswer({ day: { ...day, state }, told }, at);
  expect([open("draft", false), open("published", false), open("published", true), open("closed", false), open("cancelled", false), open("draft", false, DAY_BEGINS)]).toEqual([true, true, false, false, false, false]);
});
