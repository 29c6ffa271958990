// What each step says about its people: in the same transaction as the mark, superseded by its correction, and found again by catching up.
import { describe, expect, test } from "vitest";
import { inTransaction } from "~/db/index.server";
import { catchUpCapability } from "~/server/catch-up-capability";
import { acceptSheet, takeBackAcceptance } from "~/steps/group-work/index.server";
import { overruleScore } from "~/steps/quiz/index.server";
import { assessRound, voidRound } from "~/steps/role-play/index.server";
import { at as minutesIn, groupWorld } from "../factories/group-work";
import { homeworkWorld, hours, levels, T0 } from "../factories/homework";
import { at, CLOSED, quizWorld } from "../factories/quiz-world";
import { minute, rolePlayWorld } from "../factories/role-play";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);

/** What holds of a person in the ledger: kind, view, item, share. */
async function ledger(personId: string) {
  return t.db
    .selectFrom("capability_entry as e")
    .innerJoin("capability_line as l", "l.entry_id", "e.id")
    .select(["e.source_kind as kind", "e.view", "e.source_id as sourceId", "e.cohort_id as cohortId", "l.item", "l.competency", "l.share", "l.difficulty", "l.label"])
    .where("e.person_id", "=", personId)
    .where("e.retracted", "=", false)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("capability_entry as later").select("later.id").whereRef("later.supersedes", "=", "e.id"))))
    .orderBy("e.id")
    .orderBy("l.item")
    .execute();
}
const entries = async (personId: string) => (await t.db.selectFrom("capability_entry").select("id").where("person_id", "=", personId).execute()).length;

describe("a quiz", () => {
  test("says each question with its difficulty once it is marked, as one occasion with its other attempts; an overruled score supersedes", async () => {
    const world = await quizWorld(t.db, { gate: { maxAttempts: 3 } });
    const learner = await world.learner();
    const page = await world.open(learner);
    expect(await ledger(learner.id)).toEqual([]);
    await world.submit(learner, page.attemptId);
    const lines = await ledger(learner.id);
    expect(lines).toHaveLength(CLOSED.length);
    expect(lines[0]).toMatchObject({ kind: "quiz-item", view: "exam", sourceId: page.attemptId, cohortId: world.cohortId, competency: "build-trust", share: 0, label: null });
    // By the author's word alone: 1 understand 0.2, 2 apply 0.3.
    expect([...new Set(lines.map(({ difficulty }) => difficulty?.toFixed(1)))].sort()).toEqual(["0.2", "0.3"]);
    const mark = await t.db.selectFrom("quiz_mark").select(["id", "position"]).where("attempt_id", "=", page.attemptId).orderBy("position").executeTakeFirstOrThrow();
    const overruled = await run((trx) => overruleScore(trx, world.instructor, { cohortId: world.cohortId, attemptId: page.attemptId, position: mark.position, points: 1, reason: "题目有歧义", seenMarkId: mark.id, now: at(100) }));
    expect(overruled.ok).toBe(true);
    expect((await ledger(learner.id)).find(({ item }) => item === String(mark.position))).toMatchObject({ share: 1 });
    expect(await entries(learner.id)).toBe(2);
    const sat = await world.sit(learner, { now: at(200) });
    const occasions = await t.db.selectFrom("capability_entry").select(["occasion", "source_id"]).where("person_id", "=", learner.id).execute();
    expect(new Set(occasions.map(({ occasion }) => occasion)).size).toBe(1);
    expect(new Set(occasions.map(({ source_id }) => source_id))).toEqual(new Set([page.attemptId, sat.attemptId]));
  });
});

describe("group work", () => {
  test("an accepted sheet counts for who handed it in, by the rubric or as a whole; taking it back takes it back", async () => {
    const world = await groupWorld(t.db, { sizes: [3, 3] });
    const begun = await world.begin(0);
    const [first, second, third] = world.members[0]!;
    await world.fill(begun.sheetId, first!);
    await world.handIn(begun.groupSheetId, first!);
    expect(await ledger(first!.personId)).toEqual([]);
    expect((await world.accept(begun.groupSheetId)).ok).toBe(true);
    for (const one of [first, second, third]) expect(await ledger(one!.personId)).toMatchObject([{ kind: "group-sheet", view: "instructor", sourceId: begun.groupSheetId, item: "accepted", share: expect.closeTo(2 / 3) }]);
    expect(await ledger(world.members[1]![0]!.personId)).toEqual([]);
    const taken = await run((trx) => takeBackAcceptance(trx, world.instructor, { cohortId: world.id, groupSheetId: begun.groupSheetId, seen: 1, reason: "客户是编的", now: minutesIn(40) }));
    expect(taken.ok).toBe(true);
    expect(await ledger(first!.personId)).toEqual([]);
    await world.handIn(begun.groupSheetId, first!, minutesIn(50));
    const again = await run((trx) => acceptSheet(trx, world.instructor, { cohortId: world.id, groupSheetId: begun.groupSheetId, seen: 2, now: minutesIn(60) }));
    expect(again.ok).toBe(true);
    expect(await ledger(second!.personId)).toHaveLength(1);
  });
});

describe("role-play", () => {
  test("the instructor's mark and the observers' sheets stand side by side; a second mark supersedes, a void round says nothing", async () => {
    const world = await rolePlayWorld(t.db);
    await world.open();
    const [round] = await world.start(minute(1));
    await world.mark(round!, { mark: "partly" });
    expect(await ledger(round!.salesperson.personId)).toEqual([]);
    await world.finish(round!, minute(20));
    const peers = await ledger(round!.salesperson.personId);
    expect(peers.length).toBeGreaterThan(0);
    expect(peers.every(({ kind, view, share, label }) => kind === "peer-rating" && view === "peer" && share === 0.5 && label !== null)).toBe(true);
    const all = Object.fromEntries(round!.scenario.checklist.map(({ id }) => [id, "shown" as const]));
    const assess = (seenId: string | null, given: Record<string, "shown" | "partly">, now: Date) => run((trx) => assessRound(trx, world.instructor, { cohortId: world.cohort.id, roundId: round!.roundId, marks: given, remark: null, seenId, now }));
    expect((await assess(null, all, minute(30))).ok).toBe(true);
    const both = await ledger(round!.salesperson.personId);
    expect(both.filter(({ kind }) => kind === "role-play-criterion").every(({ share }) => share === 1)).toBe(true);
    expect(new Set(both.map(({ view }) => view))).toEqual(new Set(["peer", "instructor"]));
    const { id } = await t.db.selectFrom("role_play_assessment").select("id").where("round_id", "=", round!.roundId).executeTakeFirstOrThrow();
    const [firstBehaviour] = round!.scenario.checklist;
    expect((await assess(id, { ...all, [firstBehaviour!.id]: "partly" }, minute(31))).ok).toBe(true);
    expect((await ledger(round!.salesperson.personId)).filter(({ kind, item }) => kind === "role-play-criterion" && item === firstBehaviour!.id).every(({ share }) => share === 0.5)).toBe(true);
    const voided = await run((trx) => voidRound(trx, world.instructor, { ...world.key, roundId: round!.roundId, reason: "场景放错了", now: minute(40) }));
    expect(voided.ok).toBe(true);
    expect(await ledger(round!.salesperson.personId)).toEqual([]);
  });
});

describe("homework", () => {
  test("the instructor's levels count, also of a version sent back; the better version supersedes it; a peer's review stands beside", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    const [learner, ...others] = world.cohort.learners;
    const first = await world.submitted(learner!);
    for (const other of others) await world.submitted(other);
    const request = (await world.requests()).find(({ author }) => author === learner!.enrolmentId);
    await world.review(request!.id, 3, hours(1));
    expect(await ledger(learner!.personId)).toMatchObject(["a", "b", "c", "d"].map((item) => ({ kind: "peer-rating", view: "peer", item, share: 1 })));
    expect((await world.mark(first, "returned", hours(60), { criteria: levels(1) })).ok).toBe(true);
    const byInstructor = async () => (await ledger(learner!.personId)).filter(({ kind }) => kind === "homework-criterion").map(({ share }) => share);
    expect(await byInstructor()).toEqual(Array(4).fill(expect.closeTo(1 / 3)));
    const second = await world.submitted(learner!, hours(70), "先见发起者，再请他引见决策者");
    expect((await world.mark(second, "accepted", hours(80), { criteria: levels(3) })).ok).toBe(true);
    expect(await byInstructor()).toEqual([1, 1, 1, 1]);
  });
});

test("catching up finds what a database held before the ledger, once", async () => {
  const quiz = await quizWorld(t.db);
  const learner = await quiz.learner();
  await quiz.sit(learner);
  const homework = await homeworkWorld(t.db, { learners: 1, gate: { peerReviews: 0 } });
  const [author] = homework.cohort.learners;
  await homework.mark(await homework.submitted(author!), "accepted", hours(2));
  const before = [await ledger(learner.id), await ledger(author!.personId)];
  await catchUpCapability({ db: t.db }, T0);
  // As a database from before the migration has it: the evidence, and nothing in the ledger.
  await t.sql`truncate capability_entry, capability_line, capability_estimate`;
  expect(await catchUpCapability({ db: t.db }, T0)).toBeGreaterThanOrEqual(2);
  expect([await ledger(learner.id), await ledger(author!.personId)]).toEqual(before);
  expect(await catchUpCapability({ db: t.db }, T0)).toBe(0);
});
