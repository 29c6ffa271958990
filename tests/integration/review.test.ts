// Spaced review: cards of one's own missed questions, what brings them forward, what must not be shown, grading that is there once.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { MOST_A_DAY, type RecallRating } from "~/capability";
import { inTransaction } from "~/db/index.server";
import { gradeCard, gradeOpsSchema, heldReview, reviewPage, revealCard, takeGrades } from "~/steps/quiz/index.server";
import { at, CLOSED, type Learner, type QuizWorld, quizWorld } from "../factories/quiz-world";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const ZONE = "Asia/Shanghai";
const days = (count: number) => at(count * 86_400);
const ALWAYS = { maxAttempts: 3, showExplanations: "always" };
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);
const page = (learner: Learner, now: Date) => reviewPage(t.db, { id: learner.id, timeZone: ZONE }, { locale: "zh", now });
const cardsOf = (learner: Learner) => t.db.selectFrom("review_card").select(["id", "question_id", "version", "due_at", "reviews"]).where("person_id", "=", learner.id).orderBy("question_id").execute();
const grade = (learner: Learner, card: { id: string; version: number }, rating: RecallRating, now: Date, opId: string = randomUUID()) => run((trx) => gradeCard(trx, learner, { cardId: card.id, version: card.version, opId, rating, answer: null, now }));

/** A learner who missed everything but `right`. */
async function missed(right: string[] = [], gate: Record<string, string | number> = ALWAYS): Promise<{ world: QuizWorld; learner: Learner }> {
  const world = await quizWorld(t.db, { gate });
  const learner = await world.learner();
  await world.sit(learner, { right });
  return { world, learner };
}

describe("cards", () => {
  test("are made of the questions that were missed, in the version that was asked, and of nobody else's", async () => {
    const { learner, world } = await missed(["q-single"]);
    const cards = await cardsOf(learner);
    expect(cards).toHaveLength(CLOSED.length - 1);
    expect(cards.some(({ question_id }) => question_id.startsWith("q-single"))).toBe(false);
    const other = await world.learner();
    expect((await page(other, at(100))).card).toBeNull();
    const shown = await page(learner, at(100));
    expect(shown).toMatchObject({ number: 1, total: CLOSED.length - 1, reviewedToday: 0, withheld: 0 });
    expect(JSON.stringify(shown)).not.toContain("SECRET");
    // Another's card is not there, neither to look at nor to grade.
    const form = new FormData();
    expect(await revealCard(t.db, other, { cardId: cards[0]!.id, form, locale: "zh", now: at(100) })).toBeUndefined();
    expect(await grade(other, cards[0]!, "good", at(100))).toMatchObject({ error: { code: "not-found" } });
    // A second attempt does not make them twice.
    await world.sit(learner, { right: [], now: at(300) });
    expect(await cardsOf(learner)).toHaveLength(CLOSED.length);
  });

  test("wait while a paper with them is open, and while the cohort does not show keys", async () => {
    const { learner, world } = await missed();
    const [card] = await cardsOf(learner);
    const attempt = await world.open(learner, at(200));
    expect(await page(learner, at(210))).toMatchObject({ card: null, withheld: CLOSED.length });
    expect(await revealCard(t.db, learner, { cardId: card!.id, form: new FormData(), locale: "zh", now: at(210) })).toBeUndefined();
    expect(await grade(learner, card!, "easy", at(210))).toMatchObject({ error: { code: "withheld" } });
    await world.submit(learner, attempt.attemptId, at(220));
    expect((await page(learner, at(230))).card).not.toBeNull();
    const hidden = await missed([], { maxAttempts: 3, showExplanations: "after-pass" });
    expect(await page(hidden.learner, at(100))).toMatchObject({ card: null, withheld: CLOSED.length });
    const never = await missed([], { maxAttempts: 3, showExplanations: "never" });
    expect((await page(never.learner, at(100))).card).toBeNull();
  });
});

describe("reviewing", () => {
  test("an answer is scored and the key shown; nothing is written before it is graded", async () => {
    const { learner } = await missed(CLOSED.map(({ id }) => id).filter((id) => id !== "q-true-false"));
    const shown = await page(learner, at(100));
    const form = new FormData();
    form.set("q1", "true");
    const revealed = await revealCard(t.db, learner, { cardId: shown.card!.id, form, locale: "zh", now: at(100) });
    expect(revealed).toMatchObject({ answer: { kind: "true-false", value: true }, share: 1, question: { explanation: "SECRET 解析" } });
    expect(revealed!.days.again).toBeLessThanOrEqual(revealed!.days.hard);
    expect(revealed!.days.good).toBeLessThan(revealed!.days.easy);
    expect((await cardsOf(learner))[0]).toMatchObject({ reviews: 0, version: 1 });
  });

  test("said twice it is there once; a second window is told; the log is kept for ever", async () => {
    const { learner } = await missed();
    const [card] = await cardsOf(learner);
    const opId = randomUUID();
    const first = await grade(learner, card!, "good", at(100), opId);
    expect(await grade(learner, card!, "good", at(160), opId)).toEqual(first);
    expect(await grade(learner, card!, "again", at(170))).toEqual({ ok: false, error: { code: "overtaken" } });
    const logs = await t.db.selectFrom("review_log").select(["id", "rating", "due_at"]).where("card_id", "=", card!.id).execute();
    expect(logs).toHaveLength(1);
    expect((await cardsOf(learner))[0]).toMatchObject({ version: 2, reviews: 1, due_at: logs[0]!.due_at });
    await expect(t.db.deleteFrom("review_log").where("id", "=", logs[0]!.id).execute()).rejects.toThrow(/append-only/u);
    // It comes back on its day, not before.
    const due = logs[0]!.due_at;
    expect(due.getTime()).toBeGreaterThan(days(1).getTime());
    const later = (await cardsOf(learner)).find(({ id }) => id === card!.id)!;
    for (const other of (await cardsOf(learner)).filter(({ id }) => id !== card!.id)) await grade(learner, other, "easy", at(200));
    expect((await page(learner, days(1))).card).toBeNull();
    expect((await page(learner, new Date(due.getTime() + 1000))).card?.id).toBe(later.id);
  });

  test("at most twelve a day, by the learner's own midnight", async () => {
    const { learner, world } = await missed();
    const more = [1, 2].flatMap((copy) => CLOSED.map((question) => ({ ...question, id: `${question.id}x${copy}` })));
    for (const question of more) {
      const hash = randomUUID().replaceAll("-", "").padEnd(64, "0");
      await t.db.insertInto("question_version").values({ hash, question_id: question.id + world.chapterSlug, chapter_slug: world.chapterSlug, kind: question.kind, competency: "build-trust", difficulty: 1, section: "s", parts: { shown: [], right: [] }, body: question as never, first_seen: at(0) }).execute();
      const { attempt_id, memory } = await t.db.selectFrom("review_card").select(["attempt_id", "memory"]).where("person_id", "=", learner.id).executeTakeFirstOrThrow();
      await t.db.insertInto("review_card").values({ person_id: learner.id, question_id: question.id + world.chapterSlug, question_hash: hash, chapter_slug: world.chapterSlug, attempt_id, made_at: at(0), due_at: at(0), memory }).execute();
    }
    let graded = 0;
    for (let next = await page(learner, at(1000)); next.card !== null; next = await page(learner, at(1000 + graded))) {
      await grade(learner, next.card, "easy", at(1000 + graded));
      graded += 1;
    }
    expect(graded).toBe(MOST_A_DAY);
    expect(await page(learner, at(2000))).toMatchObject({ isFull: true, reviewedToday: MOST_A_DAY });
    expect((await page(learner, days(1))).card).not.toBeNull();
  });

  test("a customer meeting within three days brings its stage's questions forward", async () => {
    const { learner } = await missed();
    for (const card of await cardsOf(learner)) await grade(learner, card, "easy", at(100));
    const [card] = await cardsOf(learner);
    // Between fresh and due.
    const now = days(3);
    expect(card!.due_at.getTime()).toBeGreaterThan(now.getTime());
    expect((await page(learner, now)).card).toBeNull();
    const account = await t.db.insertInto("account").values({ name: `申科 ${randomUUID()}`, owner_id: learner.id, created_by: learner.id, created_at: at(0), changed_at: at(0) } as never).returning("id").executeTakeFirstOrThrow();
    const deal = { account_id: account.id, title: "压铸产线", owner_id: learner.id, amount_minor: "1", opened_on: "2026-11-20", stage: "contact", stage_since: "2026-11-20", next_action: "见骆启明", next_action_owner_id: learner.id, next_action_due: days(5).toISOString().slice(0, 10), created_at: at(0), changed_at: at(0) };
    await t.db.insertInto("deal").values(deal as never).execute();
    expect((await page(learner, now)).card).toMatchObject({ forward: { kind: "visit", account: expect.stringContaining("申科") } });
    expect((await page(learner, at(86_400 * 1.5))).card).toBeNull();
  });
});

describe("without a network", () => {
  const hold = (learner: Learner, now: Date) => heldReview(t.db, { id: learner.id, timeZone: ZONE }, now);
  const op = (card: { id: string; version: number }, said: Date, rating: RecallRating = "good") => ({ opId: randomUUID(), at: said.toISOString(), cardId: card.id, version: card.version, rating, answer: null });
  const logs = (learner: Learner) => t.db.selectFrom("review_log as l").innerJoin("review_card as c", "c.id", "l.card_id").select(["l.op_id", "l.reviewed_at", "l.received_at", "l.due_at"]).where("c.person_id", "=", learner.id).orderBy("l.id").execute();

  test("the device holds the day's cards as the page would ask them, with what the days would be", async () => {
    const { learner, world } = await missed();
    const held = await hold(learner, at(100));
    const shown = await page(learner, at(100));
    expect(held).toMatchObject({ personId: learner.id, day: "2026-11-24", reviewedToday: 0, withheld: 0 });
    expect(held.cards).toHaveLength(shown.total);
    expect(held.cards[0]).toMatchObject({ id: shown.card!.id, version: 1, sectionPath: shown.card!.sectionPath, chapterNumber: shown.card!.chapterNumber });
    expect(held.cards[0]!.days.again).toBeLessThan(held.cards[0]!.days.easy);
    // Keys go out only where the page would show them: not while a paper with them is open.
    await world.open(learner, at(200));
    expect(await hold(learner, at(210))).toMatchObject({ cards: [], withheld: CLOSED.length });
  });

  test("gradings sent late count when they were said; sent twice, also in other company, they are there once", async () => {
    const { learner } = await missed();
    const [first, second, third] = (await hold(learner, at(100))).cards;
    const ops = [op(first!, at(200)), op(second!, at(260), "again")];
    const accepted = ops.map(({ opId }) => ({ opId, outcome: "accepted" }));
    expect((await takeGrades(t.db, learner, ops, at(9000))).receipts).toEqual(accepted);
    expect((await takeGrades(t.db, learner, [...ops, op(third!, at(300))], at(9500))).receipts.slice(0, 2)).toEqual(accepted);
    const written = await logs(learner);
    expect(written).toHaveLength(3);
    expect(written[0]).toMatchObject({ op_id: ops[0]!.opId, reviewed_at: at(200), received_at: at(9000) });
    // From when it was said, not from when it came.
    expect(written[1]!.due_at).toEqual(new Date(at(260).getTime() + 86_400_000));
    expect(await hold(learner, at(9600))).toMatchObject({ reviewedToday: 3 });
  });

  test("two devices at once: one holds; a clock that is wrong writes nothing into the future", async () => {
    const { learner } = await missed();
    const [card, other] = (await hold(learner, at(100))).cards;
    const both = await Promise.all([takeGrades(t.db, learner, [op(card!, at(200))], at(400)), takeGrades(t.db, learner, [op(card!, at(300), "easy")], at(400))]);
    expect(both.flatMap(({ receipts }) => receipts.map(({ outcome }) => outcome)).sort()).toEqual(["accepted", "overtaken"]);
    await takeGrades(t.db, learner, [op(other!, days(400))], at(500));
    expect((await logs(learner)).at(-1)).toMatchObject({ reviewed_at: at(500) });
  });

  test("one that no longer holds does not keep the others out; another's card is not there", async () => {
    const { learner, world } = await missed(["q-single"]);
    const stranger = await world.learner();
    const [card, next] = (await hold(learner, at(100))).cards;
    const gone = { ...op(card!, at(200)), cardId: randomUUID() };
    expect((await takeGrades(t.db, learner, [gone, op({ ...card!, version: 7 }, at(210)), op(next!, at(220))], at(300))).receipts.map(({ outcome }) => outcome)).toEqual(["gone", "overtaken", "accepted"]);
    expect((await takeGrades(t.db, stranger, [op(card!, at(200))], at(300))).receipts[0]).toMatchObject({ outcome: "gone" });
    await world.open(learner, at(400));
    expect((await takeGrades(t.db, learner, [op(card!, at(390))], at(410))).receipts[0]).toMatchObject({ outcome: "withheld" });
    expect(await logs(learner)).toHaveLength(1);
    expect(gradeOpsSchema.safeParse({ ops: [{ ...op(card!, at(1)), rating: "perfect" }] }).success).toBe(false);
    expect(gradeOpsSchema.safeParse({ ops: [] }).success).toBe(false);
  });
});
