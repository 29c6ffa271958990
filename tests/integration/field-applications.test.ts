// Uses of tools on deals: logged once however often sent, confirmed or returned, and what the step makes of it.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createDeal } from "~/deals/index.server";
import { confirmApplication, removeApplication, returnApplication, sendAgain, takeLog, withdrawConfirmation } from "~/steps/field-tracking/index.server";
import { applicationPage, applicationsOf, certifiedWithSheet, stepPage } from "~/steps/field-tracking/index.server";
import { days, dayText, fieldWorld, type FieldWorld, T0 } from "../factories/field";
import { useDatabase } from "../setup/database";

const t = useDatabase();

const confirm = (world: FieldWorld, applicationId: string, more: { level?: 1 | 2 | 3; seen?: number; by?: FieldWorld["manager"] } = {}) =>
  world.act((trx) => confirmApplication(trx, more.by ?? world.manager, { applicationId, level: more.level ?? 2, now: days(1), ...(more.seen === undefined ? {} : { seen: more.seen }) }));

describe("logging", () => {
  test("says what changed in the deal's sheet since the last time, from nothing at first", async () => {
    const world = await fieldWorld(t.db);
    const sheetId = await world.sheet();
    await world.fill(sheetId, "潘玉清");
    const first = await world.logged({ note: "" });
    await world.fill(sheetId, "骆启明");
    const second = await world.logged({ note: "" });
    const rows = await t.db.selectFrom("field_application").select(["id", "version_before", "version_after", "due_at", "state"]).where("id", "in", [first, second]).orderBy("version_after").execute();
    expect(rows.map(({ version_before, version_after }) => [version_before, version_after])).toEqual([[0, 2], [2, 3]]);
    expect(rows[0]?.due_at).toEqual(days(3));
    const page = await applicationPage(t.db, world.manager, second, T0);
    expect(page?.changes.map(({ row, after }) => [row, after])).toEqual([["骆启明", "骆启明"]]);
    expect(page?.application.cellsChanged).toBe(1);
    expect(page?.mayDecide).toBe(true);
  });

  test("takes nothing where neither the sheet nor a note says anything", async () => {
    const world = await fieldWorld(t.db);
    expect(await world.log({ note: " " })).toMatchObject({ error: { code: "nothing-changed" } });
    const sheetId = await world.sheet();
    await world.logged({ note: "" });
    expect(await world.log({ note: "" })).toMatchObject({ error: { code: "nothing-changed" } });
    await world.fill(sheetId, "潘玉清");
    expect((await world.log({ note: "" })).ok).toBe(true);
  });

  test("the same one sent twice, also at the same moment, is one", async () => {
    const world = await fieldWorld(t.db);
    const opId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => world.log({ opId })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const ids = new Set(answers.map((answer) => (answer.ok ? answer.value.applicationId : "")));
    expect(ids.size).toBe(1);
    expect(await applicationsOf(t.db, { personIds: [world.learner.personId] })).toHaveLength(1);
  });

  test("only one's own deal, a tool of the chapter, a day that can be", async () => {
    const [world, other] = [await fieldWorld(t.db), await fieldWorld(t.db)];
    expect(await world.log({ dealId: other.dealId })).toMatchObject({ error: { code: "no-such-deal" } });
    expect(await world.log({ sheetKey: other.tool })).toMatchObject({ error: { code: "unknown-tool" } });
    expect(await world.log({ usedOn: dayText(2) })).toMatchObject({ error: { code: "bad-day" } });
    expect(await world.log({ usedOn: dayText(-61) })).toMatchObject({ error: { code: "bad-day" } });
    expect(await world.log({ enrolmentId: other.learner.enrolmentId })).toMatchObject({ error: { code: "not-found" } });
    expect(await world.state()).toBe("available");
  });

  test("not before the step's date: nothing is left behind", async () => {
    const world = await fieldWorld(t.db);
    await t.db.updateTable("cohort_step").set({ opens_at: days(5) }).where("cohort_id", "=", world.cohort.id).where("step", "=", "field-tracking").execute();
    expect(await world.log()).toMatchObject({ error: { code: "step-closed", refusal: { code: "not-yet" } } });
    expect(await applicationsOf(t.db, { personIds: [world.learner.personId] })).toEqual([]);
  });

  test("a device's batch: each has a receipt, one that is refused keeps no other out", async () => {
    const world = await fieldWorld(t.db);
    const op = (more: object = {}) => ({ opId: randomUUID(), at: T0.toISOString(), dealId: world.dealId, sheetKey: world.tool, note: "问出了预算", usedOn: dayText(0), ...more });
    const ops = [op(), op({ dealId: randomUUID() }), op()];
    const answer = await takeLog(t.db, world.actor, world.step, ops, T0);
    expect(answer.ok && answer.value.receipts.map(({ outcome }) => outcome)).toEqual(["accepted", "no-such-deal", "accepted"]);
    expect(await takeLog(t.db, world.actor, world.step, ops, days(1))).toEqual(answer);
    expect(await applicationsOf(t.db, { personIds: [world.learner.personId] })).toHaveLength(2);
    expect(await takeLog(t.db, world.manager, world.step, [op()], T0)).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("the manager's word", () => {
  test("enough confirmed ones pass the step; the pipeline hears each turn of it", async () => {
    const world = await fieldWorld(t.db);
    const first = await world.logged();
    expect(await world.state()).toBe("in-progress");
    const second = await world.logged();
    expect(await world.state()).toBe("awaiting-review");
    expect((await confirm(world, first)).ok).toBe(true);
    expect(await world.state()).toBe("awaiting-review");
    expect((await confirm(world, second, { level: 3 })).ok).toBe(true);
    expect(await world.state()).toBe("passed");
    const page = await stepPage(t.db, world.actor, { ...world.step, personId: world.learner.personId, cohortId: world.cohort.id, cohortName: "", timeZone: "Asia/Shanghai", extraTimePercent: 0 }, days(1));
    expect(page).toMatchObject({ state: "passed", confirmed: 2, required: 2, waiting: 0 });
  });

  test("a return sends the step back to the learner, who adds to it and sends it again", async () => {
    const world = await fieldWorld(t.db);
    const [first, second] = [await world.logged(), await world.logged()];
    await confirm(world, first);
    const returned = await world.act((trx) => returnApplication(trx, world.manager, { applicationId: second, remark: "补上客户原话", now: days(1) }));
    expect(returned.ok).toBe(true);
    expect(await world.state()).toBe("in-progress");
    expect(await world.act((trx) => sendAgain(trx, world.manager, { applicationId: second, note: "x", now: days(2) }))).toMatchObject({ error: { code: "not-found" } });
    expect((await world.act((trx) => sendAgain(trx, world.actor, { applicationId: second, note: "他说：“回收期不能超过三年。”", now: days(2) }))).ok).toBe(true);
    expect(await world.state()).toBe("awaiting-review");
    const row = await t.db.selectFrom("field_application").select(["round", "due_at", "note"]).where("id", "=", second).executeTakeFirstOrThrow();
    expect(row).toEqual({ round: 2, due_at: days(5), note: "他说：“回收期不能超过三年。”" });
  });

  test("a confirmation is withdrawn with a reason: the step and the capability are recomputed, and the learner has it again", async () => {
    const world = await fieldWorld(t.db);
    const [first, second] = [await world.logged(), await world.logged()];
    await confirm(world, first);
    await confirm(world, second);
    const entries = () => t.db.selectFrom("capability_entry").select(["source_id", "retracted", "view"]).where("person_id", "=", world.learner.personId).orderBy("id").execute();
    expect((await entries()).map(({ source_id, view }) => [source_id, view])).toEqual([[first, "field"], [second, "field"]]);
    expect(await world.act((trx) => withdrawConfirmation(trx, world.manager, { applicationId: second, remark: " ", now: days(2) }))).toMatchObject({ error: { code: "no-remark" } });
    expect((await world.act((trx) => withdrawConfirmation(trx, world.manager, { applicationId: second, remark: "不是这个项目", now: days(2) }))).ok).toBe(true);
    expect(await world.state()).toBe("in-progress");
    expect((await entries()).at(-1)).toMatchObject({ source_id: second, retracted: true });
    await world.act((trx) => sendAgain(trx, world.actor, { applicationId: second, note: "换成二期项目的说明", now: days(3) }));
    await confirm(world, second);
    expect(await world.state()).toBe("passed");
  });

  test("what the instructor recorded stands, whatever becomes of the applications", async () => {
    const world = await fieldWorld(t.db);
    const first = await world.logged();
    await world.cohort.record(world.learner, ["field-tracking"], "passed", days(1));
    await world.act((trx) => returnApplication(trx, world.manager, { applicationId: first, remark: "补上客户原话", now: days(2) }));
    expect(await world.state()).toBe("passed");
  });

  test("of two who act on the same version one wins, and the other hears who", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    const seen = await world.version(applicationId);
    const answers = await Promise.all([confirm(world, applicationId, { seen }), confirm(world, applicationId, { seen, by: world.regional, level: 1 })]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const lost = answers.find((answer) => !answer.ok);
    expect(lost).toMatchObject({ error: { code: "overtaken", state: "confirmed" } });
    expect(await confirm(world, applicationId)).toMatchObject({ error: { code: "wrong-state" } });
  });

  test("whoever does not coach the learner finds nothing; nor does the learner confirm their own", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    for (const by of [world.stranger, world.executive, world.actor, world.people.admin]) expect(await confirm(world, applicationId, { by })).toMatchObject({ error: { code: "not-found" } });
    expect(await confirm(world, randomUUID())).toMatchObject({ error: { code: "not-found" } });
    expect(await applicationPage(t.db, world.stranger, applicationId, T0)).toBeNull();
    expect((await confirm(world, applicationId, { by: world.regional })).ok).toBe(true);
  });

  test("the learner takes back what is not confirmed; the step follows", async () => {
    const world = await fieldWorld(t.db);
    const [first, second] = [await world.logged(), await world.logged()];
    const remove = (applicationId: string) => world.act((trx) => removeApplication(trx, world.actor, { applicationId, reason: "记错了", now: days(1) }));
    expect((await remove(second)).ok).toBe(true);
    expect(await world.state()).toBe("in-progress");
    expect((await remove(first)).ok).toBe(true);
    expect(await world.state()).toBe("available");
    expect(await remove(first)).toMatchObject({ error: { code: "not-found" } });
    const third = await world.logged();
    await confirm(world, third);
    expect(await remove(third)).toMatchObject({ error: { code: "wrong-state" } });
  });

  test("the ledger of what happened cannot be changed", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    await expect(t.db.updateTable("field_application_event").set({ remark: "x" }).where("application_id", "=", applicationId).execute()).rejects.toThrow();
    await expect(t.db.deleteFrom("field_application_event").where("application_id", "=", applicationId).execute()).rejects.toThrow();
  });
});

test("certified people with a sheet on an open deal within 30 days: yes, no, and not over yet", async () => {
  const world = await fieldWorld(t.db);
  await t.db.updateTable("chapter").set({ definition: JSON.stringify({ omits: ["preview", "quiz", "lecture", "group-work", "role-play", "homework"] }) as never }).where("slug", "=", world.chapterSlug).execute();
  const [late] = await world.cohort.enrol(1, { teamId: world.teamId, now: T0 });
  if (!late) throw new Error("expected a learner");
  const record = (learner: typeof late, now: Date) => world.cohort.record(learner, ["defense"], "passed", now);
  await record(late, days(0));
  const at = (now: Date) => certifiedWithSheet(t.db, { teamIds: [world.teamId], from: days(-1), to: days(100), now });
  expect((await at(days(29))).map(({ within }) => within)).toEqual(["open"]);
  expect((await at(days(31))).map(({ within }) => within)).toEqual(["no"]);
  const made = await world.act((trx) => createDeal(trx, { title: "二期", account: { name: "澄湖" }, amountMinor: "100", currency: "CNY", expectedClose: null, stage: "find", since: dayText(-20), actor: { ...world.actor, id: late.personId }, now: T0 }));
  if (!made.ok) throw new Error(made.error.code);
  const sheetId = await world.sheet();
  await t.db.updateTable("deal_sheet").set({ deal_id: made.value.dealId, added_at: days(12) }).where("sheet_id", "=", sheetId).execute();
  expect(await at(days(31))).toMatchObject([{ personId: late.personId, teamId: world.teamId, within: "yes", sheetAt: days(12) }]);
});
