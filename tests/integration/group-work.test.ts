/** Group work: from the sheet that a group begins to the acceptance that moves every member's road. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { endEnrolment, moveLearner } from "~/cohorts/index.server";
import { actOnStep } from "~/cohorts/index.server";
import { recordEvidence, roadHistory } from "~/pipeline/index.server";
import { addComment, applyEdits, resolveComment, sheetRight, sheetSummaries } from "~/sheets/index.server";
import { acceptSheet, beginGroupSheet, followClassGroups, groupOfSheet, groupRoom, groupSheetPage, handInSheet, openGroupWork, ownGroupWork, pickTools, ratePeers, sendHint, startTimer, takeBackAcceptance, workOfLearner } from "~/steps/group-work/index.server";
import { sheetFacts } from "~/steps/group-work/sheet-facts.server";
import { at, groupWorld, type GroupWorld } from "../factories/group-work";
import { put } from "../factories/sheets";
import { useDatabase } from "../setup/database";

const t = useDatabase();

const states = (world: GroupWorld, group = 0) => Promise.all(world.members[group]!.map((learner) => world.steps(learner)));
const queue = (world: GroupWorld) => t.db.selectFrom("marking_item").select(["state", "title", "blocked_count", "subject_id"]).where("cohort_id", "=", world.id).orderBy("waiting_since").execute();
const setGate = (world: GroupWorld, gate: Record<string, boolean>) => t.db.updateTable("cohort_step").set({ gate }).where("cohort_id", "=", world.id).where("step", "=", "group-work").execute();

describe("a group's sheet", () => {
  it("is begun once, by a member, about a named customer; all members write in it and nobody else", async () => {
    const world = await groupWorld(t.db);
    const { sheetId } = await world.begin(0);
    const [first, second] = world.members[0]!;
    const input = { enrolmentId: second!.enrolmentId, cohortId: world.id, chapterSlug: world.chapter, tool: world.tool, customer: "别的客户", locale: "zh" as const, now: at(2) };
    expect(await world.act((trx) => beginGroupSheet(trx, { id: second!.personId }, input))).toEqual({ ok: false, error: { code: "already-begun", sheetId } });
    expect(await world.act((trx) => beginGroupSheet(trx, { id: second!.personId }, { ...input, tool: "no-such-tool" }))).toEqual({ ok: false, error: { code: "unknown-tool" } });
    expect(await groupOfSheet(t.db, { sheetId, personId: second!.personId, now: at(2) })).toMatchObject({ groupName: "第 1 组", enrolmentId: second!.enrolmentId, chapterSlug: world.chapter, broadcasts: { timer: null, hints: [] } });
    expect(await groupOfSheet(t.db, { sheetId, personId: world.members[1]![0]!.personId, now: at(2) })).toBeUndefined();
    for (const member of world.members[0]!) expect(await sheetRight(t.db, await world.actor(member), sheetId)).toBe("edit");
    expect(await sheetRight(t.db, await world.actor(world.members[1]![0]!), sheetId)).toBeNull();
    expect((await sheetSummaries(t.db, [sheetId])).get(sheetId)?.title).toBe("申科精密压铸 · 样表");
    // Whoever opens the room begins; the others have not yet.
    expect(await world.steps(first!)).toBe("in-progress");
    expect(await world.steps(second!)).toBe("available");
    await world.act((trx) => openGroupWork(trx, { id: second!.personId }, input));
    expect(await world.steps(second!)).toBe("in-progress");
  });

  it("is handed in for all its members and locked; the queue says whom it blocks", async () => {
    const world = await groupWorld(t.db);
    const { groupSheetId, sheetId } = await world.begin(0);
    const [first, , third] = world.members[0]!;
    expect(await world.handIn(groupSheetId, first!)).toEqual({ ok: false, error: { code: "empty" } });
    await world.act(async (trx) => applyEdits(trx, await world.actor(first!), { sheetId, now: at(5), entries: [put("customer", "申科")] }));
    expect(await world.handIn(groupSheetId, third!)).toEqual({ ok: false, error: { code: "incomplete", done: 1, of: 2 } });
    expect((await sheetSummaries(t.db, [sheetId])).get(sheetId)?.lockedAt).toBeNull();
    await world.fill(sheetId, first!);
    expect(await world.handIn(groupSheetId, third!)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await states(world)).toEqual(Array(4).fill("awaiting-review"));
    expect(await queue(world)).toEqual([{ state: "waiting", title: "第 1 组 · 申科精密压铸", blocked_count: 4, subject_id: groupSheetId }]);
    const refused = await world.act(async (trx) => applyEdits(trx, await world.actor(first!), { sheetId, now: at(21), entries: [put("customer", "改一改")] }));
    expect(refused).toEqual({ ok: false, error: { code: "locked" } });
    expect(await world.handIn(groupSheetId, first!)).toEqual({ ok: false, error: { code: "wrong-state", state: "submitted" } });
    const kept = await t.db.selectFrom("group_submission_member").select(["enrolment_id", "filled"]).orderBy("filled", "desc").execute();
    expect(kept).toHaveLength(4);
    expect(kept[0]).toEqual({ enrolment_id: first!.enrolmentId, filled: 3 });
  });

  it("may be handed in incomplete where the gate does not ask for more, and says so", async () => {
    const world = await groupWorld(t.db);
    await setGate(world, { requireComplete: false });
    const { groupSheetId, sheetId } = await world.begin(0);
    const [first] = world.members[0]!;
    await world.act(async (trx) => applyEdits(trx, await world.actor(first!), { sheetId, now: at(5), entries: [put("customer", "申科")] }));
    expect((await world.handIn(groupSheetId, first!)).ok).toBe(true);
    expect(await t.db.selectFrom("group_submission").select(["complete", "done_count", "of_count"]).where("group_sheet_id", "=", groupSheetId).executeTakeFirst()).toEqual({ complete: false, done_count: 1, of_count: 2 });
  });

  it("cannot be handed in by somebody of another group or cohort", async () => {
    const world = await groupWorld(t.db);
    const other = await groupWorld(t.db);
    const { groupSheetId, sheetId } = await world.begin(0);
    await world.fill(sheetId, world.members[0]![0]!);
    expect(await world.handIn(groupSheetId, world.members[1]![0]!)).toEqual({ ok: false, error: { code: "not-found" } });
    const [stranger] = other.members[0]!;
    expect(await world.act((trx) => handInSheet(trx, { id: stranger!.personId }, { cohortId: other.id, groupSheetId, enrolmentId: stranger!.enrolmentId, now: at(20) }))).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await other.accept(groupSheetId)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await world.accept(randomUUID())).toEqual({ ok: false, error: { code: "not-found" } });
  });
});

describe("the instructor's word", () => {
  async function handedIn(options: Parameters<typeof groupWorld>[1] = {}) {
    const world = await groupWorld(t.db, options);
    const begun = await world.begin(0);
    await world.fill(begun.sheetId, world.members[0]![0]!);
    const done = await world.handIn(begun.groupSheetId, world.members[0]![1]!);
    if (!done.ok) throw new Error(done.error.code);
    return { world, ...begun };
  }

  it("sent back once, improved, accepted: the roads of all members move by that alone", async () => {
    const { world, groupSheetId, sheetId } = await handedIn();
    expect(await world.sendBack(groupSheetId, " ")).toEqual({ ok: false, error: { code: "reason-missing" } });
    expect((await world.sendBack(groupSheetId, "决策者写得太笼统，写出他做过什么。")).ok).toBe(true);
    expect(await states(world)).toEqual(Array(4).fill("in-progress"));
    expect((await queue(world)).map((item) => item.state)).toEqual(["done"]);
    await world.act(async (trx) => applyEdits(trx, await world.actor(world.members[0]![2]!), { sheetId, now: at(40), entries: [put("story", "上周他请我们看了车间。")] }));
    expect(await world.handIn(groupSheetId, world.members[0]![3]!, at(50))).toMatchObject({ ok: true, value: { number: 2 } });
    expect((await queue(world)).map((item) => item.state)).toEqual(["done", "waiting"]);
    expect(await world.accept(groupSheetId, 2, at(60))).toEqual({ ok: true, value: undefined });
    expect(await states(world)).toEqual(Array(4).fill("passed"));
    expect((await queue(world)).map((item) => item.state)).toEqual(["done", "done"]);
    const history = await roadHistory(t.db, { enrolmentId: world.members[0]![0]!.enrolmentId, chapterSlug: world.chapter, step: "group-work" });
    expect(history.map((event) => event.kind)).toEqual(["opened", "begun", "submitted", "reopened", "submitted", "passed"]);
    expect(history[3]).toMatchObject({ cause: { kind: "person", reason: "决策者写得太笼统，写出他做过什么。" } });
    expect(await states(world, 1)).toEqual(Array(3).fill("available"));
  });

  it("counts also for a member who is behind with earlier steps, once they catch up", async () => {
    const { world, groupSheetId } = await handedIn({ behind: [2] });
    const late = world.members[0]![2]!;
    expect(await states(world)).toEqual(["awaiting-review", "awaiting-review", "locked", "awaiting-review"]);
    expect((await queue(world))[0]).toMatchObject({ blocked_count: 3 });
    await world.accept(groupSheetId);
    expect(await states(world)).toEqual(Array(4).fill("passed"));
    expect(await world.state(late, "preview")).toBe("available");
  });

  it("what waits counts for who was behind when they open the room", async () => {
    const { world } = await handedIn({ behind: [2] });
    const late = world.members[0]![2]!;
    for (const step of ["preview", "quiz", "lecture"] as const) {
      await world.act((trx) => recordEvidence(trx, { enrolmentId: late.enrolmentId, chapterSlug: world.chapter, step, outcome: "passed", evidence: { kind: "test", id: step }, actorId: null, now: at(25) }));
    }
    expect(await world.steps(late)).toBe("available");
    await world.act((trx) => openGroupWork(trx, { id: late.personId }, { ...late, cohortId: world.id, chapterSlug: world.chapter, now: at(26) }));
    expect(await world.steps(late)).toBe("awaiting-review");
  });

  it("is for who was in the group when it was handed in, wherever they are now", async () => {
    const { world, groupSheetId, sheetId } = await handedIn();
    const [mover] = world.members[0]!;
    const [newcomer] = world.members[1]!;
    const move = (enrolmentId: string, from: string, to: string) =>
      world.act(async (trx) => {
        const moved = await moveLearner(trx, world.instructor.id, { cohortId: world.id, purpose: "class", enrolmentId, from, to, now: at(25) });
        await followClassGroups(trx, world.id, at(25));
        return moved;
      });
    expect((await move(mover!.enrolmentId, world.groups[0]!, world.groups[1]!)).ok).toBe(true);
    expect((await move(newcomer!.enrolmentId, world.groups[1]!, world.groups[0]!)).ok).toBe(true);
    expect(await sheetRight(t.db, await world.actor(mover!), sheetId)).toBe("read");
    expect(await sheetRight(t.db, await world.actor(newcomer!), sheetId)).toBe("edit");
    await world.accept(groupSheetId);
    expect(await world.steps(mover!)).toBe("passed");
    expect(await world.steps(newcomer!)).toBe("available");
    await world.act(async (trx) => {
      await endEnrolment(trx, world.instructor.id, { enrolmentId: newcomer!.enrolmentId, cohortId: world.id, reason: "调岗", now: at(35) });
      await followClassGroups(trx, world.id, at(35));
    });
    expect(await sheetRight(t.db, await world.actor(newcomer!), sheetId)).toBeNull();
  });

  it("of two instructors at once one wins, and the other is told who did what", async () => {
    const { world, groupSheetId } = await handedIn();
    const colleague = await world.people.actor("instructor", { kind: "cohort", cohortId: world.id });
    const decide = (actor: { id: string }) => world.act((trx) => acceptSheet(trx, actor, { cohortId: world.id, groupSheetId, seen: 1, now: at(30) }));
    const results = await Promise.all([decide(world.instructor), decide(colleague)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { code: "overtaken", state: "accepted" } });
    expect(await t.db.selectFrom("group_decision").select("id").execute()).not.toHaveLength(0);
    expect(await world.sendBack(groupSheetId, "来不及了")).toMatchObject({ ok: false, error: { code: "overtaken", state: "accepted" } });
  });

  it("of a hand-in and another at once one wins", async () => {
    const world = await groupWorld(t.db);
    const { groupSheetId, sheetId } = await world.begin(0);
    const [first, second] = world.members[0]!;
    await world.fill(sheetId, first!);
    const results = await Promise.all([world.handIn(groupSheetId, first!), world.handIn(groupSheetId, second!)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: { code: "wrong-state", state: "submitted" } });
  });

  it("an instructor who looked at an earlier version decides nothing about the later one", async () => {
    const { world, groupSheetId } = await handedIn();
    await world.sendBack(groupSheetId, "再想想");
    await world.handIn(groupSheetId, world.members[0]![0]!, at(50));
    expect(await world.accept(groupSheetId, 1, at(60))).toMatchObject({ ok: false, error: { code: "overtaken", state: "submitted" } });
  });

  it("taken back with a reason: the step is open again and what follows locks; accepted again it all comes back", async () => {
    const { world, groupSheetId, sheetId } = await handedIn();
    await world.accept(groupSheetId);
    const [first] = world.members[0]!;
    expect(await world.state(first!, "role-play")).toBe("available");
    const back = await world.act((trx) => takeBackAcceptance(trx, world.instructor, { cohortId: world.id, groupSheetId, seen: 1, reason: "客户是虚构的。", now: at(40) }));
    expect(back).toEqual({ ok: true, value: undefined });
    expect(await states(world)).toEqual(Array(4).fill("in-progress"));
    expect(await world.state(first!, "role-play")).toBe("locked");
    expect((await sheetSummaries(t.db, [sheetId])).get(sheetId)?.lockedAt).toBeNull();
    await world.handIn(groupSheetId, first!, at(50));
    await world.accept(groupSheetId, 2, at(60));
    expect(await states(world)).toEqual(Array(4).fill("passed"));
    expect(await world.state(first!, "role-play")).toBe("available");
  });

  it("a make-up that a person recorded is not undone by taking back", async () => {
    const { world, groupSheetId } = await handedIn();
    const [first] = world.members[0]!;
    const version = await world.version(first!);
    await world.act((trx) => actOnStep(trx, world.instructor.id, { cohortId: world.id, enrolmentId: first!.enrolmentId, chapterSlug: world.chapter, step: "group-work", expectedVersion: version, act: { kind: "record", outcome: "passed", reason: "线下交过纸质表", note: "" }, now: at(25) }));
    await world.accept(groupSheetId);
    await world.act((trx) => takeBackAcceptance(trx, world.instructor, { cohortId: world.id, groupSheetId, seen: 1, reason: "重做", now: at(40) }));
    expect(await states(world)).toEqual(["passed", "in-progress", "in-progress", "in-progress"]);
  });
});

describe("several tools", () => {
  it("pass only together; those judged at the same moment as well", async () => {
    const world = await groupWorld(t.db, { sizes: [3], tools: 2 });
    const tools = [world.tool, world.tool.replace(/1$/, "2")];
    const pick = (wanted: string[]) => world.act((trx) => pickTools(trx, world.instructor, { cohortId: world.id, chapterSlug: world.chapter, tools: wanted, now: at(0) }));
    expect(await pick([])).toEqual({ ok: false, error: { code: "none" } });
    expect(await pick(["relationship-development"])).toEqual({ ok: false, error: { code: "unknown-tool" } });
    expect((await pick(tools)).ok).toBe(true);
    const sheets = [await world.begin(0, tools[0]), await world.begin(0, tools[1])];
    for (const { sheetId } of sheets) await world.fill(sheetId, world.members[0]![0]!);
    await world.handIn(sheets[0]!.groupSheetId, world.members[0]![0]!);
    expect(await states(world)).toEqual(["in-progress", "in-progress", "in-progress"]);
    await world.handIn(sheets[1]!.groupSheetId, world.members[0]![0]!);
    expect(await states(world)).toEqual(Array(3).fill("awaiting-review"));
    const both = await Promise.all(sheets.map(({ groupSheetId }) => world.accept(groupSheetId)));
    expect(both.every((result) => result.ok)).toBe(true);
    expect(await states(world)).toEqual(Array(3).fill("passed"));
  });

  it("taking a tool off lets those pass who have all the rest", async () => {
    const world = await groupWorld(t.db, { sizes: [3], tools: 2 });
    const tools = [world.tool, world.tool.replace(/1$/, "2")];
    const pick = (wanted: string[]) => world.act((trx) => pickTools(trx, world.instructor, { cohortId: world.id, chapterSlug: world.chapter, tools: wanted, now: at(40) }));
    await pick(tools);
    const { groupSheetId, sheetId } = await world.begin(0);
    await world.fill(sheetId, world.members[0]![0]!);
    await world.handIn(groupSheetId, world.members[0]![0]!);
    await world.accept(groupSheetId);
    expect(await states(world)).toEqual(Array(3).fill("in-progress"));
    await pick([tools[0]!]);
    expect(await states(world)).toEqual(Array(3).fill("passed"));
    // A tool added later takes nothing from who has passed.
    await pick(tools);
    expect(await states(world)).toEqual(Array(3).fill("passed"));
  });
});

describe("what pages say", () => {
  it("the learner's room, the instructor's room, one sheet, and the evidence agree on what happened", async () => {
    const world = await groupWorld(t.db);
    const { groupSheetId, sheetId } = await world.begin(0);
    const [first] = world.members[0]!;
    const own = () => ownGroupWork(t.db, { enrolmentId: first!.enrolmentId, cohortId: world.id, chapterSlug: world.chapter, locale: "zh", now: at(19) });
    expect((await own())!.tools[0]!.sheet).toMatchObject({ state: "open", facts: { complete: false, missing: [{ kind: "cell", what: "客户" }, { kind: "rows", what: "人物", has: 0, needs: 1 }] } });
    await world.fill(sheetId, first!);
    await world.handIn(groupSheetId, first!);
    await world.act((trx) => sendHint(trx, world.instructor, { cohortId: world.id, chapterSlug: world.chapter, body: "先写证据", now: at(15) }));
    await world.act((trx) => startTimer(trx, world.instructor, { cohortId: world.id, chapterSlug: world.chapter, minutes: 10, body: null, now: at(16) }));
    const mine = await own();
    expect(mine).toMatchObject({ group: { name: "第 1 组" }, broadcasts: { timer: { endsAt: at(26) }, hints: [{ body: "先写证据" }] } });
    expect(mine!.tools[0]!.sheet).toMatchObject({ state: "submitted", submissions: [{ number: 1, complete: true }], rating: { open: true, received: null } });
    const room = await groupRoom(t.db, { cohortId: world.id, chapterSlug: world.chapter }, "zh", at(21));
    expect(room.groups.map((group) => group.sheets[0]!.sheet?.state ?? null)).toEqual(["submitted", null]);
    await world.accept(groupSheetId);
    expect(await groupSheetPage(t.db, { cohortId: world.id, groupSheetId }, "zh", at(31))).toMatchObject({ sheet: { state: "accepted" }, parts: [{}, {}, {}, {}] });
    const [evidence] = await workOfLearner(t.db, { cohortId: world.id, enrolmentId: world.members[0]![3]!.enrolmentId, chapterSlug: world.chapter });
    expect(evidence).toMatchObject({ group: "第 1 组", number: 1, part: 0, whole: 3, decisions: [{ kind: "accepted" }] });
    expect(evidence!.members).toHaveLength(4);
    expect(await workOfLearner(t.db, { cohortId: world.id, enrolmentId: world.members[1]![0]!.enrolmentId, chapterSlug: world.chapter })).toEqual([]);
  });
});

describe("the instructor's room", () => {
  it("says of every sheet what holds now, whatever it has read before: cells, remarks, what was settled, who writes, the language, the day", async () => {
    const world = await groupWorld(t.db);
    const { sheetId } = await world.begin(0);
    const [first, second] = world.members[0]!;
    const actor = await world.actor(first!);
    const agree = async (locale: "zh" | "en", now: Date) => {
      const shown = (await groupRoom(t.db, { cohortId: world.id, chapterSlug: world.chapter }, locale, now)).groups[0]!.sheets[0]!.sheet!.facts;
      expect(shown).toEqual(await sheetFacts(t.db, sheetId, locale, now));
      return shown;
    };
    expect(await agree("zh", at(2))).toMatchObject({ complete: false, openRemarks: 0 });
    await world.fill(sheetId, first!);
    expect(await agree("zh", at(11))).toMatchObject({ complete: true });
    expect(await agree("en", at(11))).toMatchObject({ complete: true });
    const said = await world.act((trx) => addComment(trx, actor, { sheetId, address: "customer", body: "全名？", mentions: [], now: at(12) }));
    if (!said.ok) throw new Error(said.error.code);
    expect(await agree("zh", at(12))).toMatchObject({ openRemarks: 1 });
    const other = await world.actor(second!);
    await world.act((trx) => resolveComment(trx, other, { commentId: said.value.commentId, resolved: true, now: at(13) }));
    const settled = await agree("zh", at(13));
    expect(settled).toMatchObject({ openRemarks: 0 });
    expect(settled.contributions.find(({ personId }) => personId === second!.personId)).toMatchObject({ resolved: 1 });
    await world.act((trx) => moveLearner(trx, world.instructor.id, { cohortId: world.id, purpose: "class", enrolmentId: second!.enrolmentId, from: world.groups[0]!, to: world.groups[1]!, now: at(14) }));
    await world.act((trx) => followClassGroups(trx, world.id, at(14)));
    await agree("zh", at(15));
    await agree("zh", at(60 * 24 * 3));
  });
});

describe("rating one another", () => {
  it("comes after handing in, is for who was in the group then, and changes neither acceptance nor progress", async () => {
    const world = await groupWorld(t.db);
    const { groupSheetId, sheetId } = await world.begin(0);
    const [a, b, c, d] = world.members[0]!;
    const stranger = world.members[1]![0]!;
    await world.fill(sheetId, a!);
    const rate = (rater: typeof a, ratings: [typeof a, 1 | 2 | 3 | 4 | 5][]) =>
      world.act((trx) => ratePeers(trx, { cohortId: world.id, groupSheetId, raterId: rater!.enrolmentId, ratings: ratings.map(([who, level]) => ({ enrolmentId: who!.enrolmentId, level })), now: at(22) }));
    expect(await rate(a, [[b, 3]])).toEqual({ ok: false, error: { code: "not-yet" } });
    await world.handIn(groupSheetId, a!);
    expect(await rate(a, [[a, 5]])).toEqual({ ok: false, error: { code: "unknown-member" } });
    expect(await rate(a, [[stranger, 5]])).toEqual({ ok: false, error: { code: "unknown-member" } });
    expect(await rate(stranger, [[a, 5]])).toEqual({ ok: false, error: { code: "not-found" } });
    for (const rater of [a, b, c]) expect((await rate(rater, [[d, 1]])).ok).toBe(true);
    expect((await rate(a, [[d, 2]])).ok).toBe(true);
    await world.accept(groupSheetId);
    expect(await states(world)).toEqual(Array(4).fill("passed"));
    expect(await rate(a, [[d, 5]])).toEqual({ ok: false, error: { code: "closed" } });
    expect((await rate(d, [[a, 4]])).ok).toBe(true);
  });
});
