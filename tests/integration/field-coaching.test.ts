// What manager and learner agree on, what a manager lets lie, meetings with their commitments, coaching notes.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { moveStage } from "~/deals/index.server";
import {
  addMinute, beginMeeting, checkpoints, coachedAmong, coachingCoverage, coachingPage, coachPage, confirmApplication, dealCard, endMeeting, followUp, logCoaching, lyingUses, makeCommitment, meetingPage, ownField, remindManagers, returnApplication, seeCoaching, sendAgain, settleCommitment,
  withdrawCoaching, writeCheckpoint, type NewCoachingNote, type Notice,
} from "~/steps/field-tracking/index.server";
import { DEALS_AT_FIRST, DEALS_PER_PAGE, urgency } from "~/steps/field-tracking/meeting";
import { seedScaleDeals } from "../../db/seed/scale-deals";
import { days, dayText, fieldWorld, type FieldWorld, T0 } from "../factories/field";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const log = { info: () => undefined } as never;

describe("the 30/60/90-day plan", () => {
  const plan = (world: FieldWorld, now: Date) => checkpoints(t.db, world.step, { timeZone: "Asia/Shanghai", now });
  const write = (world: FieldWorld, by: FieldWorld["actor"], more: object = {}) =>
    world.act((trx) => writeCheckpoint(trx, by, { ...world.step, day: 30, agreed: "四个角色见全", done: "见了三个", seen: 0, sign: false, now: days(30), ...more }));

  test("counts from the day the step opened, and says what is due", async () => {
    const world = await fieldWorld(t.db);
    expect((await plan(world, days(0)))?.map(({ day, on, state }) => [day, on, state])).toEqual([[30, dayText(30), "ahead"], [60, dayText(60), "ahead"], [90, dayText(90), "ahead"]]);
    expect((await plan(world, days(30)))?.[0]?.state).toBe("due");
    expect((await plan(world, days(34)))?.[0]).toMatchObject({ state: "overdue", daysOver: 4 });
    const due = await coachPage(t.db, world.manager, { page: 1, now: days(34) });
    expect(due.checkpoints.map(({ checkpoint }) => [checkpoint.day, checkpoint.state])).toEqual([[30, "overdue"]]);
    expect((await coachPage(t.db, world.stranger, { page: 1, now: days(34) })).checkpoints).toEqual([]);
  });

  test("both sign; what both signed stands, and a change takes back a signature for other words", async () => {
    const world = await fieldWorld(t.db);
    expect((await write(world, world.actor, { sign: true })).ok).toBe(true);
    expect((await write(world, world.manager, { seen: 1, done: "见了四个", sign: false })).ok).toBe(true);
    expect((await plan(world, days(30)))?.[0]).toMatchObject({ learnerSignedAt: null, managerSignedAt: null, done: "见了四个" });
    expect((await write(world, world.manager, { seen: 2, done: "见了四个", sign: true })).ok).toBe(true);
    expect((await plan(world, days(30)))?.[0]?.state).toBe("half-signed");
    expect((await write(world, world.actor, { seen: 3, done: "见了四个", sign: true })).ok).toBe(true);
    expect((await plan(world, days(40)))?.[0]).toMatchObject({ state: "signed", managerName: world.manager.name });
    expect(await write(world, world.actor, { seen: 4, done: "别的" })).toMatchObject({ error: { code: "signed-by-both" } });
    const events = await t.db.selectFrom("field_checkpoint_event").select(["kind", "party"]).where("enrolment_id", "=", world.learner.enrolmentId).orderBy("id").execute();
    expect(events.map(({ kind, party }) => `${party} ${kind}`)).toEqual(["learner written", "learner signed", "manager written", "manager signature-void", "manager signed", "learner signed"]);
  });

  test("who writes over what they have not seen is told what it says", async () => {
    const world = await fieldWorld(t.db);
    await write(world, world.actor, { done: "见了两个" });
    expect(await write(world, world.manager, { seen: 0, done: "别的" })).toMatchObject({ error: { code: "overtaken", done: "见了两个" } });
  });

  test("not too early, not empty, not another day, not by somebody else", async () => {
    const world = await fieldWorld(t.db);
    expect(await write(world, world.actor, { sign: true, now: days(10) })).toMatchObject({ error: { code: "too-early" } });
    expect(await write(world, world.actor, { sign: true, done: " " })).toMatchObject({ error: { code: "nothing-done" } });
    expect(await write(world, world.actor, { day: 45 })).toMatchObject({ error: { code: "not-found" } });
    for (const by of [world.stranger, world.executive]) expect(await write(world, by)).toMatchObject({ error: { code: "not-found" } });
    expect((await plan(world, days(30)))?.[0]).toMatchObject({ agreed: "", version: 0 });
  });
});

describe("what a manager lets lie", () => {
  const remind = (world: FieldWorld, now: Date, notices: Notice[] = []) =>
    world.act((trx) =>
      remindManagers(trx, {
        now,
        log,
        write: (notice) => {
          notices.push(notice);
          return { subject: notice.stage, body: notice.applications.map(({ learnerName }) => learnerName).join() };
        },
      }),
    );
  const told = (applicationId: string) => t.db.selectFrom("field_escalation").select(["stage", "person_id", "round"]).where("application_id", "=", applicationId).orderBy("stage", "desc").orderBy("id").execute();

  test("the manager is reminded at the deadline, those above after as many days again, each once", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    await remind(world, days(2.9));
    expect(await told(applicationId)).toEqual([]);
    await remind(world, days(3));
    await remind(world, days(4));
    expect(await told(applicationId)).toEqual([{ stage: "reminder", person_id: world.manager.id, round: 1 }]);
    const notices: Notice[] = [];
    await remind(world, days(6), notices);
    expect(await remind(world, days(9))).toBe(0);
    const above = (await told(applicationId)).filter(({ stage }) => stage === "escalation").map(({ person_id }) => person_id);
    expect(above).toContain(world.regional.id);
    expect(above).toContain(world.executive.id);
    expect(above).toContain(world.people.admin.id);
    expect(above).not.toContain(world.manager.id);
    expect(above).not.toContain(world.stranger.id);
    expect(notices.every(({ stage, applications }) => stage === "escalation" && applications.some((one) => one.applicationId === applicationId))).toBe(true);
    const mails = await t.db.selectFrom("outbox_mail").select("subject").where("to_email", "=", world.manager.email).execute();
    expect(mails.map(({ subject }) => subject)).toEqual(["reminder"]);
  });

  test("is listed for those above as long as it lies: who must answer, since when, who was told; and only of teams within reach", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    const listed = (teamIds: string[], now: Date) => lyingUses(t.db, teamIds, now);
    expect(await listed([world.teamId], days(2.9))).toEqual([]);
    expect(await listed([world.teamId], days(3.1))).toMatchObject([{ applicationId, managers: [{ id: world.manager.id }], remindedAt: null, escalatedAt: null, dueAt: days(3) }]);
    await remind(world, days(4));
    await remind(world, days(6));
    expect(await listed([world.teamId], days(7))).toMatchObject([{ remindedAt: days(4), escalatedAt: days(6) }]);
    expect(await listed([await world.people.team()], days(7))).toEqual([]);
    expect(await listed([], days(7))).toEqual([]);
    const answerable = async (actor: FieldWorld["actor"]) => [...(await coachedAmong(t.db, actor, [applicationId]))];
    expect(await answerable(world.manager)).toEqual([applicationId]);
    expect(await answerable(world.regional)).toEqual([applicationId]);
    for (const other of [world.stranger, world.executive, world.actor]) expect(await answerable(other)).toEqual([]);
    await world.act((trx) => returnApplication(trx, world.manager, { applicationId, remark: "补上客户原话", now: days(7) }));
    expect(await listed([world.teamId], days(8))).toEqual([]);
  });

  test("what was answered is nobody's any more; sent again it begins anew", async () => {
    const world = await fieldWorld(t.db);
    const applicationId = await world.logged();
    await remind(world, days(3));
    await world.act((trx) => returnApplication(trx, world.manager, { applicationId, remark: "补上客户原话", now: days(4) }));
    await remind(world, days(9));
    expect(await told(applicationId)).toHaveLength(1);
    await world.act((trx) => sendAgain(trx, world.actor, { applicationId, note: "他说：“先看停机记录。”", now: days(10) }));
    await remind(world, days(13));
    expect((await told(applicationId)).map(({ round }) => round)).toEqual([1, 2]);
  });
});

describe("the sales meeting", () => {
  const begin = async (world: FieldWorld, now: Date) => {
    const begun = await world.act((trx) => beginMeeting(trx, world.manager, { teamId: world.teamId, now }));
    if (!begun.ok) throw new Error(begun.error.code);
    return begun.value.meetingId;
  };
  const commit = (world: FieldWorld, meetingId: string, more: object = {}) =>
    world.act((trx) => makeCommitment(trx, world.manager, { meetingId, opId: randomUUID(), ownerId: world.learner.personId, dealId: world.dealId, body: "请发起者引见财务总监", dueOn: dayText(7), now: T0, ...more }));

  test("shows the funnel with age against deadlines, what is missing, what waits", async () => {
    const world = await fieldWorld(t.db);
    const sheetId = await world.sheet();
    const applicationId = await world.logged();
    const page = await meetingPage(t.db, world.manager, world.teamId, days(40));
    expect(page?.funnel.find(({ stage }) => stage === "find")).toMatchObject({ count: 1, sums: [{ minor: "168000000", currency: "CNY" }], late: 1, medianDays: 60 });
    const [line] = page?.deals ?? [];
    expect(line).toMatchObject({ daysInStage: 60, deadline: { by: "limit", over: 15 }, missingRoles: ["initiator", "designer", "decision-maker", "user"], nextActionOver: true });
    expect(line?.missingTools.map(({ en }) => en)).toEqual(["relationship-development", "pain-analysis"]);
    expect(line?.waiting.map(({ id, sheetId: on }) => [id, on])).toEqual([[applicationId, sheetId]]);
    expect((await meetingPage(t.db, world.regional, world.regionId, days(40)))?.deals).toHaveLength(1);
    for (const by of [world.stranger, world.actor, world.executive]) expect(await meetingPage(t.db, by, world.teamId, days(40))).toBeNull();
    await world.act((trx) => moveStage(trx, { dealId: world.dealId, stage: "qualify", on: dayText(30), actor: world.actor, now: days(40) }));
    const after = await meetingPage(t.db, world.manager, world.teamId, days(40));
    expect(after?.deals[0]).toMatchObject({ daysInStage: 10, deadline: { over: 0 } });
  });

  test("of very many deals it shows those that need it most, and each stage page by page in that order", async () => {
    const world = await fieldWorld(t.db);
    const sheetId = await world.sheet();
    await world.act((trx) => seedScaleDeals(trx, { personIds: [world.learner.personId], perPerson: 250, now: days(40) }));
    // One of them has its own deadline, in the roadbook on it.
    const { id: planned } = await t.db.selectFrom("deal").select("id").where("owner_id", "=", world.learner.personId).where("stage", "=", "clarify").orderBy("id").limit(1).executeTakeFirstOrThrow();
    const roadbook = { fields: {}, tables: { stages: [{ id: "clarify", cells: { deadline: dayText(5) } }] } };
    await t.sql`with copy as (
      insert into sheet (id, definition_key, definition_hash, title, locale, doc, content, created_at, changed_at) select gen_random_uuid(), 'deal-roadbook', definition_hash, title, locale, doc, ${JSON.stringify(roadbook)}::text::jsonb, now(), now() from sheet where id = ${sheetId} returning id
    ) insert into deal_sheet (deal_id, sheet_id, added_at) select ${planned}, id, now() from copy`;
    const open = await t.db.selectFrom("deal").select(["id", "stage"]).where("owner_id", "=", world.learner.personId).where("closed_on", "is", null).execute();
    expect(open.length).toBeGreaterThan(80);
    const first = await meetingPage(t.db, world.manager, world.teamId, days(40));
    const everything: string[] = [];
    for (const { stage, count, late } of first!.funnel) {
      const head = first!.deals.filter(({ deal }) => deal.stage === stage);
      expect(head).toHaveLength(Math.min(DEALS_AT_FIRST, count));
      const lines = [];
      for (let page = 1; lines.length < count; page += 1) {
        const shown = await meetingPage(t.db, world.manager, world.teamId, days(40), { stage, page });
        expect(shown!.deals).toHaveLength(Math.min(DEALS_PER_PAGE, count - lines.length));
        lines.push(...shown!.deals);
      }
      // The order, and the funnel's count of those late, are worked out by the database; what each card says, by the rules themselves.
      const needs = lines.map((line) => urgency({ overDays: line.deadline.over, missingRoles: line.missingRoles.length, missingSheets: line.missingTools.length, methodProblems: line.problemCount, nextActionOver: line.nextActionOver }));
      expect(needs).toEqual([...needs].sort((one, other) => other - one));
      expect(lines.filter(({ deadline }) => deadline.over > 0)).toHaveLength(late);
      expect(head.map(({ deal }) => deal.id)).toEqual(lines.slice(0, head.length).map(({ deal }) => deal.id));
      everything.push(...lines.map(({ deal }) => deal.id));
      const own = lines.find(({ deal }) => deal.id === planned);
      if (own) expect(own.deadline).toEqual({ on: dayText(5), by: "roadbook", over: 35 });
    }
    expect(everything.sort()).toEqual(open.map(({ id }) => id).sort());
    expect(everything).toContain(planned);
  });

  test("what is decided becomes a commitment and is carried until it is settled", async () => {
    const world = await fieldWorld(t.db);
    const first = await begin(world, T0);
    expect(await begin(world, T0)).toBe(first);
    await world.act((trx) => addMinute(trx, world.manager, { meetingId: first, dealId: world.dealId, body: "先补决策者", now: T0 }));
    const opId = randomUUID();
    const made = await commit(world, first, { opId });
    expect(await commit(world, first, { opId })).toEqual(made);
    if (!made.ok) throw new Error(made.error.code);
    const { commitmentId } = made.value;
    const now = await meetingPage(t.db, world.manager, world.teamId, T0);
    expect(now?.commitments).toMatchObject([{ body: "请发起者引见财务总监", isNew: true, carried: 0, look: "open" }]);
    expect(now?.deals[0]?.minutes.map(({ body }) => body)).toEqual(["先补决策者"]);
    await world.act((trx) => endMeeting(trx, world.manager, { meetingId: first, now: T0 }));

    await begin(world, days(8));
    const next = await meetingPage(t.db, world.manager, world.teamId, days(8));
    expect(next).toMatchObject({ previousOn: dayText(0), commitments: [{ id: commitmentId, isNew: false, carried: 1, look: "overdue", version: 1 }] });
    const settle = (by: FieldWorld["actor"], more: object) => world.act((trx) => settleCommitment(trx, by, { commitmentId, act: "done", now: days(8), ...more }));
    expect(await settle(world.stranger, {})).toMatchObject({ error: { code: "not-found" } });
    expect(await settle(world.manager, { act: "moved", dueOn: dayText(7) })).toMatchObject({ error: { code: "no-day" } });
    expect((await settle(world.manager, { act: "moved", dueOn: dayText(14), seen: 1, result: "总监出差" })).ok).toBe(true);
    expect(await settle(world.actor, { seen: 1 })).toMatchObject({ error: { code: "overtaken", by: world.manager.name } });
    expect((await settle(world.actor, { seen: 2, result: "见到了，他要三年现金流" })).ok).toBe(true);
    expect((await meetingPage(t.db, world.manager, world.teamId, days(8)))?.commitments).toMatchObject([{ look: "done", moved: 1, result: "见到了，他要三年现金流" }]);
    expect((await ownField(t.db, world.actor, days(8))).commitments).toHaveLength(1);
  });

  test("a commitment has somebody of the team and a day that is not past; only the team's leader writes", async () => {
    const world = await fieldWorld(t.db);
    const meetingId = await begin(world, T0);
    expect(await commit(world, meetingId, { ownerId: world.stranger.id })).toMatchObject({ error: { code: "not-in-team" } });
    expect(await commit(world, meetingId, { dueOn: dayText(-1) })).toMatchObject({ error: { code: "due-before-meeting" } });
    expect(await commit(world, meetingId, { body: "  " })).toMatchObject({ error: { code: "empty" } });
    expect(await commit(world, meetingId, { dealId: randomUUID() })).toMatchObject({ error: { code: "not-found" } });
    expect(await world.act((trx) => addMinute(trx, world.stranger, { meetingId, dealId: null, body: "x", now: T0 }))).toMatchObject({ error: { code: "not-found" } });
    expect(await world.act((trx) => beginMeeting(trx, world.executive, { teamId: world.teamId, now: T0 }))).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("coaching", () => {
  const note = (world: FieldWorld, more: Partial<NewCoachingNote> = {}, by = world.manager) =>
    world.act((trx) =>
      logCoaching(trx, by, {
        opId: randomUUID(), personId: world.learner.personId, dealId: world.dealId, observedOn: dayText(-1), followUpOn: dayText(10), occasion: "申科，厂长", ownView: "讲快了", agreed: "先问数字再讲方案",
        lines: [{ competency: "communication", level: 3, behaviour: "“上个月夜班单耗反超”", reaction: "放下手机" }, { competency: "communication", level: 1, behaviour: "讲了九分钟", reaction: "看表" }, { competency: "negotiation", level: 0, behaviour: "“我回去申请”", reaction: "又要一年维保" }],
        now: T0, ...more,
      }),
    );

  test("an observation counts for capability in the manager's eyes, once per skill, and the person reads it", async () => {
    const world = await fieldWorld(t.db);
    const opId = randomUUID();
    const made = await note(world, { opId });
    expect(await note(world, { opId })).toEqual(made);
    const lines = await t.db.selectFrom("capability_line as l").innerJoin("capability_entry as e", "e.id", "l.entry_id").select(["l.competency", "l.share", "e.view", "e.by_id"]).where("e.person_id", "=", world.learner.personId).orderBy("l.competency").execute();
    expect(lines).toEqual([{ competency: "communication", share: 2 / 3, view: "manager", by_id: world.manager.id }, { competency: "negotiation", share: 0, view: "manager", by_id: world.manager.id }]);
    const [seen] = (await ownField(t.db, world.actor, T0)).notes;
    expect(seen).toMatchObject({ agreed: "先问数字再讲方案", seenAt: null, due: "ahead" });
    expect(seen?.lines).toHaveLength(3);
    await world.act((trx) => seeCoaching(trx, world.actor, days(1)));
    expect((await coachingPage(t.db, world.manager, { personId: null, page: 1, now: days(1) })).notes[0]?.seenAt).toEqual(days(1));
  });

  test("a follow-up falls due, is done once, and shows in the coverage of the team", async () => {
    const world = await fieldWorld(t.db);
    const made = await note(world);
    if (!made.ok) throw new Error(made.error.code);
    const { noteId } = made.value;
    expect((await coachPage(t.db, world.manager, { page: 1, now: days(11) })).followUps.map((one) => one.noteId)).toEqual([noteId]);
    const span = { from: days(-30), to: days(20) };
    expect(await coachingCoverage(t.db, [world.teamId], span)).toEqual([{ teamId: world.teamId, people: 1, coached: 1, notes: 1, judged: 0, overdueFollowUps: 1 }]);
    const follow = (by: FieldWorld["actor"]) => world.act((trx) => followUp(trx, by, { noteId, state: "partly", note: "问了一次", now: days(11) }));
    expect(await follow(world.stranger)).toMatchObject({ error: { code: "not-found" } });
    expect((await follow(world.regional)).ok).toBe(true);
    expect(await follow(world.manager)).toMatchObject({ error: { code: "followed-already" } });
    expect((await coachPage(t.db, world.manager, { page: 1, now: days(12) })).followUps).toEqual([]);
    expect(await coachingCoverage(t.db, [world.teamId], span)).toMatchObject([{ overdueFollowUps: 0 }]);
  });

  test("a note taken back is gone from everybody's pages and from the capability", async () => {
    const world = await fieldWorld(t.db);
    const made = await note(world);
    if (!made.ok) throw new Error(made.error.code);
    const withdraw = (by: FieldWorld["actor"], reason = "记错了人") => world.act((trx) => withdrawCoaching(trx, by, { noteId: made.value.noteId, reason, now: days(1) }));
    expect(await withdraw(world.manager, " ")).toMatchObject({ error: { code: "no-reason" } });
    expect(await withdraw(world.regional)).toMatchObject({ error: { code: "not-found" } });
    expect((await withdraw(world.manager)).ok).toBe(true);
    expect((await ownField(t.db, world.actor, days(1))).notes).toEqual([]);
    const entry = await t.db.selectFrom("capability_entry").select("retracted").where("person_id", "=", world.learner.personId).orderBy("id", "desc").executeTakeFirst();
    expect(entry).toEqual({ retracted: true });
  });

  test("only of people one coaches, never of oneself, with days that make sense", async () => {
    const world = await fieldWorld(t.db);
    expect(await note(world, {}, world.stranger)).toMatchObject({ error: { code: "not-found" } });
    expect(await note(world, { personId: world.manager.id })).toMatchObject({ error: { code: "not-found" } });
    expect(await note(world, { dealId: randomUUID() })).toMatchObject({ error: { code: "not-found" } });
    expect(await note(world, { observedOn: dayText(3) })).toMatchObject({ error: { code: "future" } });
    expect(await note(world, { followUpOn: dayText(-1) })).toMatchObject({ error: { code: "follow-up-too-early" } });
    expect(await note(world, { lines: [] })).toMatchObject({ error: { code: "no-lines" } });
  });
});

test("the card before a meeting: who is missing, what was found; for the learner and who coaches them only", async () => {
  const world = await fieldWorld(t.db);
  const sheetId = await world.sheet();
  await world.fill(sheetId, "潘玉清");
  const card = (by: FieldWorld["actor"]) => dealCard(t.db, by, world.dealId, { locale: "zh", now: days(40) });
  const own = await card(world.actor);
  expect(own).toMatchObject({ missing: ["initiator", "designer", "decision-maker", "user"], deadline: { over: 15 } });
  expect(own?.next.every((one) => one.sheetId === sheetId)).toBe(true);
  expect(await card(world.manager)).not.toBeNull();
  expect(await card(world.stranger)).toBeNull();
});

test("applications that wait are in the manager's list, the oldest deadline first, without people of other teams", async () => {
  const world = await fieldWorld(t.db);
  const first = await world.logged();
  const second = await world.logged({ now: days(1) });
  const page = await coachPage(t.db, world.manager, { page: 1, now: days(3.5) });
  expect(page.waiting.map(({ id, late }) => [id, late])).toEqual([[first, true], [second, false]]);
  expect(page).toMatchObject({ total: 2, late: 1 });
  expect(page.teams.map(({ id }) => id)).toEqual([world.teamId]);
  expect((await coachPage(t.db, world.stranger, { page: 1, now: T0 })).total).toBe(0);
  await world.act((trx) => confirmApplication(trx, world.manager, { applicationId: first, level: 1, now: days(4) }));
  expect((await coachPage(t.db, world.manager, { page: 1, now: days(4) })).total).toBe(1);
});
