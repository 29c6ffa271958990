import fc from "fast-check";
import { expect, it } from "vitest";
import { CLAIM_FILTERS, EVERYTHING, filterIn, filterQuery, isNarrowed, QUEUE_ORDERS, type QueueFilter } from "./filter";
import { MARKING_KINDS, standingClaim } from "./item";
import { markingItemPath } from "./paths";

const filters: fc.Arbitrary<QueueFilter> = fc.record({
  kind: fc.constantFrom(null, ...MARKING_KINDS),
  cohortId: fc.option(fc.uuid()),
  chapterSlug: fc.constantFrom(null, "03-build-trust"),
  claim: fc.constantFrom(null, ...CLAIM_FILTERS),
  late: fc.boolean(),
  order: fc.constantFrom(...QUEUE_ORDERS),
});

it("stands in an address and is read from it unchanged, also inside another address", () => {
  fc.assert(fc.property(filters, (filter) => {
    const path = markingItemPath({ kind: "quiz-answer", subjectId: "a.3", cohortId: "c" }, { queue: filterQuery(filter) });
    const within = new URL(path, "http://x").searchParams;
    expect(filterIn(new URLSearchParams(within.get("queue") ?? ""))).toEqual(filter);
    expect([within.get("attempt"), within.get("position")]).toEqual(["a", "3"]);
  }));
});

it("leaves out what it does not understand", () => {
  expect(filterIn(new URLSearchParams("kind=essay&cohort=1&chapter=../x&claim=all&late=yes&order=name"))).toEqual(EVERYTHING);
  expect([isNarrowed(EVERYTHING), isNarrowed({ ...EVERYTHING, order: "task" }), isNarrowed({ ...EVERYTHING, late: true })]).toEqual([false, false, true]);
});

it("knows that a claim ends with its last minute", () => {
  const until = new Date("2026-12-01T10:00Z");
  const at = (text: string) => standingClaim({ claimedBy: "p", claimedUntil: until, name: "王" }, new Date(text));
  expect(at("2026-12-01T09:59:59Z")).toEqual({ personId: "p", name: "王", until });
  expect(at("2026-12-01T10:00Z")).toBeNull();
  expect(standingClaim({ claimedBy: null, claimedUntil: null, name: null }, until)).toBeNull();
});
