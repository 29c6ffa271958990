// Role-play: sessions, groups, rounds, what counts, and what the pipeline hears.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { assessRound, board, cancelSession, changeSession, endSession, finishRound, formTriads, loadStandings, ownRolePlays, planSecondTries, planSession, publishScenarios, recordMarks, repairTriads, reviewSelf, rolePlaysOfLearner, roundPage, roundScreen, setPresence, startRounds, startSession, stopRounds, voidRound } from "~/steps/role-play/index.server";
import { advanceDebrief, arrive, endConversation } from "~/steps/role-play/index.server";
import { MARKS, type Scenario } from "~/steps/role-play/scenario";
import { ROLES } from "~/steps/role-play/rotation";
import { ROUND_STATES, TURNS } from "~/steps/role-play/round";
import { SESSION_STATES } from "~/steps/role-play/session";
import { OP_KINDS } from "~/steps/role-play/sheet";
import { lackingOnBoard, minute, type PlayedRound, type RolePlayWorld, rolePlayWorld } from "../factories/role-play";
import { useDatabase } from "../setup/database";

const t = useDatabase();

/** Plays a round from its start to its end; the observer marks the first `count` behaviours as shown. */
async function play(world: RolePlayWorld, at: number, { count }: { count?: number } = {}): Promise<PlayedRound> {
  const [round] = await world.start(minute(at));
  await world.mark(round!, { now: minute(at + 5), ...(count === undefined ? {} : { count }) });
  await world.finish(round!, minute(at + 9));
  return round!;
}

const item = (roundId: string) => t.db.selectFrom("marking_item").select(["state", "blocked_count", "due_at", "points", "max_points"]).where("kind", "=", "role-play").where("subject_id", "=", roundId).executeTakeFirst();

describe("a voided round", () => {
  test("is offered again on the board once nothing else is planned, in another scenario and for whom it was; then everybody passes", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const rounds = [await play(world, 0), await play(world, 20), await play(world, 40)];
    const [first] = rounds as [PlayedRound];
    const offered = async () => (await board(t.db, world.key, minute(60)))!.replays;
    const repair = () => world.act((trx) => repairTriads(trx, { ...world.key, now: minute(61) }));
    expect(await offered()).toBe(false);
    // Nothing is missing: asking for it plans nothing.
    expect(await repair()).toMatchObject({ ok: true, value: { moved: 0, groups: 1 } });
    expect(await world.rounds()).toEqual([]);
    const unsaid = await world.act((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: first.roundId, reason: "  ", now: minute(60) }));
    expect(unsaid).toEqual({ ok: false, error: { code: "reason-missing" } });
    await world.well((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: first.roundId, reason: "客户念了底牌", now: minute(60) }));
    expect(await world.outcome(first.salesperson)).not.toBe("passed");
    expect((await lackingOnBoard(t.db, world.key)).get(first.salesperson.enrolmentId)).toEqual(["salesperson"]);
    expect(await offered()).toBe(true);

    expect(await repair()).toMatchObject({ ok: true, value: { moved: 0, groups: 1 } });
    const [again, ...more] = await world.rounds(["planned"]);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ salesperson: { enrolmentId: first.salesperson.enrolmentId } });
    expect(rounds.map(({ scenario }) => scenario.id)).toContain(first.scenario.id);
    expect(again!.scenario.id).not.toBe(first.scenario.id);
    expect(await offered()).toBe(false);
    expect((await world.rounds(["done"])).map(({ roundId }) => roundId)).toEqual(rounds.slice(1).map(({ roundId }) => roundId));
    await play(world, 70);
    for (const learner of world.cohort.learners) expect(await world.outcome(learner)).toBe("passed");
    expect(await offered()).toBe(false);
  });

  test("is not offered while the group still has rounds to play, and nothing is planned in a session that is over", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const first = await play(world, 0);
    await world.well((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: first.roundId, reason: "录错了人", now: minute(15) }));
    expect((await board(t.db, world.key, minute(16)))!.replays).toBe(false);
    const elsewhere = await rolePlayWorld(t.db);
    expect(await world.act((trx) => voidRound(trx, world.instructor, { ...elsewhere.key, roundId: first.roundId, reason: "x", now: minute(17) }))).toEqual({ ok: false, error: { code: "unknown-round" } });
    await world.well((trx) => endSession(trx, world.instructor, { ...world.key, now: minute(20) }));
    expect(await world.act((trx) => repairTriads(trx, { ...world.key, now: minute(21) }))).toEqual({ ok: false, error: { code: "wrong-state" } });
  });
});

describe("a full rotation", () => {
  test("three people play three rounds in three scenarios, and each passes by that evidence alone", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    expect(await world.rounds()).toHaveLength(3);
    const rounds = [await play(world, 0), await play(world, 20), await play(world, 40)];
    expect(new Set(rounds.map((round) => round.salesperson.personId)).size).toBe(3);
    expect(new Set(rounds.map((round) => round.scenario.id)).size).toBe(3);
    for (const learner of world.cohort.learners) {
      expect(await world.outcome(learner)).toBe("passed");
      const event = await t.db.selectFrom("progress_event").select(["kind", "cause_kind", "evidence_kind", "evidence_id"]).where("enrolment_id", "=", learner.enrolmentId).where("step", "=", "role-play").where("kind", "=", "passed").executeTakeFirstOrThrow();
      expect(event).toMatchObject({ cause_kind: "evidence", evidence_kind: "role-play-round" });
      expect(rounds.map((round) => round.roundId)).toContain(event.evidence_id);
    }
    expect([...(await lackingOnBoard(t.db, world.key)).values()].flat()).toEqual([]);
    // Everything that can be marked is in the queue, and blocks nobody: the observers' sheets hold.
    for (const { roundId } of rounds) expect(await item(roundId)).toMatchObject({ state: "waiting", blocked_count: 0, due_at: expect.any(Date) as Date });
  });

  test("groups and parts are drawn by the order of people and the time alone, so that the same class plays the same rounds in every database", async () => {
    const drawn = async (): Promise<string[]> => {
      const world = await rolePlayWorld(t.db, { learners: 9 });
      await world.open();
      const order = world.cohort.learners.map(({ personId }) => personId).sort();
      return (await world.rounds()).map(({ salesperson, customer, observers }) => [salesperson, customer, ...observers].map(({ personId }) => order.indexOf(personId)).join(" "));
    };
    const first = await drawn();
    expect(first).toHaveLength(9);
    expect(await drawn()).toEqual(first);
  });

  test("seven people in a triad and a group of four need four rounds, and nobody is left without a role", async () => {
    const world = await rolePlayWorld(t.db, { learners: 7 });
    await world.open();
    const planned = await world.rounds();
    expect(planned).toHaveLength(7);
    for (let round = 0; round < 4; round += 1) {
      const running = await world.start(minute(round * 20));
      for (const one of running) {
        for (const observer of one.observers) await world.mark(one, { observer, now: minute(round * 20 + 5) });
        await world.finish(one, minute(round * 20 + 9));
      }
    }
    for (const learner of world.cohort.learners) expect(await world.outcome(learner)).toBe("passed");
    expect(await world.act((trx) => startRounds(trx, { ...world.key, groupId: null, now: minute(99) }))).toMatchObject({ error: { code: "nothing-to-start" } });
  });

  test("no role is lacking where the gate does not ask for it", async () => {
    const world = await rolePlayWorld(t.db);
    await t.db.insertInto("cohort_step").values({ cohort_id: world.cohort.id, chapter_slug: world.chapter, step: "role-play", opens_at: null, due_at: null, gate: { requireAllRoles: false } }).onConflict((on) => on.columns(["cohort_id", "chapter_slug", "step"]).doUpdateSet({ gate: { requireAllRoles: false } })).execute();
    await world.open();
    const round = await play(world, 0);
    expect(await world.outcome(round.salesperson)).toBe("passed");
    expect(await world.outcome(round.customer)).not.toBe("passed");
  });
});

describe("what counts", () => {
  test("too little of the checklist fails the try; a second one in another scenario passes", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const first = await play(world, 0, { count: 3 });
    await play(world, 20);
    await play(world, 40);
    expect(await world.outcome(first.salesperson)).toBe("failed");
    expect(await world.well((trx) => planSecondTries(trx, { ...world.key, enrolmentId: null, now: minute(60) }))).toEqual({ planned: 1 });
    const [again] = await world.rounds(["planned"]);
    expect(again!.salesperson.personId).toBe(first.salesperson.personId);
    expect([first.scenario.id]).not.toContain(again!.scenario.id);
    const known = await t.db.selectFrom("role_play_round as r").innerJoin("role_play_scenario_version as v", "v.hash", "r.scenario_hash").select("v.scenario_id").where("r.session_id", "=", world.key.sessionId).where("r.state", "=", "done").execute();
    expect(known.map((row) => row.scenario_id)).not.toContain(again!.scenario.id);
    await play(world, 60);
    expect(await world.outcome(first.salesperson)).toBe("passed");
    expect(await world.act((trx) => planSecondTries(trx, { ...world.key, enrolmentId: null, now: minute(80) }))).toMatchObject({ error: { code: "nothing-to-repeat" } });
  });

  test("a second session takes only those who need it, and what was held before counts", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const first = await play(world, 0, { count: 2 });
    await play(world, 20);
    await play(world, 40);
    await world.well((trx) => endSession(trx, world.instructor, { ...world.key, now: minute(60) }));
    const later = await world.plan(minute(7 * 1440));
    await world.open(later);
    const planned = await world.rounds(["planned"], later);
    expect(planned.map((round) => round.salesperson.personId)).toEqual([first.salesperson.personId]);
  });

  test("the instructor's mark overrides the observers', is corrected, and the gate follows each time", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const rounds = [await play(world, 0), await play(world, 20), await play(world, 40)];
    const round = rounds[0]!;
    const all = (mark: "shown" | "not-shown") => Object.fromEntries(round.scenario.checklist.map(({ id }) => [id, mark]));
    const assess = (marks: Record<string, "shown" | "partly" | "not-shown">, seenId: string | null) => world.act((trx) => assessRound(trx, world.instructor, { cohortId: world.cohort.id, roundId: round.roundId, marks, remark: "开场没有数字", seenId, now: minute(70) }));
    expect(await assess(all("not-shown"), null)).toMatchObject({ ok: true });
    expect(await world.outcome(round.salesperson)).toBe("failed");
    expect(await item(round.roundId)).toMatchObject({ state: "done", points: 0, max_points: 2 * round.scenario.checklist.length });
    expect(await assess(all("shown"), null)).toMatchObject({ error: { code: "marked-meanwhile", points: 0 } });
    const seen = (await roundPage(t.db, { cohortId: world.cohort.id, roundId: round.roundId, locale: "zh" }))!.assessment!.id;
    expect(await assess(all("shown"), seen)).toMatchObject({ ok: true });
    expect(await world.outcome(round.salesperson)).toBe("passed");
    expect(await assess({ ...all("shown"), other: "shown" }, null)).toMatchObject({ error: { code: "unknown-behaviour" } });
    const [missing] = round.scenario.checklist;
    const { [missing!.id]: _left, ...incomplete } = all("shown");
    expect(await assess(incomplete, null)).toMatchObject({ error: { code: "incomplete" } });
    expect((await t.db.selectFrom("role_play_assessment").select("id").where("round_id", "=", round.roundId).execute()).length).toBe(2);
  });

  test("a round without a sheet waits for the instructor, and blocks the salesperson until then", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(0));
    await world.mark(round!, { handIn: false, now: minute(4) });
    await world.well((trx) => stopRounds(trx, { ...world.key, groupId: null, now: minute(9) }));
    for (const turn of ["salesperson", "customer"] as const) await world.well((trx) => advanceDebrief(trx, { id: round!.customer.personId }, { roundId: round!.roundId, turn, now: minute(10) }));
    expect(await world.act((trx) => advanceDebrief(trx, { id: round!.customer.personId }, { roundId: round!.roundId, turn: "observer", now: minute(11) }))).toMatchObject({ error: { code: "no-sheet" } });
    await world.well((trx) => finishRound(trx, world.instructor, { ...world.key, roundId: round!.roundId, now: minute(12) }));
    expect(await item(round!.roundId)).toMatchObject({ state: "waiting", blocked_count: 1 });
    const standing = async () => (await loadStandings(t.db, { cohortId: world.cohort.id, chapterSlug: world.chapter, enrolmentIds: [round!.salesperson.enrolmentId] })).get(round!.salesperson.enrolmentId);
    expect(await standing()).toMatchObject({ outcome: "submitted", tries: 1 });
    // The observer was without network; what they tapped comes in late, and counts.
    await world.mark(round!, { count: 0, now: minute(90) });
    expect(await item(round!.roundId)).toMatchObject({ state: "waiting", blocked_count: 0 });
    expect(await standing()).toMatchObject({ passedAsSalesperson: true, lacking: ["customer", "observer"] });
  });

  test("a round taken out of the count takes its roles and its pass with it", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const rounds = [await play(world, 0), await play(world, 20), await play(world, 40)];
    const round = rounds[1]!;
    expect(await world.act((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: round.roundId, reason: " ", now: minute(60) }))).toMatchObject({ error: { code: "reason-missing" } });
    await world.well((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: round.roundId, reason: "念了客户的底牌", now: minute(60) }));
    for (const learner of world.cohort.learners) expect(await world.outcome(learner)).not.toBe("passed");
    expect(await item(round.roundId)).toMatchObject({ state: "withdrawn" });
    expect(await world.act((trx) => recordMarks(trx, { id: round.observers[0]!.personId }, { roundId: round.roundId, ops: [{ opId: randomUUID(), kind: "hand-in", at: minute(61).toISOString() }], now: minute(61) }))).toMatchObject({ ok: true, value: { receipts: [{ outcome: "closed" }] } });
  });
});

describe("marks", () => {
  async function running() {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(0));
    const observer = { id: round!.observers[0]!.personId };
    const send = (ops: Parameters<typeof recordMarks>[2]["ops"], now = minute(3), actor = observer) => world.act((trx) => recordMarks(trx, actor, { roundId: round!.roundId, ops, now }));
    const [behaviour] = round!.scenario.checklist;
    return { world, round: round!, observer, send, behaviourId: behaviour!.id };
  }

  test("have ids and receipts: sent again, in part or whole, they are there once", async () => {
    const { world, round, send, behaviourId } = await running();
    const op = { opId: randomUUID(), kind: "mark" as const, behaviourId, mark: "partly" as const, at: minute(1).toISOString() };
    const note = { opId: randomUUID(), kind: "note" as const, behaviourId: null, note: "第三分钟才问时间", at: minute(2).toISOString() };
    expect(await send([op])).toEqual({ ok: true, value: { receipts: [{ opId: op.opId, outcome: "accepted" }] } });
    expect(await send([op, note, op])).toMatchObject({ ok: true, value: { receipts: [{ outcome: "accepted" }, { outcome: "accepted" }, { outcome: "accepted" }] } });
    expect(await t.db.selectFrom("role_play_mark").select("op_id").where("round_id", "=", round.roundId).execute()).toHaveLength(2);
    // Two devices that send the same at once leave one.
    const twice = { ...op, opId: randomUUID() };
    await Promise.all([send([twice]), send([twice])]);
    expect(await t.db.selectFrom("role_play_mark").select("op_id").where("op_id", "=", twice.opId).execute()).toHaveLength(1);
    const screen = await roundScreen(t.db, { id: world.cohort.learners.find((one) => one.personId === round.observers[0]!.personId)!.personId }, { roundId: round.roundId, locale: "zh", now: minute(4) });
    expect(screen!.sheet).toMatchObject({ marks: [{ behaviourId, mark: "partly" }], notes: [{ note: "第三分钟才问时间" }], handedInAt: null });
  });

  test("stand at the time of the tap, within the round, whatever a device's clock says", async () => {
    const { round, send, behaviourId } = await running();
    const at = async (claimed: Date) => {
      const opId = randomUUID();
      await send([{ opId, kind: "mark", behaviourId, mark: "shown", at: claimed.toISOString() }], minute(3));
      return (await t.db.selectFrom("role_play_mark").select("at").where("op_id", "=", opId).executeTakeFirstOrThrow()).at;
    };
    expect(await at(minute(2))).toEqual(minute(2));
    expect(await at(minute(-30))).toEqual(minute(0));
    expect(await at(minute(500))).toEqual(minute(3));
    expect((await t.db.selectFrom("role_play_round").select("started_at").where("id", "=", round.roundId).executeTakeFirstOrThrow()).started_at).toEqual(minute(0));
  });

  test("are the observer's alone, of behaviours there are, until the sheet is handed in", async () => {
    const { world, round, send, behaviourId } = await running();
    const mark = () => ({ opId: randomUUID(), kind: "mark" as const, behaviourId, mark: "shown" as const, at: minute(1).toISOString() });
    expect(await send([mark()], minute(3), { id: round.salesperson.personId })).toMatchObject({ error: { code: "not-observer" } });
    expect(await send([mark()], minute(3), { id: (await world.cohort.enrol(1))[0]!.personId })).toMatchObject({ error: { code: "unknown-round" } });
    expect(await send([{ ...mark(), behaviourId: "charm" }])).toMatchObject({ value: { receipts: [{ outcome: "unknown" }] } });
    await world.well((trx) => endConversation(trx, { id: round.customer.personId }, { roundId: round.roundId, now: minute(8) }));
    expect(await send([mark(), { opId: randomUUID(), kind: "hand-in", at: minute(9).toISOString() }, mark()], minute(9))).toMatchObject({ value: { receipts: [{ outcome: "accepted" }, { outcome: "accepted" }, { outcome: "closed" }] } });
    expect(await send([mark()], minute(10))).toMatchObject({ value: { receipts: [{ outcome: "closed" }] } });
    const planned = (await world.rounds(["planned"]))[0]!;
    expect(await world.act((trx) => recordMarks(trx, { id: planned.observers[0]!.personId }, { roundId: planned.roundId, ops: [mark()], now: minute(10) }))).toMatchObject({ error: { code: "wrong-state" } });
    await expect(t.db.updateTable("role_play_mark").set({ mark: "not-shown" }).where("round_id", "=", round.roundId).execute()).rejects.toThrow("append-only");
  });
});

describe("people come late and leave", () => {
  test("a latecomer joins with the fewest changes, and rounds that were held stay as they were", async () => {
    const world = await rolePlayWorld(t.db, { learners: 6 });
    await world.open();
    const running = await world.start(minute(0));
    for (const round of running) {
      await world.mark(round);
      await world.finish(round, minute(9));
    }
    const before = await t.db.selectFrom("role_play_part as p").innerJoin("role_play_round as r", "r.id", "p.round_id").select(["p.round_id", "p.enrolment_id", "p.role", "r.state"]).where("r.session_id", "=", world.key.sessionId).execute();
    const [late] = await world.cohort.enrol(1);
    await world.well((trx) => arrive(trx, { id: late!.personId }, { sessionId: world.key.sessionId, now: minute(12) }));
    expect((await board(t.db, world.key, minute(12)))!.unplaced).toBe(1);
    expect(await world.well((trx) => repairTriads(trx, { ...world.key, now: minute(13) }))).toEqual({ moved: 0, groups: 2 });
    const after = await t.db.selectFrom("role_play_part").select(["round_id", "enrolment_id", "role"]).execute();
    for (const part of before.filter((one) => one.state === "done")) expect(after).toContainEqual({ round_id: part.round_id, enrolment_id: part.enrolment_id, role: part.role });
    // Planned rounds keep their address: phones that show them need not look elsewhere.
    for (const part of before) expect(after.some((one) => one.round_id === part.round_id)).toBe(true);
    for (let at = 20; (await world.rounds(["planned"])).length > 0; at += 20) {
      for (const round of await world.start(minute(at))) {
        for (const observer of round.observers) await world.mark(round, { observer, now: minute(at + 5) });
        await world.finish(round, minute(at + 9));
      }
    }
    for (const learner of world.cohort.learners) expect(await world.outcome(learner)).toBe("passed");
  });

  test("a leaver's group is filled up from a larger one, and down to two the word is clear", async () => {
    const world = await rolePlayWorld(t.db, { learners: 7 });
    await world.open();
    const groups = (await board(t.db, world.key, minute(0)))!.groups;
    const triad = groups.find((group) => group.members.length === 3)!;
    const gone = (ids: string[], here = false) => world.well((trx) => setPresence(trx, world.instructor, { ...world.key, entries: ids.map((enrolmentId) => ({ enrolmentId, here })), now: minute(2) }));
    await gone([triad.members[0]!.enrolmentId]);
    expect(await world.well((trx) => repairTriads(trx, { ...world.key, now: minute(3) }))).toEqual({ moved: 1, groups: 2 });
    expect((await board(t.db, world.key, minute(4)))!.groups.map((group) => group.members.length)).toEqual([3, 3]);
    await gone(world.cohort.learners.slice(2).map((learner) => learner.enrolmentId));
    await gone(world.cohort.learners.slice(0, 2).map((learner) => learner.enrolmentId), true);
    expect(await world.act((trx) => repairTriads(trx, { ...world.key, now: minute(5) }))).toEqual({ ok: false, error: { code: "too-few" } });
  });

  test("forming anew leaves groups alone that have begun to play", async () => {
    const world = await rolePlayWorld(t.db, { learners: 9 });
    await world.open();
    const before = (await board(t.db, world.key, minute(0)))!.groups;
    await world.well((trx) => startRounds(trx, { ...world.key, groupId: before[0]!.id, now: minute(1) }));
    await world.well((trx) => formTriads(trx, { ...world.key, now: minute(2) }));
    const after = (await board(t.db, world.key, minute(3)))!.groups;
    expect(after.map((group) => group.id)).toContain(before[0]!.id);
    expect(after.filter((group) => before.some((one) => one.id === group.id))).toHaveLength(1);
    expect(after.flatMap((group) => group.members)).toHaveLength(9);
  });
});

describe("who may do what, and when", () => {
  test("rounds start once, end once, and two who press at once go one step", async () => {
    const world = await rolePlayWorld(t.db);
    const early = await world.act((trx) => startRounds(trx, { ...world.key, groupId: null, now: minute(0) }));
    expect(early).toMatchObject({ error: { code: "wrong-state" } });
    await world.open();
    const both = await Promise.all([0, 1].map(() => world.act((trx) => startRounds(trx, { ...world.key, groupId: null, now: minute(0) }))));
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    const [round] = await world.rounds(["running"]);
    const press = (personId: string) => world.act((trx) => endConversation(trx, { id: personId }, { roundId: round!.roundId, now: minute(8) }));
    expect(await Promise.all([press(round!.salesperson.personId), press(round!.customer.personId)])).toEqual([{ ok: true, value: undefined }, { ok: true, value: undefined }]);
    const advance = (personId: string) => world.act((trx) => advanceDebrief(trx, { id: personId }, { roundId: round!.roundId, turn: "salesperson", now: minute(9) }));
    await Promise.all([advance(round!.salesperson.personId), advance(round!.observers[0]!.personId)]);
    expect((await t.db.selectFrom("role_play_round").select(["state", "turn"]).where("id", "=", round!.roundId).executeTakeFirstOrThrow())).toEqual({ state: "debrief", turn: "customer" });
    expect(await world.act((trx) => startRounds(trx, { ...world.key, groupId: null, now: minute(10) }))).toMatchObject({ error: { code: "nothing-to-start" } });
  });

  test("a stranger and another cohort's instructor find nothing", async () => {
    const world = await rolePlayWorld(t.db);
    const other = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(0));
    const { roundId } = round!;
    const stranger = { id: other.cohort.learners[0]!.personId };
    const foreign = { cohortId: other.cohort.id, sessionId: world.key.sessionId };
    expect(await roundScreen(t.db, stranger, { roundId, locale: "zh", now: minute(1) })).toBeUndefined();
    expect(await world.act((trx) => endConversation(trx, stranger, { roundId, now: minute(1) }))).toMatchObject({ error: { code: "unknown-round" } });
    expect(await world.act((trx) => arrive(trx, stranger, { sessionId: world.key.sessionId, now: minute(1) }))).toMatchObject({ error: { code: "unknown-session" } });
    expect(await world.act((trx) => reviewSelf(trx, stranger, { roundId, marks: {}, wentWell: "好", nextTime: "", now: minute(1) }))).toMatchObject({ error: { code: "unknown-round" } });
    for (const attempt of [
      () => world.act((trx) => stopRounds(trx, { ...foreign, groupId: null, now: minute(1) })),
      () => world.act((trx) => formTriads(trx, { ...foreign, now: minute(1) })),
      () => world.act((trx) => endSession(trx, other.instructor, { ...foreign, now: minute(1) })),
      () => world.act((trx) => setPresence(trx, other.instructor, { ...foreign, entries: [], now: minute(1) })),
    ]) {
      expect(await attempt()).toMatchObject({ error: { code: "unknown-session" } });
    }
    expect(await world.act((trx) => finishRound(trx, other.instructor, { ...other.key, roundId, now: minute(1) }))).toMatchObject({ error: { code: "unknown-round" } });
    expect(await world.act((trx) => assessRound(trx, other.instructor, { cohortId: other.cohort.id, roundId, marks: {}, remark: null, seenId: null, now: minute(1) }))).toMatchObject({ error: { code: "unknown-round" } });
    expect(await roundPage(t.db, { cohortId: other.cohort.id, roundId, locale: "zh" })).toBeUndefined();
    expect(await board(t.db, foreign, minute(1))).toBeUndefined();
    expect(await rolePlaysOfLearner(t.db, { cohortId: other.cohort.id, enrolmentId: round!.salesperson.enrolmentId, chapterSlug: world.chapter, now: minute(1) })).toBeNull();
    expect(await world.act((trx) => setPresence(trx, world.instructor, { ...world.key, entries: [{ enrolmentId: other.cohort.learners[0]!.enrolmentId, here: true }], now: minute(1) }))).toMatchObject({ error: { code: "unknown-learner" } });
  });

  test("the salesperson's own review has the same behaviours, can be said again, and is no part of the result", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(0));
    const review = (marks: Record<string, "shown">, personId = round!.salesperson.personId) => world.act((trx) => reviewSelf(trx, { id: personId }, { roundId: round!.roundId, marks, wentWell: "开场说清了成绩", nextTime: "先问时间", now: minute(10) }));
    const [behaviour] = round!.scenario.checklist;
    expect(await review({ [behaviour!.id]: "shown" })).toMatchObject({ error: { code: "wrong-state" } });
    await world.well((trx) => endConversation(trx, { id: round!.salesperson.personId }, { roundId: round!.roundId, now: minute(9) }));
    expect(await review({ other: "shown" })).toMatchObject({ error: { code: "unknown-behaviour" } });
    expect(await review({ [behaviour!.id]: "shown" }, round!.customer.personId)).toMatchObject({ error: { code: "not-salesperson" } });
    expect(await review({})).toMatchObject({ ok: true });
    expect(await review({ [behaviour!.id]: "shown" })).toMatchObject({ ok: true });
    const screen = (await roundScreen(t.db, { id: round!.salesperson.personId }, { roundId: round!.roundId, locale: "en", now: minute(11) }))!;
    expect(screen.review).toMatchObject({ marks: { [behaviour!.id]: "shown" }, nextTime: "先问时间" });
    expect(screen.result).toBeNull();
    // The others do not read it.
    expect((await roundScreen(t.db, { id: round!.customer.personId }, { roundId: round!.roundId, locale: "en", now: minute(11) }))!.review).toBeNull();
  });

  test("ending the session finishes what is under way and drops what was only planned", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(0));
    await world.mark(round!, { now: minute(5) });
    expect(await world.well((trx) => endSession(trx, world.instructor, { ...world.key, now: minute(30) }))).toEqual({ finished: 1, dropped: 2 });
    const standings = await loadStandings(t.db, { cohortId: world.cohort.id, chapterSlug: world.chapter, enrolmentIds: [round!.salesperson.enrolmentId] });
    expect(standings.get(round!.salesperson.enrolmentId)).toMatchObject({ passedAsSalesperson: true });
    for (const command of [() => world.act((trx) => startSession(trx, { ...world.key, now: minute(31) })), () => world.act((trx) => formTriads(trx, { ...world.key, now: minute(31) })), () => world.act((trx) => cancelSession(trx, world.instructor, { ...world.key, now: minute(31) }))]) {
      expect(await command()).toMatchObject({ error: { code: "wrong-state" } });
    }
  });

  test("a plan needs chapters with something to play, and keeps them once groups are formed", async () => {
    const world = await rolePlayWorld(t.db);
    const plan = { title: "课", place: null, link: "https://meet.test/1", startsAt: minute(0), endsAt: minute(90), conversationMinutes: 6, chapterSlugs: [world.chapter] };
    expect(await world.act((trx) => changeSession(trx, { ...world.key, ...plan, now: minute(-100) } as never))).toMatchObject({ ok: true, value: { tell: true } });
    expect(await world.act((trx) => planSession(trx, world.instructor, { ...plan, cohortId: world.cohort.id, endsAt: minute(-1), now: minute(-100) }))).toMatchObject({ error: { code: "ends-before-start" } });
    await world.act((trx) => publishScenarios(trx, { chapterSlug: world.chapter, scenarios: [], now: minute(-90) }));
    expect(await world.act((trx) => planSession(trx, world.instructor, { ...plan, cohortId: world.cohort.id, now: minute(-80) }))).toMatchObject({ error: { code: "nothing-to-play" } });
    await world.act((trx) => publishScenarios(trx, { chapterSlug: world.chapter, scenarios: world.scenarios, now: minute(-70) }));
    await world.open();
    expect((await world.rounds())[0]).toBeDefined();
    const minutes = await t.db.selectFrom("role_play_round").select("minutes").where("session_id", "=", world.key.sessionId).execute();
    expect(new Set(minutes.map((row) => row.minutes))).toEqual(new Set([6]));
  });
});

test("a round keeps the version of its scenario, whatever becomes of the file", async () => {
  const world = await rolePlayWorld(t.db);
  await world.open();
  const [round] = await world.rounds();
  const changed: Scenario[] = world.scenarios.map((scenario) => ({ ...scenario, scene: { zh: "改过的场景", en: "another scene" } }));
  expect(await world.act((trx) => publishScenarios(trx, { chapterSlug: world.chapter, scenarios: changed, now: minute(5) }))).toMatchObject({ changed: world.scenarios.map(({ id }) => id) });
  expect(await world.act((trx) => publishScenarios(trx, { chapterSlug: world.chapter, scenarios: changed.slice(1), now: minute(6) }))).toMatchObject({ changed: [], retired: [changed[0]!.id] });
  const screen = await roundScreen(t.db, { id: round!.salesperson.personId }, { roundId: round!.roundId, locale: "zh", now: minute(7) });
  expect(screen!.scenario.scene).toBe(round!.scenario.scene.zh);
  await expect(t.db.deleteFrom("role_play_scenario_version").where("chapter_slug", "=", world.chapter).execute()).rejects.toThrow("append-only");
});

test("a learner's own page and the instructor's page of their evidence tell the same", async () => {
  const world = await rolePlayWorld(t.db);
  await world.open();
  const round = await play(world, 0);
  const scope = { enrolmentId: round.salesperson.enrolmentId, cohortId: world.cohort.id, chapterSlug: world.chapter, now: minute(20) };
  const own = await ownRolePlays(t.db, scope);
  expect(own).toMatchObject({ standing: { passedAsSalesperson: true, lacking: ["customer", "observer"] }, sessions: [{ here: true, group: { number: 1 } }] });
  expect(own.sessions[0]!.rounds).toHaveLength(3);
  expect(own.sessions[0]!.rounds[0]).toMatchObject({ role: "salesperson", result: { passed: true, by: "observers" } });
  expect(await rolePlaysOfLearner(t.db, scope)).toMatchObject({ standing: own.standing, rounds: [{ roundId: round.roundId }] });
});

test("the database admits exactly the states that the code knows", async () => {
  const allowed = async (constraint: string) => {
    const [row] = await t.sql`select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${constraint}`;
    return [...String(row?.text).matchAll(/'([a-z-]+)'::text/g)].map((match) => match[1]!);
  };
  expect(await allowed("role_play_session_state")).toEqual([...SESSION_STATES]);
  expect(await allowed("role_play_round_state")).toEqual([...ROUND_STATES]);
  expect(await allowed("role_play_round_turn")).toEqual([...TURNS]);
  expect(await allowed("role_play_part_role")).toEqual([...ROLES]);
  expect(await allowed("role_play_mark_kind")).toEqual([...OP_KINDS]);
  expect(await allowed("role_play_mark_mark")).toEqual([...MARKS]);
});
