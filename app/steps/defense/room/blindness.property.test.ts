/** Nobody reads another's score before everybody has locked or the chair has closed: random people, times and acts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Viewer, sightOf, visibleScores } from "./blindness";
import { type Act, type Defense, evolve, LEAST_JUDGES } from "./defense";

const PANEL = ["ann", "ben", "cai", "dou"];
const OTHERS: Viewer[] = [
  { kind: "candidate", personId: "kim" },
  { kind: "cohort", personId: "instructor" },
  { kind: "cohort", personId: "administrator" },
  { kind: "stranger", personId: "manager" },
  { kind: "stranger", personId: "executive" },
  // Somebody who claims to be on a panel that they are not on.
  { kind: "panel", personId: "nobody" },
];
const VIEWERS: Viewer[] = [...PANEL.map((personId): Viewer => ({ kind: "panel", personId })), ...OTHERS];
const SCORES = PANEL.map((examinerId) => ({ examinerId, level: 2 }));

const person = fc.constantFrom(...PANEL, "nobody");
// The chair mostly, since most of it is the chair's to do.
const chair = fc.oneof({ weight: 4, arbitrary: fc.constant("ann") }, { weight: 1, arbitrary: person });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("lock" as const), by: person }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("advance" as const), by: chair }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("back" as const, "close" as const), by: chair }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("dismiss" as const, "excuse" as const), by: chair, examinerId: person }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("decide" as const, "sign" as const), by: person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const), by: chair }) },
);

interface Moment {
  defense: Defense;
  act: Act;
  before: Defense;
}

/** Everything that happened, taken or not; `begin` has the chair begin and come to scoring. */
function history(size: number, acts: readonly Act[]): Moment[] {
  const members = PANEL.slice(0, size).map((personId, at) => ({ personId, chair: at === 0, left: false, locked: false, signed: false }));
  let defense: Defense = { state: "waiting", members };
  const moments: Moment[] = [];
  for (const one of [{ kind: "begin", by: "ann" } as const, ...acts]) {
    const before = defense;
    const after = evolve(defense, one);
    if (after.ok) defense = after.value;
    moments.push({ defense, act: one, before });
  }
  return moments;
}

test("another's score is read only after everybody locked or the chair closed, by whomever, whenever", () => {
  let revealed = 0;
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(act, { maxLength: 40, size: "max" }), (size, acts) => {
      // Kept apart from the code under test: who locked, who was let go, whether somebody closed with effect.
      const panel = new Set(PANEL.slice(0, size));
      const locked = new Set<string>();
      let open = false;
      const faults: unknown[] = [];
      for (const { defense, act, before } of history(size, acts)) {
        const taken = defense !== before;
        if (taken && act.kind === "lock") locked.add(act.by);
        if (taken && act.kind === "dismiss") panel.delete(act.examinerId);
        if (taken && act.kind === "close") open = true;
        if (locked.size >= LEAST_JUDGES && [...panel].every((examiner) => locked.has(examiner))) open = true;
        for (const viewer of VIEWERS) {
          const seen = visibleScores(defense, viewer, SCORES).map(({ examinerId }) => examinerId);
          const others = seen.filter((examinerId) => examinerId !== viewer.personId);
          const outsider = viewer.kind === "stranger" || viewer.kind === "candidate" || viewer.personId === "nobody";
          const sight = sightOf(defense, viewer);
          if (!open && others.length > 0) faults.push({ viewer, others });
          if ((outsider || (viewer.kind === "cohort" && defense.state !== "signed")) && seen.length > 0) faults.push({ viewer, seen });
          if (viewer.kind === "candidate" && (sight.own || sight.others || sight.names || sight.agreed !== (defense.state === "signed"))) faults.push({ viewer, sight });
          if (others.length > 0) revealed += 1;
        }
      }
      expect(faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
  // The property means something only where defenses do come to the reveal.
  expect(revealed).toBeGreaterThan(200);
});

test("what one sees does not depend on what others wrote before the reveal", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), fc.array(act, { maxLength: 30, size: "max" }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), (size, acts, levels) => {
      const other = SCORES.map((score, at) => ({ ...score, level: levels[at] ?? 0 }));
      const seen: unknown[][] = [];
      for (const { defense } of history(size, acts)) {
        if (["reconciling", "decided", "signed"].includes(defense.state)) break;
        for (const viewer of VIEWERS) {
          const own = (score: { examinerId: string }): boolean => score.examinerId === viewer.personId;
          const mixed = other.map((score) => (own(score) ? SCORES.find(own)! : score));
          seen.push([visibleScores(defense, viewer, mixed), visibleScores(defense, viewer, SCORES)]);
        }
      }
      expect(seen.map(([mixed]) => mixed)).toEqual(seen.map(([, same]) => same));
    }),
  );
});
