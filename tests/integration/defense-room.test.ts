// The defense room: from the first minute to the last signature, and everything that can go otherwise.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isoDay } from "~/i18n/dates";
import { chairPosition, criterionPositions, promptPosition } from "~/steps/defense";
import {
  agreeLevel,
  beginDefense,
  closeScoring,
  conditionPage,
  decideVerdict,
  dismissExaminer,
  excuseSigner,
  feedbackPage,
  lockedScores,
  lockScores,
  moveDefense,
  openConditions,
  ownDefense,
  passChair,
  recordPage,
  reopenVerdict,
  reviseScore,
  roomPage,
  saveForm,
  saveSheet,
  settleCondition,
  signedVerdicts,
  signVerdict,
} from "~/steps/defense/index.server";
import { type DefenseRoomWorld, defenseRoomWorld } from "../factories/defense-room";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const SAME = [2, 2, 2, 2, 2, 2];
const APART = [0, 2, 2, 2, 2, 3];
const ALL = [SAME, SAME, SAME];
const code = (result: { ok: boolean; error?: { code: string } }): string | null => (result.ok ? null : (result.error?.code ?? null));

async function scoring(): Promise<DefenseRoomWorld> {
  const world = await defenseRoomWorld(t.db);
  await world.begin();
  await world.toScoring();
  return world;
}

test("a defense from the talk to the last signature moves the road, the ledger and the statistics", async () => {
  const world = await defenseRoomWorld(t.db);
  await world.begin();
  expect(await world.state()).toBe("in-progress");
  await world.toScoring();
  expect(await world.state()).toBe("awaiting-review");
  await world.scoreAll([SAME, APART, SAME]);
  // One criterion lies two levels apart and must be talked about.
  expect(code(await world.act((trx) => decideVerdict(trx, world.chair, { slotId: world.slotId, outcome: "pass", condition: null, now: world.at(23) })))).toBe("strengths-missing");
  await expect(world.decide("pass")).rejects.toThrow("not-agreed");
  const [, second] = world.panel;
  await world.well((trx) => reviseScore(trx, second!, { slotId: world.slotId, chapterSlug: world.chapter, criterionId: "people", level: 1, reason: "后来说到了", now: world.at(21) }));
  await world.agree("people", 2);
  await world.decide("pass");
  expect(await world.state()).toBe("awaiting-review");
  await world.sign(world.chair);
  await world.sign(second!);
  expect(await world.sign(world.panel[2]!)).toBe("signed");
  expect(await world.state()).toBe("passed");

  const scores = await lockedScores(t.db, { from: world.at(-60), to: world.at(60), cohortIds: [world.cohort.id] });
  expect(scores).toHaveLength(18);
  const changed = scores.find(({ examinerId, criterionId }) => examinerId === second!.id && criterionId === "people");
  expect(changed).toMatchObject({ slotId: world.slotId, level: 0, revised: 1, agreed: 2, range: 3 });
  expect(scores.filter(({ revised }) => revised !== null)).toHaveLength(1);
  expect(await signedVerdicts(t.db, { from: world.at(-60), to: world.at(60), cohortIds: [world.cohort.id] })).toMatchObject([{ outcome: "pass", chapterSlugs: [world.chapter], personId: world.candidate.personId }]);

  const lines = await t.db
    .selectFrom("capability_entry as e")
    .innerJoin("capability_line as l", "l.entry_id", "e.id")
    .select(["e.view", "l.item", "l.share"])
    .where("e.person_id", "=", world.candidate.personId)
    .where("e.source_kind", "=", "defense-criterion")
    .execute();
  expect(lines).toHaveLength(6);
  expect(lines.find(({ item }) => item === "people")).toMatchObject({ view: "panel" });
  expect(Number(lines.find(({ item }) => item === "people")?.share)).toBeCloseTo(2 / 3, 6);
});

describe("beginning", () => {
  test("is the chair's, not more than an hour early, and of a slot that is on", async () => {
    const world = await defenseRoomWorld(t.db);
    const begin = (actor: { id: string }, now: Date) => world.act((trx) => beginDefense(trx, actor, { slotId: world.slotId, now }));
    expect(code(await begin(world.panel[1]!, world.at(0)))).toBe("not-chair");
    expect(code(await begin({ id: world.candidate.personId }, world.at(0)))).toBe("unknown-slot");
    expect(code(await begin(world.chair, world.at(-61)))).toBe("too-early");
    expect(code(await world.act((trx) => beginDefense(trx, world.chair, { slotId: randomUUID(), now: world.at(0) })))).toBe("unknown-slot");
    await world.begin();
    await world.begin();
    expect(await t.db.selectFrom("defense_slot").select("state").where("id", "=", world.slotId).executeTakeFirst()).toEqual({ state: "held" });
  });

  test("pins task and rubric: what content says later changes nothing", async () => {
    const world = await defenseRoomWorld(t.db);
    await world.begin();
    const other = await defenseRoomWorld(t.db);
    await t.db.updateTable("defense_task").set({ retired_at: world.at(1) }).where("chapter_slug", "=", world.chapter).execute();
    expect((await roomPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" }))?.chapters[0]?.criteria).toHaveLength(6);
    await t.db.updateTable("defense_task").set({ retired_at: world.at(1) }).where("chapter_slug", "=", other.chapter).execute();
    expect(code(await other.act((trx) => beginDefense(trx, other.chair, { slotId: other.slotId, now: other.at(0) })))).toBe("no-task");
  });

  test("a part goes on once, however often it is pressed, and comes back after a slip with its clock", async () => {
    const world = await defenseRoomWorld(t.db);
    await world.begin();
    const move = (kind: "advance" | "back", from: "presenting" | "questioning" | "scoring", minute: number) => world.well((trx) => moveDefense(trx, world.chair, { slotId: world.slotId, kind, from, now: world.at(minute) }));
    expect(await move("advance", "presenting", 5)).toBe("questioning");
    expect(await move("advance", "presenting", 6)).toBe("questioning");
    expect(await move("back", "questioning", 6)).toBe("presenting");
    expect(await move("advance", "presenting", 8)).toBe("questioning");
    const times = (await roomPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" }))?.times;
    expect(times?.questioning).toEqual(world.at(5));
  });
});

describe("a sheet", () => {
  test("is saved by compare-and-swap; the same operation counts once, another device's is a conflict", async () => {
    const world = await scoring();
    const [examiner] = world.panel;
    const { level } = criterionPositions(0);
    const save = (op: { opId: string; baseRevision: number; value: string | null }) => world.well((trx) => saveSheet(trx, examiner!, { slotId: world.slotId, ops: [{ ...op, position: level }], now: world.at(19) }));
    const first = { opId: randomUUID(), baseRevision: 0, value: "2" };
    expect((await save(first)).receipts).toMatchObject([{ outcome: "accepted", revision: 1 }]);
    expect((await save(first)).receipts).toMatchObject([{ outcome: "accepted", revision: 1 }]);
    expect((await save({ opId: randomUUID(), baseRevision: 0, value: "3" })).receipts).toMatchObject([{ outcome: "conflict", server: { value: "2" } }]);
    expect((await save({ opId: randomUUID(), baseRevision: 1, value: "3" })).receipts).toMatchObject([{ outcome: "accepted", revision: 2 }]);
  });

  test("takes only what belongs there, and after the lock nothing", async () => {
    const world = await scoring();
    const [examiner] = world.panel;
    const save = (position: number, value: string) => world.act((trx) => saveSheet(trx, examiner!, { slotId: world.slotId, ops: [{ opId: randomUUID(), position, baseRevision: 0, value }], now: world.at(19) }));
    expect(code(await save(criterionPositions(0).level, "4"))).toBe("no-place");
    expect(code(await save(199, "1"))).toBe("no-place");
    expect(code(await save(promptPosition(0), "brilliant"))).toBe("no-place");
    // The chair's texts are written while the panel reconciles.
    expect(await save(chairPosition("strengths"), "好")).toMatchObject({ value: { receipts: [{ outcome: "late" }] } });
    await world.score(examiner!, SAME);
    await world.lock(examiner!);
    expect(await save(criterionPositions(0).note, "太晚")).toMatchObject({ value: { receipts: [{ outcome: "late" }] } });
  });

  test("a plain form saves it too, and overwrites nothing that it has not seen", async () => {
    const world = await scoring();
    const [examiner] = world.panel;
    const { level, note } = criterionPositions(0);
    const form = new FormData();
    form.set(`v.${level}`, "1");
    form.set(`base.${level}`, "0");
    form.set(`v.${note}`, "第一条\r\n第二条");
    const save = () => world.act((trx) => saveForm(trx, examiner!, { slotId: world.slotId, form, now: world.at(19) }));
    expect((await save()).ok).toBe(true);
    expect((await save()).ok).toBe(true);
    await world.put(examiner!, { [level]: "3" });
    // The page is out of date now: another choice on it is a conflict, and an emptied field takes no words away.
    form.set(`v.${level}`, "2");
    form.set(`v.${note}`, "");
    expect(code(await save())).toBe("conflict");
    const page = await roomPage(t.db, examiner!, { slotId: world.slotId, locale: "zh" });
    expect(page?.sheet.find(({ position }) => position === level)?.value).toBe("3");
    expect(page?.sheet.find(({ position }) => position === note)?.value).toBe("第一条\n第二条");
  });

  test("locks only when every criterion has a level, once, and what is locked never changes", async () => {
    const world = await scoring();
    const [examiner] = world.panel;
    await world.score(examiner!, SAME.slice(0, 5));
    expect(await world.act((trx) => lockScores(trx, examiner!, { slotId: world.slotId, now: world.at(20) }))).toMatchObject({ error: { code: "levels-missing", positions: [criterionPositions(5).level] } });
    await world.score(examiner!, SAME, "听到了");
    expect(await world.lock(examiner!)).toBe("scoring");
    expect(await world.lock(examiner!)).toBe("scoring");
    expect(await t.db.selectFrom("defense_score").select("id").where("examiner_id", "=", examiner!.id).execute()).toHaveLength(6);
    for (const change of [() => t.db.updateTable("defense_score").set({ level: 3 }).where("examiner_id", "=", examiner!.id).execute(), () => t.db.deleteFrom("defense_lock").where("examiner_id", "=", examiner!.id).execute()]) {
      await expect(change()).rejects.toThrow("append-only");
    }
  });
});

describe("going on without somebody", () => {
  test("an examiner who drops out holds nobody up; what they scored is read by nobody", async () => {
    const world = await scoring();
    const [, second, third] = world.panel;
    await world.score(third!, APART, "没人看到");
    await world.score(world.chair, SAME);
    await world.lock(world.chair);
    await world.score(second!, SAME);
    await world.lock(second!);
    const dismiss = (actor: { id: string }, reason: string) => world.act((trx) => dismissExaminer(trx, actor, { slotId: world.slotId, examinerId: third!.id, reason, now: world.at(21) }));
    expect(code(await dismiss(world.chair, " "))).toBe("reason-missing");
    expect(code(await dismiss(second!, "有急事"))).toBe("not-chair");
    expect(await dismiss(world.chair, "有急事")).toMatchObject({ value: "reconciling" });
    expect(await roomPage(t.db, third!, { slotId: world.slotId, locale: "zh" })).toBeNull();
    expect(JSON.stringify(await roomPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" }))).not.toContain("没人看到");
    await world.decide("pass");
    await world.sign(world.chair);
    expect(await world.sign(second!)).toBe("signed");
    expect(await recordPage(t.db, world.cohort.instructor, { slotId: world.slotId, locale: "zh" })).toMatchObject({ gone: [{ reason: "有急事" }] });
  });

  test("the chair closes with a reason once two have locked, the chair among them; it is in the audit log", async () => {
    const world = await scoring();
    const [, second, third] = world.panel;
    const close = () => world.act((trx) => closeScoring(trx, world.chair, { slotId: world.slotId, reason: "网络断了", now: world.at(24) }));
    await world.score(second!, SAME);
    await world.lock(second!);
    expect(code(await close())).toBe("too-few");
    await world.score(third!, SAME);
    expect(code(await world.act((trx) => closeScoring(trx, second!, { slotId: world.slotId, reason: "我来", now: world.at(24) })))).toBe("not-chair");
    await world.score(world.chair, APART);
    await world.lock(world.chair);
    expect(await close()).toMatchObject({ value: "reconciling" });
    expect(await t.db.selectFrom("audit_event").select("action").where("actor_id", "=", world.chair.id).execute()).toEqual([{ action: "close-defense-scoring" }]);
    expect((await roomPage(t.db, second!, { slotId: world.slotId, locale: "zh" }))?.members.map(({ personId }) => personId)).not.toContain(third!.id);
  });

  test("of two nobody can be spared", async () => {
    const world = await defenseRoomWorld(t.db, { examiners: 2 });
    await world.begin();
    expect(code(await world.act((trx) => dismissExaminer(trx, world.chair, { slotId: world.slotId, examinerId: world.panel[1]!.id, reason: "有事", now: world.at(3) })))).toBe("too-few");
  });

  test("the chair is handed over with what was written; the cohort's instructor can do it for one who is gone", async () => {
    const world = await scoring();
    const [, second, third] = world.panel;
    await world.scoreAll(ALL);
    await world.put(world.chair, { [chairPosition("strengths")]: "前任写的" });
    expect(code(await world.act((trx) => passChair(trx, second!, { slotId: world.slotId, toId: second!.id })))).toBe("unknown-slot");
    await world.well((trx) => passChair(trx, world.chair, { slotId: world.slotId, toId: second!.id }));
    await world.well((trx) => passChair(trx, world.cohort.instructor, { slotId: world.slotId, toId: third!.id }));
    const page = await roomPage(t.db, third!, { slotId: world.slotId, locale: "zh" });
    expect(page?.me.chair).toBe(true);
    expect(page?.sheet.find(({ position }) => position === chairPosition("strengths"))?.value).toBe("前任写的");
    expect(code(await world.act((trx) => agreeLevel(trx, world.chair, { slotId: world.slotId, chapterSlug: world.chapter, criterionId: "people", level: 2, now: world.at(23) })))).toBe("not-chair");
  });
});

describe("reconciling", () => {
  test("only what lies two levels apart is revised, with a reason, and the original stays", async () => {
    const world = await scoring();
    await world.scoreAll([SAME, APART, SAME]);
    const revise = (criterionId: string, level: number, reason = "听了别人的话") => world.act((trx) => reviseScore(trx, world.panel[1]!, { slotId: world.slotId, chapterSlug: world.chapter, criterionId, level, reason, now: world.at(21) }));
    expect(code(await revise("grounds", 3))).toBe("not-discussed");
    expect(code(await revise("people", 9))).toBe("not-a-level");
    expect(code(await revise("nothing", 1))).toBe("not-a-level");
    expect(code(await revise("people", 2, " "))).toBe("reason-missing");
    expect((await revise("people", 2)).ok).toBe(true);
    const [people] = (await roomPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" }))?.reveal ?? [];
    expect(people).toMatchObject({ discussed: true, agreed: null, proposed: 2 });
    expect(people?.scores.find(({ examinerId }) => examinerId === world.panel[1]!.id)).toMatchObject({ level: 0, revision: { level: 2, reason: "听了别人的话" } });
  });

  test("the rest stands at the median, unless the chair writes down something else", async () => {
    const world = await scoring();
    await world.scoreAll([SAME, [1, 2, 3, 2, 2, 2], [2, 3, 3, 2, 2, 2]]);
    await world.agree("asks", 3);
    await world.decide("pass");
    const agreed = (await roomPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" }))?.reveal?.map(({ criterionId, agreed: one }) => [criterionId, one?.level, one?.how]);
    expect(agreed).toEqual([["people", 2, "rule"], ["grounds", 2, "rule"], ["approach", 3, "rule"], ["decision", 2, "rule"], ["asks", 3, "panel"], ["lessons", 2, "rule"]]);
  });
});

describe("the verdict", () => {
  const due = (world: DefenseRoomWorld, days: number): string => isoDay(new Date(world.at(0).getTime() + days * 86_400_000), "Asia/Shanghai");

  test("a condition names what, by when and who; the step waits for that person and follows their word", async () => {
    const world = await scoring();
    await world.scoreAll(ALL);
    const [, checker] = world.panel;
    const decide = (condition: { what: string; due: string; checkerId: string } | null) => world.act((trx) => decideVerdict(trx, world.chair, { slotId: world.slotId, outcome: "conditional", condition, now: world.at(24) }));
    await world.put(world.chair, { [chairPosition("strengths")]: "稳" });
    expect(code(await decide(null))).toBe("condition-missing");
    expect(code(await decide({ what: "补访谈", due: due(world, -1), checkerId: checker!.id }))).toBe("due-past");
    expect(code(await decide({ what: "补访谈", due: due(world, 7), checkerId: world.candidate.personId }))).toBe("unknown-checker");
    await world.decide("conditional", { what: "补一次访谈", due: due(world, 7), checkerId: checker!.id });
    const own = () => ownDefense(t.db, { enrolmentId: world.candidate.enrolmentId, personId: world.candidate.personId, chapterSlug: world.chapter, locale: "zh", now: world.at(30) });
    // Until the last signature the candidate is told nothing of it.
    expect(await own()).toMatchObject({ condition: null, slot: { state: "held", signed: false } });
    for (const examiner of world.panel) await world.sign(examiner);
    expect(await own()).toMatchObject({ condition: { what: "补一次访谈", due: due(world, 7), checker: checker!.name }, slot: { signed: true } });
    expect(await world.state()).toBe("awaiting-review");
    expect(await openConditions(t.db, checker!, "zh")).toMatchObject([{ slotId: world.slotId, what: "补一次访谈" }]);
    expect(await openConditions(t.db, world.chair, "zh")).toEqual([]);
    expect(await conditionPage(t.db, world.chair, { slotId: world.slotId, locale: "zh" })).toBeNull();

    const settle = (actor: { id: string }, outcome: "met" | "missed", note: string) => world.act((trx) => settleCondition(trx, actor, { slotId: world.slotId, outcome, note, now: world.at(6000) }, null));
    expect(code(await settle(world.chair, "met", "好了"))).toBe("unknown-slot");
    expect(code(await settle(checker!, "met", ""))).toBe("note-missing");
    await settle(checker!, "missed", "没有去");
    expect(await world.state()).toBe("failed");
    expect(await own()).toMatchObject({ condition: null });
    await settle(checker!, "met", "是我记错了");
    expect(await world.state()).toBe("passed");
    expect(await openConditions(t.db, checker!, "zh")).toEqual([]);
    expect(await feedbackPage(t.db, world.candidateActor, { slotId: world.slotId, locale: "zh" })).toMatchObject({ settlement: { outcome: "met", note: "是我记错了" } });
  });

  test("a fail needs words on what to redo, and fails the step", async () => {
    const world = await scoring();
    await world.scoreAll(ALL);
    await world.put(world.chair, { [chairPosition("strengths")]: "敢说不知道" });
    expect(code(await world.act((trx) => decideVerdict(trx, world.chair, { slotId: world.slotId, outcome: "fail", condition: null, now: world.at(24) })))).toBe("redo-missing");
    await world.decide("fail");
    for (const examiner of world.panel) await world.sign(examiner);
    expect(await world.state()).toBe("failed");
  });

  test("opened again it loses its signatures, and what the road holds follows the new one", async () => {
    const world = await defenseRoomWorld(t.db);
    await world.hold(ALL, "pass");
    const reopen = (actor: { id: string }, reason: string) => world.act((trx) => reopenVerdict(trx, actor, { slotId: world.slotId, reason, now: world.at(40) }));
    expect(code(await reopen(world.panel[1]!, "写错了"))).toBe("not-chair");
    expect(code(await reopen(world.chair, ""))).toBe("reason-missing");
    await reopen(world.chair, "写错了人");
    expect(await feedbackPage(t.db, world.candidateActor, { slotId: world.slotId, locale: "zh" })).toBeNull();
    expect(await world.state()).toBe("passed");
    await world.decide("conditional", { what: "补", due: due(world, 3), checkerId: world.chair.id });
    for (const examiner of world.panel) await world.sign(examiner);
    expect(await world.state()).toBe("awaiting-review");
    await world.well((trx) => reopenVerdict(trx, world.chair, { slotId: world.slotId, reason: "再看", now: world.at(41) }));
    await world.decide("fail");
    for (const examiner of world.panel) await world.sign(examiner);
    expect(await world.state()).toBe("failed");
    expect(await t.db.selectFrom("defense_verdict as v").innerJoin("defense as d", "d.id", "v.defense_id").select("v.outcome").where("d.slot_id", "=", world.slotId).orderBy("v.id").execute()).toEqual([{ outcome: "pass" }, { outcome: "conditional" }, { outcome: "fail" }]);
  });

  test("one signs what one has read, once; a signature that cannot be had is excused with a reason", async () => {
    const world = await scoring();
    await world.scoreAll(ALL);
    const old = await world.decide("pass");
    await world.well((trx) => reopenVerdict(trx, world.chair, { slotId: world.slotId, reason: "改字", now: world.at(24) }));
    await world.decide("pass");
    expect(code(await world.act((trx) => signVerdict(trx, world.panel[1]!, { slotId: world.slotId, verdictId: old, now: world.at(25) }, null)))).toBe("other-verdict");
    await world.sign(world.panel[1]!);
    expect(await world.sign(world.panel[1]!)).toBe("decided");
    await world.sign(world.chair);
    const excuse = (examinerId: string) => world.act((trx) => excuseSigner(trx, world.chair, { slotId: world.slotId, examinerId, reason: "赶飞机", now: world.at(30) }, null));
    expect(code(await excuse(world.chair.id))).toBe("chair-stays");
    expect(await excuse(world.panel[2]!.id)).toMatchObject({ value: "signed" });
    expect(await world.state()).toBe("passed");
    expect(await lockedScores(t.db, { from: world.at(-60), to: world.at(60), cohortIds: [world.cohort.id] })).toHaveLength(18);
  });
});
