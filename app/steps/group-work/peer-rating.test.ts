import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPeerView, peerView, RATING_LEVELS, type RatingLevel } from "./peer-rating";

const level = fc.constantFrom(...RATING_LEVELS);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const members = fc.integer({ min: 2, max: 6 });

describe("what ratings come to", () => {
  it("one rater flags nobody, whatever they say", () => {
    fc.assert(
      fc.property(level, share, members, (one, own, count) => {
        expect(peerView([one], { share: own, members: count }).flag).toBeNull();
      }),
    );
  });

  it("a single rating cannot move the middle beyond what two others said", () => {
    fc.assert(
      fc.property(level, level, level, (a, b, odd) => {
        const { middle } = peerView([a, b, odd], { share: 0.25, members: 4 });
        expect(middle).toBeGreaterThanOrEqual(Math.min(a, b));
        expect(middle).toBeLessThanOrEqual(Math.max(a, b));
      }),
    );
  });

  it("is a number, raters and at most a flag: there is nothing in it that could decide on a sheet", () => {
    fc.assert(
      fc.property(fc.array(level, { maxLength: 5 }), share, members, (ratings, own, count) => {
        expect(Object.keys(peerView(ratings, { share: own, members: count })).sort()).toEqual(["flag", "middle", "raters"]);
      }),
    );
  });

  it("flags little part only where the ledger agrees, and says so where it does not", () => {
    const low: RatingLevel[] = [1, 2, 2];
    expect(peerView(low, { share: 0.05, members: 4 }).flag).toBe("little-part");
    expect(peerView(low, { share: 0.2, members: 4 }).flag).toBeNull();
    expect(peerView(low, { share: 0.3, members: 4 }).flag).toBe("unseen-part");
    expect(peerView([5, 4, 4], { share: 0.02, members: 4 }).flag).toBe("peers-see-more");
    expect(peerView([5, 4, 4], { share: 0.25, members: 4 }).flag).toBeNull();
    expect(peerView([3, 3, 3], { share: 0, members: 4 }).flag).toBeNull();
  });

  it("shows the person themselves nothing before three have rated", () => {
    expect(ownPeerView([2, 4])).toBeNull();
    expect(ownPeerView([2, 4, 5])).toEqual({ raters: 3, middle: 4 });
    expect(ownPeerView([2, 3, 4, 5])).toEqual({ raters: 4, middle: 3.5 });
  });
});
