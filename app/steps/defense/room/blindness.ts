/**
 * Who may read which scores of a defense. Every read model of the room asks here; nothing else decides it.
 * Before the reveal nobody reads another examiner's scores, whatever their role: not the chair, not an administrator.
 */
import { type Defense, type DefenseState, isRevealed } from "./defense";

/** What somebody is to a defense. On the panel first, then the candidate; others by the rights they hold over the cohort. */
export type Viewer = { kind: "panel" | "candidate" | "cohort" | "stranger"; personId: string };

/** What may be read. */
export interface Sight {
  /** Their own scores. */
  own: boolean;
  /** Everybody's independent scores and how they were changed. */
  others: boolean;
  /** Levels agreed by the panel, with remarks, and the verdict. */
  agreed: boolean;
  /** Names beside scores: the candidate never learns who scored what. */
  names: boolean;
}

const NOTHING: Sight = { own: false, others: false, agreed: false, names: false };

/** What a viewer may read of a defense as it stands. */
export function sightOf({ state, members }: Defense, viewer: Viewer): Sight {
  switch (viewer.kind) {
    case "panel": {
      const own = members.some((member) => member.personId === viewer.personId && (member.locked || !member.left));
      if (!own) return NOTHING;
      // Who came to the panel after the reveal judged nothing.
      const judged = members.some((member) => member.personId === viewer.personId && member.locked);
      const revealed = isRevealed(state) && judged;
      return { own, others: revealed, agreed: revealed, names: revealed };
    }
    case "candidate":
      return { ...NOTHING, agreed: isPublic(state) };
    case "cohort":
      return isPublic(state) ? { own: false, others: true, agreed: true, names: true } : NOTHING;
    case "stranger":
      return NOTHING;
  }
}

/** Whether the candidate and their cohort's staff may read what came of it. */
export function isPublic(state: DefenseState): boolean {
  return state === "signed";
}

/** Of scores (or whatever an examiner said), those that the viewer may read. */
export function visibleScores<S extends { examinerId: string }>(defense: Defense, viewer: Viewer, scores: readonly S[]): S[] {
  const sight = sightOf(defense, viewer);
  return scores.filter(({ examinerId }) => (examinerId === viewer.personId && viewer.kind === "panel" ? sight.own : sight.others));
}
