import { describe, expect, test } from "vitest";
import { DEFENSE_STATES, type DefenseState, type Member } from "./defense";
import { awaited } from "./waiting";

const member = (personId: string, more: Partial<Member> = {}): Member => ({ personId, chair: personId === "chair", left: false, locked: false, signed: false, ...more });
const asked = (state: DefenseState, who: string, members: Member[]) => {
  const answer = awaited({ state, me: members.find(({ personId }) => personId === who)!, members });
  return answer && [answer.what, ...answer.people.map(({ personId }) => personId)];
};
const panel = (more: Record<string, Partial<Member>> = {}): Member[] => ["chair", "a", "b"].map((id) => member(id, more[id]));

describe("whom an examiner waits for", () => {
  test("the chair, who begins, goes on and writes the verdict", () => {
    expect(asked("waiting", "a", panel())).toEqual(["begin", "chair"]);
    expect(asked("presenting", "a", panel())).toEqual(["go-on", "chair"]);
    expect(asked("questioning", "b", panel())).toEqual(["go-on", "chair"]);
    expect(asked("reconciling", "b", panel())).toEqual(["verdict", "chair"]);
    for (const state of ["waiting", "presenting", "questioning", "reconciling"] as const) expect(asked(state, "chair", panel())).toBeNull();
  });

  test("who has locked waits for those who have not, and not for who left; the chair too", () => {
    expect(asked("scoring", "a", panel())).toBeNull();
    expect(asked("scoring", "a", panel({ a: { locked: true } }))).toEqual(["locks", "chair", "b"]);
    expect(asked("scoring", "chair", panel({ chair: { locked: true }, a: { locked: true } }))).toEqual(["locks", "b"]);
    expect(asked("scoring", "chair", panel({ chair: { locked: true }, a: { locked: true }, b: { left: true } }))).toBeNull();
  });

  test("who has signed waits for the other signatures of those who scored", () => {
    const locked = { locked: true };
    expect(asked("decided", "a", panel({ chair: locked, a: locked, b: locked }))).toBeNull();
    expect(asked("decided", "a", panel({ chair: { locked: true, signed: true }, a: { locked: true, signed: true }, b: locked }))).toEqual(["signatures", "b"]);
    expect(asked("decided", "a", panel({ chair: { locked: true, signed: true }, a: { locked: true, signed: true }, b: { left: true } }))).toBeNull();
  });

  test("in every state that is not the end somebody has the next move: nobody waits for people who wait themselves", () => {
    for (const state of DEFENSE_STATES) {
      const members = panel(state === "decided" || state === "reconciling" ? { chair: { locked: true }, a: { locked: true }, b: { locked: true } } : {});
      const free = members.filter(({ personId }) => asked(state, personId, members) === null);
      expect(free.length, state).toBeGreaterThan(0);
    }
  });
});
