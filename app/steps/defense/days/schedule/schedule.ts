/**
 * A defense day as a problem, a schedule as its answer: what must hold, and how good an answer is.
 * Times, places, examiners and candidates are numbered from 0 in the order of the problem.
 */

export interface Examiner {
  id: string;
  /** By time. */
  free: readonly boolean[];
  mayChair: boolean;
  /** Slugs of the chapters that they are at home in; null means all. */
  chapters: ReadonlySet<string> | null;
}

export interface Candidate {
  id: string;
  personId: string;
  /** Whose team they are in. */
  managers: ReadonlySet<string>;
  /** What they are examined on. */
  chapters: readonly string[];
  /** By time. */
  free: readonly boolean[];
}

export interface Problem {
  /** By time: whether it follows the one before without a pause. */
  followsOn: readonly boolean[];
  /** How many places there are. */
  places: number;
  panelSize: number;
  /** The most defenses that anybody sits in a row. */
  longestRun: number;
  examiners: readonly Examiner[];
  candidates: readonly Candidate[];
}

/** One defense: who is examined when and where, by whom. */
export interface Placement {
  candidate: number;
  time: number;
  place: number;
  /** Examiners, the chair among them. */
  panel: readonly number[];
  chair: number;
  /** A person put it there: it stays. */
  fixed?: boolean;
}

/** Why somebody has no slot. `no-room`: everything alone would do, together it does not. */
export const UNPLACED_REASONS = ["no-chapters", "not-there", "no-examiners", "no-chair", "chapters-uncovered", "no-room"] as const;
export type UnplacedReason = (typeof UNPLACED_REASONS)[number];

export interface Proposal {
  placements: Placement[];
  unplaced: { candidate: number; reason: UnplacedReason }[];
}

/** What a placement breaks. `own-manager` alone may stand, flagged, where nobody else can be found. */
export const CONFLICTS = ["candidate-away", "place-taken", "panel-size", "examiner-away", "examiner-twice", "run-too-long", "examines-self", "own-manager", "chapters-uncovered", "no-chair", "candidate-twice"] as const;
export type ConflictCode = (typeof CONFLICTS)[number];

export interface Conflict {
  code: ConflictCode;
  /** Of which placement. */
  at: number;
  examiner?: number;
  /** The placement that it collides with. */
  with?: number;
}

/** Whether this conflict may stand. */
export function isFlag(conflict: Pick<Conflict, "code">): boolean {
  return conflict.code === "own-manager";
}

/** Everything that a schedule breaks, told one by one; empty for a sound one. */
export function conflictsIn(problem: Problem, placements: readonly Placement[]): Conflict[] {
  const found: Conflict[] = [];
  for (const [at, placement] of placements.entries()) {
    found.push(...conflictsAlone(problem, placement).map((conflict) => ({ ...conflict, at })));
    for (let other = at + 1; other < placements.length; other += 1) found.push(...collisions(placement, placements[other]!, at, other));
  }
  return [...found, ...longRuns(problem, placements)];
}

/** What one placement breaks without regard to the others. */
function conflictsAlone(problem: Problem, { candidate: index, time, panel, chair }: Placement): Omit<Conflict, "at">[] {
  const candidate = problem.candidates[index]!;
  const found: Omit<Conflict, "at">[] = [];
  if (!candidate.free[time]) found.push({ code: "candidate-away" });
  if (new Set(panel).size !== problem.panelSize || panel.length !== problem.panelSize) found.push({ code: "panel-size" });
  for (const seat of panel) {
    const examiner = problem.examiners[seat]!;
    if (!examiner.free[time]) found.push({ code: "examiner-away", examiner: seat });
    if (examiner.id === candidate.personId) found.push({ code: "examines-self", examiner: seat });
    if (candidate.managers.has(examiner.id)) found.push({ code: "own-manager", examiner: seat });
  }
  if (!panel.includes(chair) || !problem.examiners[chair]?.mayChair) found.push({ code: "no-chair", examiner: chair });
  if (!covers(problem, panel, candidate)) found.push({ code: "chapters-uncovered" });
  return found;
}

function collisions(one: Placement, two: Placement, at: number, other: number): Conflict[] {
  const found: Conflict[] = [];
  if (one.candidate === two.candidate) found.push({ code: "candidate-twice", at, with: other });
  if (one.time !== two.time) return found;
  if (one.place === two.place) found.push({ code: "place-taken", at, with: other });
  for (const seat of one.panel) if (two.panel.includes(seat)) found.push({ code: "examiner-twice", at, with: other, examiner: seat });
  return found;
}

/** Where somebody sits longer in a row than allowed: told of the first placement that is too much. */
function longRuns(problem: Problem, placements: readonly Placement[]): Conflict[] {
  return problem.examiners.flatMap((_, seat) => {
    const sits = new Map(placements.flatMap((placement, at) => (placement.panel.includes(seat) ? [[placement.time, at] as const] : [])));
    const found: Conflict[] = [];
    let run = 0;
    for (const [time, followsOn] of problem.followsOn.entries()) {
      const at = sits.get(time);
      run = at === undefined ? 0 : followsOn ? run + 1 : 1;
      if (at !== undefined && run > problem.longestRun) found.push({ code: "run-too-long", at, examiner: seat });
    }
    return found;
  });
}

/** Whether somebody on the panel is at home in each of the candidate's chapters. */
export function covers(problem: Problem, panel: readonly number[], candidate: Pick<Candidate, "chapters">): boolean {
  return candidate.chapters.every((chapter) => panel.some((seat) => problem.examiners[seat]!.chapters?.has(chapter) ?? true));
}

/**
 * What counts how much. The first two outweigh everything below them: nobody is left out to spare somebody a walk, and a
 * manager sits only where that is the only way to examine their own people.
 */
export const WEIGHTS = {
  unplaced: 1e9,
  ownManager: 1e6,
  /** Times the square of how many defenses one sits: makes loads even. */
  load: 20,
  /** Times the square of how many one chairs. */
  chair: 10,
  /** From one place to another between two defenses. */
  walk: 4,
  /** A time in which one waits between two defenses. */
  wait: 2,
  /** Times the number of the time: an early end. */
  late: 1,
} as const;

/** What a schedule costs: the smaller the better. Defined for sound ones. */
export function costOf(problem: Problem, placements: readonly Placement[]): number {
  let cost = (problem.candidates.length - placements.length) * WEIGHTS.unplaced;
  for (const { candidate, time, panel } of placements) {
    cost += time * WEIGHTS.late + panel.filter((seat) => problem.candidates[candidate]!.managers.has(problem.examiners[seat]!.id)).length * WEIGHTS.ownManager;
  }
  for (const seat of problem.examiners.keys()) {
    const sits = placements.filter(({ panel }) => panel.includes(seat));
    const placeAt = new Array<number>(problem.followsOn.length).fill(-1);
    for (const { time, place } of sits) placeAt[time] = place;
    cost += examinerCost(placeAt) + WEIGHTS.chair * sits.filter(({ chair }) => chair === seat).length ** 2;
  }
  return cost;
}

/** What one examiner's day costs without chairing; `placeAt` has, from `from` to before `to`, a place for each time, −1 where they don't sit. */
export function examinerCost(placeAt: ArrayLike<number>, from = 0, to = placeAt.length): number {
  let load = 0;
  let walks = 0;
  let waits = 0;
  let last = -1;
  for (let time = from; time < to; time += 1) {
    const place = placeAt[time]!;
    if (place < 0) continue;
    load += 1;
    if (last >= 0) {
      waits += time - last - 1;
      if (placeAt[last] !== place) walks += 1;
    }
    last = time;
  }
  return WEIGHTS.load * load * load + WEIGHTS.walk * walks + WEIGHTS.wait * waits;
}
