import { describe, expect, test } from "vitest";
import { daysAhead, newMemory, recall } from "./memory";
import { MOST_A_DAY, type Occasion, type QueueCard, todaysQueue } from "./queue";

const NOW = new Date("2026-06-01T02:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const card = (id: string, over: Partial<QueueCard> = {}): QueueCard => ({ id, chapterSlug: "03", competency: "build-trust", dueAt: days(-1), lastReviewedAt: null, ...over });
const ids = (cards: QueueCard[], occasions: Occasion[] = [], reviewedToday = 0) => todaysQueue(cards, { occasions, reviewedToday, now: NOW }).map((one) => one.card.id);
const defense = (inDays: number, chapterSlugs = ["04"]): Occasion => ({ kind: "defense", at: days(inDays), chapterSlugs, competencies: [] });

describe("today's queue", () => {
  test("is what is due, the longest first, and no more than twelve a day", () => {
    expect(ids([card("b", { dueAt: days(-1) }), card("a", { dueAt: days(-3) }), card("c", { dueAt: days(1) })])).toEqual(["a", "b"]);
    const many = Array.from({ length: 30 }, (_, at) => card(String(at)));
    expect(ids(many)).toHaveLength(MOST_A_DAY);
    expect(ids(many, [], 10)).toHaveLength(2);
    expect(ids(many, [], 40)).toEqual([]);
  });

  test("before a defense its chapter comes first, also what is not due yet, but not what was just reviewed", () => {
    const cards = [card("due"), card("ahead", { chapterSlug: "04", dueAt: days(20), lastReviewedAt: days(-10) }), card("fresh", { chapterSlug: "04", dueAt: days(20), lastReviewedAt: days(-1) })];
    expect(ids(cards, [defense(5)])).toEqual(["ahead", "due"]);
    expect(ids(cards, [defense(9)])).toEqual(["due"]);
    expect(ids(cards, [defense(-1)])).toEqual(["due"]);
  });

  test("before a customer meeting its stage's competencies come forward", () => {
    const visit: Occasion = { kind: "visit", at: days(2), chapterSlugs: [], competencies: ["close"] };
    expect(ids([card("a", { dueAt: days(9) }), card("b", { dueAt: days(9), competency: "close" })], [visit])).toEqual(["b"]);
  });
});

describe("memory", () => {
  test("a missed question is due at once; each recall moves it on, the easier the further", () => {
    const fresh = newMemory(NOW);
    const { again, hard, good, easy } = daysAhead(fresh, NOW);
    expect(again).toBeGreaterThanOrEqual(1);
    expect(again).toBeLessThanOrEqual(hard);
    expect(hard).toBeLessThanOrEqual(good);
    expect(good).toBeLessThan(easy);
    const once = recall(fresh, "good", NOW);
    const twice = recall(once.memory, "good", once.dueAt);
    expect(twice.days).toBeGreaterThan(once.days);
    expect(recall(twice.memory, "again", twice.dueAt).days).toBeLessThan(twice.days);
    // Stored as JSON and read back it goes on the same.
    expect(recall(JSON.parse(JSON.stringify(once.memory)) as typeof once.memory, "good", once.dueAt)).toEqual(twice);
  });
});
