/**
 * One defense: its states, what each admits, and what an act of somebody on the panel makes of it. Pure.
 * Who may read what while it goes on is in `blindness.ts`.
 */
import { fail, ok, type Result } from "~/platform/result";

/** `waiting` until the chair begins; scores are independent up to `scoring`, revealed from `reconciling` on; `signed` is the end. */
export const DEFENSE_STATES = ["waiting", "presenting", "questioning", "scoring", "reconciling", "decided", "signed"] as const;
export type DefenseState = (typeof DEFENSE_STATES)[number];

/** The parts that have a clock. Deliberation begins with scoring and goes on while the panel reconciles. */
export const TIMED_PARTS = { presenting: "presentation", questioning: "questions", scoring: "deliberation", reconciling: "deliberation" } as const;

export const COMMANDS = {
  waiting: ["begin", "pass-chair"],
  presenting: ["advance", "score", "dismiss", "pass-chair"],
  questioning: ["advance", "back", "score", "dismiss", "pass-chair"],
  scoring: ["back", "score", "lock", "dismiss", "close", "pass-chair"],
  reconciling: ["revise", "agree", "write", "decide", "pass-chair"],
  decided: ["sign", "excuse", "reopen", "pass-chair"],
  signed: ["reopen", "settle"],
} as const satisfies Record<DefenseState, readonly string[]>;
export type CommandKind = (typeof COMMANDS)[DefenseState][number];

/** Whether a state admits a command at all. */
export function admits(state: DefenseState, command: CommandKind): boolean {
  return (COMMANDS[state] as readonly CommandKind[]).includes(command);
}

/** Somebody on the panel. Who left before locking scores no more; who locked before leaving still counts. */
export interface Member {
  personId: string;
  chair: boolean;
  left: boolean;
  locked: boolean;
  /** Signed the verdict that holds. */
  signed: boolean;
}

export interface Defense {
  state: DefenseState;
  members: readonly Member[];
}

/** The least number of examiners whose scores make a defense. */
export const LEAST_JUDGES = 2;

/** Acts that move the defense on. What they carry besides (levels, texts) is their use case's. */
export type Act =
  | { kind: "begin"; by: string }
  | { kind: "advance"; by: string }
  | { kind: "back"; by: string }
  | { kind: "lock"; by: string }
  | { kind: "dismiss"; by: string; examinerId: string }
  | { kind: "close"; by: string }
  | { kind: "decide"; by: string }
  | { kind: "sign"; by: string }
  | { kind: "excuse"; by: string; examinerId: string }
  | { kind: "reopen"; by: string };

export type Refusal = { code: "wrong-state" } | { code: "not-chair" } | { code: "not-member" } | { code: "too-few" } | { code: "locked-already" } | { code: "chair-stays" } | { code: "lock-first" };

const NEXT = { presenting: "questioning", questioning: "scoring" } as const;
const BEFORE = { questioning: "presenting", scoring: "questioning" } as const;

/** Those who still score or have scored: nobody who left before locking. */
export function judges({ members }: Pick<Defense, "members">): Member[] {
  return members.filter((member) => member.locked || !member.left);
}

/** Those whose signature is wanted: judges who have not left. */
export function signers({ members }: Pick<Defense, "members">): Member[] {
  return members.filter((member) => member.locked && !member.left);
}

/** Whether the independent scores may be read by the others. */
export function isRevealed(state: DefenseState): boolean {
  return state === "reconciling" || state === "decided" || state === "signed";
}

/** What an act makes of the defense. */
export function evolve(defense: Defense, act: Act): Result<Defense, Refusal> {
  const { state, members } = defense;
  if (!admits(state, act.kind)) return fail({ code: "wrong-state" });
  const actor = members.find((member) => member.personId === act.by && !member.left);
  if (actor === undefined) return fail({ code: "not-member" });
  if (act.kind !== "lock" && act.kind !== "sign" && !actor.chair) return fail({ code: "not-chair" });
  switch (act.kind) {
    case "begin":
      return members.filter(({ left }) => !left).length < LEAST_JUDGES ? fail({ code: "too-few" }) : ok({ ...defense, state: "presenting" });
    case "advance":
      return state in NEXT ? ok({ ...defense, state: NEXT[state as keyof typeof NEXT] }) : fail({ code: "wrong-state" });
    case "back":
      // A lock is an examiner's last word on what was asked; there is no more asking after it.
      if (members.some(({ locked }) => locked)) return fail({ code: "locked-already" });
      return state in BEFORE ? ok({ ...defense, state: BEFORE[state as keyof typeof BEFORE] }) : fail({ code: "wrong-state" });
    case "lock":
      return actor.locked ? fail({ code: "locked-already" }) : ok(revealIfAllLocked(changed(defense, act.by, { locked: true })));
    case "dismiss": {
      const gone = members.find((member) => member.personId === act.examinerId && !member.left);
      if (gone === undefined) return fail({ code: "not-member" });
      if (gone.chair) return fail({ code: "chair-stays" });
      if (gone.locked) return fail({ code: "locked-already" });
      const after = changed(defense, act.examinerId, { left: true });
      return judges(after).length < LEAST_JUDGES ? fail({ code: "too-few" }) : ok(revealIfAllLocked(after));
    }
    case "close": {
      if (members.filter(({ locked }) => locked).length < LEAST_JUDGES) return fail({ code: "too-few" });
      // Who closes has said what they think themself.
      if (!actor.locked) return fail({ code: "lock-first" });
      return ok(revealIfAllLocked({ ...defense, members: members.map((member) => (member.locked ? member : { ...member, left: true })) }));
    }
    case "decide":
      return ok({ state: "decided", members });
    case "sign":
      return actor.locked ? ok(signedIfAll(changed(defense, act.by, { signed: true }))) : fail({ code: "not-member" });
    case "excuse": {
      const gone = signers(defense).find((member) => member.personId === act.examinerId);
      if (gone === undefined) return fail({ code: "not-member" });
      if (gone.chair) return fail({ code: "chair-stays" });
      return ok(signedIfAll(changed(defense, act.examinerId, { left: true })));
    }
    case "reopen":
      // What was signed was another verdict.
      return ok({ state: "reconciling", members: members.map((member) => ({ ...member, signed: false })) });
  }
}

function changed(defense: Defense, personId: string, change: Partial<Member>): Defense {
  return { ...defense, members: defense.members.map((member) => (member.personId === personId && !member.left ? { ...member, ...change } : member)) };
}

function revealIfAllLocked(defense: Defense): Defense {
  return defense.state === "scoring" && judges(defense).every(({ locked }) => locked) ? { ...defense, state: "reconciling" } : defense;
}

/** The chair's signature is never dispensed with, so there is always one. */
function signedIfAll(defense: Defense): Defense {
  return signers(defense).every(({ signed }) => signed) ? { ...defense, state: "signed" } : defense;
}
