import { describe, expect, test } from "vitest";
import { sampleQuestions } from "../../../../tests/factories/quiz-questions";
import type { AnyQuestion, QuizResponse } from "../question";
import { toShown } from "../redact";
import { type GradeOp, type HeldCard, type HeldReview, pageOf, revealHeld, saidAt, shownOf, withoutGraded } from "./held";

const { single, ordering, shortAnswer } = sampleQuestions;
const card = (id: string, question: AnyQuestion, order = { shown: [] as string[], right: [] as string[] }): HeldCard => ({ id, version: 1, question, order, chapterNumber: 3, sectionPath: "/s", forward: null, days: { again: 1, hard: 2, good: 4, easy: 9 } });
const held = (cards: HeldCard[]): HeldReview => ({ personId: "p", day: "2026-11-28", cards, reviewedToday: 2, withheld: 0, nextDueAt: null });
const op = (cardId: string, more: Partial<GradeOp> = {}): GradeOp => ({ opId: `op-${cardId}`, at: "2026-11-28T08:00:00.000Z", cardId, version: 1, rating: "good", answer: null, ...more });

describe("cards on a device", () => {
  test("are asked without their key, in the order that was drawn", () => {
    const one = card("a", ordering, { shown: ["i3", "i1", "i4", "i2"], right: [] });
    const shown = shownOf(one, "zh");
    expect(JSON.stringify(shown)).not.toContain("SECRET");
    const answer: QuizResponse = { kind: "ordering", order: ["i1", "i2", "i3", "i4"] };
    expect(revealHeld(one, toShown(one.order, answer), { locale: "zh", opId: "o" })).toMatchObject({ opId: "o", share: 1, answer, question: { explanation: "SECRET 解析" } });
    expect(revealHeld(one, null, { locale: "zh", opId: "o" })).toMatchObject({ share: 0, answer: null });
    expect(revealHeld(card("b", shortAnswer), { kind: "short-answer", text: "我" }, { locale: "zh", opId: "o" }).share).toBeNull();
  });

  test("what was graded here is done, whether or not the server knows, and counts for the day", () => {
    const all = held([card("a", single), card("b", single), card("c", single)]);
    expect(pageOf(all, "zh")).toMatchObject({ card: { id: "a" }, number: 3, total: 5 });
    const left = withoutGraded(all, [op("a"), op("a"), op("b", { rating: "again" }), op("gone")]);
    expect(pageOf(left, "zh")).toMatchObject({ card: { id: "c" }, number: 5, total: 5, reviewedToday: 4, nextDueAt: new Date("2026-11-29T08:00:00Z") });
    expect(pageOf(withoutGraded(left, [op("c")]), "zh").card).toBeNull();
    // A card that has been graded since is another one.
    expect(withoutGraded(held([{ ...card("a", single), version: 2 }]), [op("a")]).cards).toHaveLength(1);
  });
});

describe("when it was said", () => {
  const now = new Date("2026-11-28T10:00:00Z");
  const said = (at: string, lastReviewedAt: Date | null = null) => saidAt(new Date(at), { now, lastReviewedAt }).toISOString();
  test("is what the device says, but neither in the future, nor before the last time, nor long ago", () => {
    expect(said("2026-11-28T07:30:00Z")).toBe("2026-11-28T07:30:00.000Z");
    expect(said("2027-01-01T00:00:00Z")).toBe(now.toISOString());
    expect(said("2026-11-20T00:00:00Z", new Date("2026-11-25T00:00:00Z"))).toBe("2026-11-25T00:00:00.000Z");
    expect(said("1999-01-01T00:00:00Z")).toBe("2026-11-14T10:00:00.000Z");
  });
});
