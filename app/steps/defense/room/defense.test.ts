import { describe, expect, test } from "vitest";
import { isDiscussed, proposedLevel, spread } from "./agreement";
import { type Act, COMMANDS, type Defense, evolve, judges, type Refusal, signers } from "./defense";
import { fits, isChairs, placesOf } from "./places";

const three = (change: Partial<Defense> = {}): Defense => ({
  state: "scoring",
  members: ["ann", "ben", "cai"].map((personId, at) => ({ personId, chair: at === 0, left: false, locked: false, signed: false })),
  ...change,
});

/** Every act in turn; fails on the first that is refused. */
function after(defense: Defense, ...acts: Act[]): Defense {
  return acts.reduce((before, act) => {
    const result = evolve(before, act);
    if (!result.ok) throw new Error(`${act.kind} by ${act.by}: ${result.error.code}`);
    return result.value;
  }, defense);
}

function refusal(defense: Defense, act: Act): Refusal["code"] | null {
  const result = evolve(defense, act);
  return result.ok ? null : result.error.code;
}

const lock = (by: string): Act => ({ kind: "lock", by });
const sign = (by: string): Act => ({ kind: "sign", by });

describe("a defense", () => {
  test("goes from the talk to the last signature", () => {
    let defense = after(three({ state: "waiting" }), { kind: "begin", by: "ann" }, { kind: "advance", by: "ann" }, { kind: "advance", by: "ann" });
    expect(defense.state).toBe("scoring");
    defense = after(defense, lock("cai"), lock("ann"));
    expect(defense.state).toBe("scoring");
    defense = after(defense, lock("ben"), { kind: "decide", by: "ann" }, sign("ben"), sign("ann"));
    expect(defense.state).toBe("decided");
    expect(after(defense, sign("cai")).state).toBe("signed");
  });

  test("only the chair moves it on, and nobody who is not there", () => {
    expect(refusal(three({ state: "waiting" }), { kind: "begin", by: "ben" })).toBe("not-chair");
    expect(refusal(three({ state: "waiting" }), { kind: "begin", by: "dou" })).toBe("not-member");
    expect(refusal(three({ state: "presenting" }), lock("ben"))).toBe("wrong-state");
  });

  test("nothing is asked any more once somebody locked", () => {
    expect(refusal(three(), { kind: "back", by: "ann" })).toBeNull();
    expect(refusal(after(three(), lock("ben")), { kind: "back", by: "ann" })).toBe("locked-already");
  });

  test("one who drops out holds nobody up, as long as two remain", () => {
    const two = after(three(), lock("ann"), lock("ben"));
    const gone = after(two, { kind: "dismiss", by: "ann", examinerId: "cai" });
    expect(gone.state).toBe("reconciling");
    expect(judges(gone).map(({ personId }) => personId)).toEqual(["ann", "ben"]);
    const earlier = after(three({ state: "presenting" }), { kind: "dismiss", by: "ann", examinerId: "cai" });
    expect(earlier.state).toBe("presenting");
    expect(refusal(earlier, { kind: "dismiss", by: "ann", examinerId: "ben" })).toBe("too-few");
  });

  test("the chair cannot be let go, nor anybody who has locked", () => {
    expect(refusal(three(), { kind: "dismiss", by: "ann", examinerId: "ann" })).toBe("chair-stays");
    expect(refusal(after(three(), lock("ben")), { kind: "dismiss", by: "ann", examinerId: "ben" })).toBe("locked-already");
  });

  test("closing wants two locks, one of them the chair's own: who closes has scored blind too", () => {
    expect(refusal(after(three(), lock("ann")), { kind: "close", by: "ann" })).toBe("too-few");
    expect(refusal(after(three(), lock("ben"), lock("cai")), { kind: "close", by: "ann" })).toBe("lock-first");
    const closed = after(three(), lock("ann"), lock("ben"), { kind: "close", by: "ann" });
    expect(closed.state).toBe("reconciling");
    expect(signers(closed).map(({ personId }) => personId)).toEqual(["ann", "ben"]);
  });

  test("a new verdict wants new signatures; one who cannot sign is excused, never the chair", () => {
    const decided = after(three(), lock("ann"), lock("ben"), lock("cai"), { kind: "decide", by: "ann" }, sign("ann"), sign("ben"));
    const again = after(decided, { kind: "reopen", by: "ann" }, { kind: "decide", by: "ann" });
    expect(again.members.every(({ signed }) => !signed)).toBe(true);
    expect(refusal(decided, { kind: "excuse", by: "ann", examinerId: "ann" })).toBe("chair-stays");
    const signed = after(decided, { kind: "excuse", by: "ann", examinerId: "cai" });
    expect(signed.state).toBe("signed");
    expect(after(signed, { kind: "reopen", by: "ann" }).state).toBe("reconciling");
  });

  test("every state says what it admits", () => {
    expect(Object.values(COMMANDS).every((commands) => commands.length > 0)).toBe(true);
  });
});

describe("levels", () => {
  test("two apart are talked about, one apart are not", () => {
    expect(isDiscussed([1, 2, 2])).toBe(false);
    expect(isDiscussed([1, 3, 2])).toBe(true);
    expect(isDiscussed([])).toBe(false);
    expect(spread([3])).toBe(0);
  });

  test("the median stands, of two in the middle the lower", () => {
    expect(proposedLevel([2, 3, 1])).toBe(2);
    expect(proposedLevel([2, 3])).toBe(2);
    expect(proposedLevel([3, 3, 2, 2])).toBe(2);
    expect(proposedLevel([])).toBeNull();
  });
});

test("places follow from the chapters, and hold only what belongs there", () => {
  const level = { points: 0, text: { zh: "", en: "" } };
  const criterion = (id: string) => ({ id, title: { zh: "", en: "" }, competencies: [], levels: [level, level, level, level] });
  const prompt = { id: "why", theme: { zh: "", en: "" }, text: { zh: "", en: "" }, looksFor: [], criteria: [] };
  const places = placesOf([
    { chapterSlug: "03", task: { prompts: [prompt] }, rubric: { criteria: [criterion("people"), criterion("grounds")] } },
    { chapterSlug: "04", task: { prompts: [prompt] }, rubric: { criteria: [criterion("people")] } },
  ]);
  expect(places.get(3)).toEqual({ kind: "level", chapterSlug: "04", criterionId: "people", levels: 4 });
  expect(places.get(4)).toBeUndefined();
  expect(places.get(402)).toEqual({ kind: "prompt", chapterSlug: "04", promptId: "why" });
  expect(isChairs(places.get(801)!)).toBe(true);
  expect(isChairs(places.get(201)!)).toBe(false);
  expect(fits(places.get(1)!, "3")).toBe(true);
  expect(fits(places.get(1)!, "4")).toBe(false);
  expect(fits(places.get(1)!, "1.5")).toBe(false);
  expect(fits(places.get(1)!, null)).toBe(true);
  expect(fits(places.get(401)!, "great")).toBe(false);
  expect(fits(places.get(201)!, "x".repeat(501))).toBe(false);
});
