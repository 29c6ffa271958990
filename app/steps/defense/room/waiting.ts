/** Whom somebody on the panel waits for, when the next move is not theirs. Pure. */
import type { DefenseState, Member } from "./defense";

/** What is waited for: the chair to begin, to go on, to write the verdict; scores to be locked; signatures. */
export type AwaitedFor = "begin" | "go-on" | "locks" | "verdict" | "signatures";

export interface Awaited<M> {
  what: AwaitedFor;
  people: M[];
}

/** The others on whom it hangs now; null when the next move is one's own, or nothing is left to do. */
export function awaited<M extends Member>({ state, me, members }: { state: DefenseState; me: Pick<Member, "personId" | "chair" | "locked" | "signed" | "left">; members: readonly M[] }): Awaited<M> | null {
  const others = members.filter(({ personId }) => personId !== me.personId);
  const chair = others.filter((member) => member.chair);
  switch (state) {
    case "waiting":
      return me.chair ? null : { what: "begin", people: chair };
    case "presenting":
    case "questioning":
      return me.chair ? null : { what: "go-on", people: chair };
    case "scoring": {
      const missing = others.filter((member) => !member.left && !member.locked);
      return me.locked && missing.length > 0 ? { what: "locks", people: missing } : null;
    }
    case "reconciling":
      return me.chair ? null : { what: "verdict", people: chair };
    case "decided": {
      const missing = others.filter((member) => member.locked && !member.left && !member.signed);
      return (me.signed || !me.locked || me.left) && missing.length > 0 ? { what: "signatures", people: missing } : null;
    }
    case "signed":
      return null;
  }
}
