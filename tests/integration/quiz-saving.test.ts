import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { attemptResult, submitAttempt } from "~/steps/quiz/index.server";
import type { QuizResponse } from "~/steps/quiz";
import type { Receipt } from "~/steps/quiz/save-ops";
import { sampleQuestions } from "../factories/quiz-questions";
import { at, MINUTES, op, quizWorld, t0, type QuizWorld } from "../factories/quiz-world";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const text = (value: string): QuizResponse => ({ kind: "short-answer", text: value });
const QUESTIONS = [sampleQuestions.shortAnswer, { ...sampleQuestions.shortAnswer, id: "q-short2" }];

const opened = async () => {
  const world = await quizWorld(t.db, { questions: QUESTIONS });
  const learner = await world.learner();
  return { world, learner, page: await world.open(learner) };
};
const receipts = (result: Awaited<ReturnType<QuizWorld["save"]>>): Receipt[] => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.receipts;
};
const ledger = (attemptId: string) => t.db.selectFrom("quiz_response_op").select(["op_id", "outcome", "value"]).where("attempt_id", "=", attemptId).orderBy("at").execute();

describe("saving", () => {
  it("stores an answer with its flag, and shows it on the page", async () => {
    const { world, learner, page } = await opened();
    const [first, second] = [op(1, 0, text("一"), { flagged: true }), op(2, 0, text("二"))];
    expect(receipts(await world.save(learner, page.attemptId, [first, second]))).toEqual([
      { opId: first.opId, position: 1, outcome: "accepted", revision: 1 },
      { opId: second.opId, position: 2, outcome: "accepted", revision: 1 },
    ]);
    await world.save(learner, page.attemptId, [op(1, 1, text("一二"))]);
    const { questions } = await world.page(learner, page.attemptId);
    expect(questions[0]).toMatchObject({ value: text("一二"), revision: 2, flagged: true });
    expect(questions[1]).toMatchObject({ value: text("二"), revision: 1, flagged: false });
  });

  it("gives the same receipt for the same operation, and changes nothing", async () => {
    const { world, learner, page } = await opened();
    const [first, second] = [op(1, 0, text("一")), op(1, 1, text("二"))];
    const before = receipts(await world.save(learner, page.attemptId, [first]));
    await world.save(learner, page.attemptId, [second]);
    expect(receipts(await world.save(learner, page.attemptId, [first]))).toEqual(before);
    expect((await world.page(learner, page.attemptId)).questions[0]).toMatchObject({ value: text("二"), revision: 2 });
    expect(await ledger(page.attemptId)).toHaveLength(2);
  });

  it("takes several operations on one question in their order, also when the first is a replay", async () => {
    const { world, learner, page } = await opened();
    const [first, second, third] = [op(1, 0, text("一")), op(1, 1, text("一二")), op(1, 2, text("一二三"))];
    await world.save(learner, page.attemptId, [first]);
    expect(receipts(await world.save(learner, page.attemptId, [first, second, third])).map(({ revision }) => revision)).toEqual([1, 2, 3]);
  });

  it("tells the slower of two devices, keeps both values, and lets it win once it has seen the other", async () => {
    const { world, learner, page } = await opened();
    await world.save(learner, page.attemptId, [op(1, 0, text("手机"))]);
    const lost = op(1, 0, text("电脑"));
    const conflict = { opId: lost.opId, position: 1, outcome: "conflict", revision: 1, server: { value: text("手机"), flagged: false } };
    expect(receipts(await world.save(learner, page.attemptId, [lost]))).toEqual([conflict]);
    expect(receipts(await world.save(learner, page.attemptId, [lost]))).toEqual([conflict]);
    expect((await ledger(page.attemptId)).map(({ outcome, value }) => [outcome, value])).toEqual([["accepted", text("手机")], ["conflict", text("电脑")]]);
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 1, text("电脑"))]))[0]).toMatchObject({ outcome: "accepted", revision: 2 });
  });

  it("lets nothing overwrite something only when it has seen it", async () => {
    const { world, learner, page } = await opened();
    await world.save(learner, page.attemptId, [op(1, 0, text("写了很多"))]);
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 0, null)]))[0]).toMatchObject({ outcome: "conflict" });
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 0, text(""))]))[0]).toMatchObject({ outcome: "conflict" });
    expect((await world.page(learner, page.attemptId)).questions[0]?.value).toEqual(text("写了很多"));
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 1, null)]))[0]).toMatchObject({ outcome: "accepted" });
  });

  it("finds no conflict where two devices say the same", async () => {
    const { world, learner, page } = await opened();
    await world.save(learner, page.attemptId, [op(1, 0, text("一样"))]);
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 0, text("一样"))]))[0]).toMatchObject({ outcome: "accepted", revision: 1 });
  });

  it("counts what arrives within the grace, and nothing after it", async () => {
    const { world, learner, page } = await opened();
    const deadline = MINUTES * 60;
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 0, text("刚好"))], at(deadline + 5)))[0]).toMatchObject({ outcome: "accepted" });
    const late = op(1, 1, text("太晚"));
    expect(receipts(await world.save(learner, page.attemptId, [late], at(deadline + 6)))).toEqual([
      { opId: late.opId, position: 1, outcome: "late", revision: 1, server: { value: text("刚好"), flagged: false } },
    ]);
    await world.submit(learner, page.attemptId, at(deadline + 7));
    expect((await attemptResult(t.db, learner, page))?.questions[0]?.value).toEqual(text("刚好"));
  });

  it("takes nothing more once the paper is handed in", async () => {
    const { world, learner, page } = await opened();
    await world.submit(learner, page.attemptId);
    expect(receipts(await world.save(learner, page.attemptId, [op(1, 0, text("还想改"))]))[0]).toMatchObject({ outcome: "late", revision: 0 });
  });

  it("refuses a place that is not on the paper, or an answer of another kind", async () => {
    const { world, learner, page } = await opened();
    expect(await world.save(learner, page.attemptId, [op(9, 0, text("?")), op(1, 0, { kind: "single", option: "1" })])).toEqual({ ok: false, error: { code: "not-on-paper", positions: [9, 1] } });
    expect(await world.save(learner, randomUUID(), [op(1, 0, null)])).toMatchObject({ error: { code: "not-found" } });
    expect(await ledger(page.attemptId)).toEqual([]);
  });

  it("keeps the ledger append-only", async () => {
    const { world, learner, page } = await opened();
    await world.save(learner, page.attemptId, [op(1, 0, text("一"))]);
    await expect(t.db.deleteFrom("quiz_response_op").where("attempt_id", "=", page.attemptId).execute()).rejects.toThrow(/append-only/u);
  });

  it("loses no acknowledged answer to a submission at the same moment", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { world, learner, page } = await opened();
      const saving = world.save(learner, page.attemptId, [op(1, 0, text("最后一句"))]);
      const submitting = inTransaction(t.db, "submit", (trx) => submitAttempt(trx, learner, { attemptId: page.attemptId, now: at(20) }));
      const [saved] = await Promise.all([saving, submitting]);
      const counted = (await attemptResult(t.db, learner, page))?.questions[0]?.value;
      expect(counted ?? null).toEqual(receipts(saved)[0]?.outcome === "accepted" ? text("最后一句") : null);
    }
  });

  it("takes exactly one of many devices at the same moment", async () => {
    const { world, learner, page } = await opened();
    const all = await Promise.all(Array.from({ length: 8 }, (_, device) => world.save(learner, page.attemptId, [op(1, 0, text(`设备 ${device}`))])));
    expect(all.map((result) => receipts(result)[0]?.outcome).sort()).toEqual(["accepted", ...Array.from({ length: 7 }, () => "conflict")]);
  });

  it("ends with an answer that was acknowledged, whatever two devices send, repeat and lose", async () => {
    const step = fc.record({ device: fc.constantFrom(0, 1), blank: fc.boolean(), again: fc.boolean(), seen: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { world, learner, page } = await opened();
        const revisions = [0, 0];
        let held: { value: QuizResponse | null; revision: number } = { value: null, revision: 0 };
        for (const [index, { device, blank, again, seen }] of steps.entries()) {
          const base = seen ? held.revision : (revisions[device] ?? 0);
          const sent = op(1, base, blank ? null : text(`${index}`));
          const [receipt] = receipts(await world.save(learner, page.attemptId, [sent]));
          if (again) expect(receipts(await world.save(learner, page.attemptId, [sent]))).toEqual([receipt]);
          if (receipt?.outcome === "accepted") {
            if (base !== held.revision) expect(sent.value).toEqual(held.value);
            held = { value: sent.value, revision: receipt.revision };
            revisions[device] = receipt.revision;
          } else {
            expect(receipt?.server?.value).toEqual(held.value);
          }
        }
        expect((await world.page(learner, page.attemptId, t0)).questions[0]).toMatchObject(held);
      }),
      { numRuns: 15 },
    );
  });
});
