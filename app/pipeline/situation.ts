/** A road as people see it: where it stands, what can be done, who waits for whom. */
import { type CommandKind, COMMAND_KINDS } from "./command";
import { refusalOf } from "./decide";
import { type Calendar, dateHasCome, progressIn, type Road, stateAt, stepsOn } from "./road";
import { type Blocker, deadline, heldUp, standing } from "./standing";
import { isDone, type Party, STEP_PARTIES, type Step, type StepState } from "./step";

/** A person by name, to be shown as who is waited for. */
export interface Named {
  id: string;
  name: string;
}

export type People = Partial<Record<Party, readonly Named[]>>;

/** A blocker with the people who can lift it, as far as they are known. */
export type NamedBlocker = Blocker & { people: readonly Named[] };

export interface StepSituation {
  step: Step;
  /** As it is now: a step whose date has come shows as available even before it was opened. */
  state: StepState;
  since: Date;
  /** Failed for good: a person must reopen. */
  final: boolean;
  /** What the learner can do now. */
  actions: CommandKind[];
  /** What the step waits for next, be it the learner; null when done. */
  waiting: NamedBlocker | null;
  /** What stands in the learner's way: everything but the learner's own turn. */
  blockers: NamedBlocker[];
  /** The deadline that `late` goes by; null when done, or locked without a date of the cohort. */
  dueAt: Date | null;
  late: boolean;
}

export type Next =
  | { kind: "act"; step: Step; action: "begin" | "finish" | "retry"; by: Date }
  | { kind: "blocked"; step: Step; blocker: NamedBlocker }
  | { kind: "complete"; since: Date }
  /** Every step is left out. */
  | { kind: "empty" };

export interface Situation {
  steps: StepSituation[];
  next: Next;
}

export interface Surroundings {
  now: Date;
  calendar: Calendar;
  people?: People;
}

/** Where `road` stands at `now`. Every unfinished step has an action of the learner's or a blocker with a deadline. */
export function situation(road: Road, surroundings: Surroundings): Situation {
  const steps = stepsOn(road).map(({ step }) => stepSituation(road, step, surroundings));
  return { steps, next: nextOn(road, steps) };
}

function stepSituation(road: Road, step: Step, { now, calendar, people = {} }: Surroundings): StepSituation {
  const progress = progressIn(road, step);
  const named = (blocker: Blocker): NamedBlocker => ({ ...blocker, people: people[blocker.waitsFor as Party] ?? [] });
  const state = stateAt(road, step, calendar, now);
  const waiting = standing(road, step, calendar, now);
  const blockers: Blocker[] = [];
  if (waiting && waiting.waitsFor !== "learner") blockers.push(waiting);
  if (waiting && waiting.waitsFor !== "previous-step") {
    const earlier = heldUp(road, step, calendar, now);
    if (earlier) blockers.push(earlier);
  }
  const { opensAt } = calendar[step];
  if (waiting?.waitsFor === "previous-step" && opensAt && !dateHasCome(calendar, step, now)) {
    blockers.push({ waitsFor: "calendar", what: "opens", by: opensAt });
  }
  const dueAt = deadline(road, step, calendar, now);
  return {
    step, state, since: progress.since, final: progress.final && state === "failed",
    actions: enabledCommands(road, step, "learner", { now, calendar }),
    waiting: waiting && named(waiting),
    blockers: blockers.map(named),
    dueAt,
    late: dueAt !== null && dueAt < now,
  };
}

function nextOn(road: Road, steps: readonly StepSituation[]): Next {
  const open = steps.filter(({ state }) => !isDone(state));
  for (const { step, waiting } of open) {
    if (waiting?.waitsFor === "learner") return { kind: "act", step, action: waiting.what as "begin" | "finish" | "retry", by: waiting.by };
  }
  const [first] = open;
  if (first?.waiting) return { kind: "blocked", step: first.step, blocker: first.waiting };
  return road.completedAt ? { kind: "complete", since: road.completedAt } : { kind: "empty" };
}

/**
 * The commands that `viewer` can give on `step` now, in the order of `COMMAND_KINDS`. Rooms' own forms decide which of
 * them show as buttons; none that is missing here would be accepted. Whether this person teaches this cohort is not
 * the pipeline's question.
 */
export function enabledCommands(road: Road, step: Step, viewer: Party, { now, calendar }: Pick<Surroundings, "now" | "calendar">): CommandKind[] {
  return COMMAND_KINDS.filter((kind) => isOf(viewer, kind, step, calendar) && refusalOf(road, step, kind, { now, calendar }) === null);
}

/** Whose command it is. Only the calendar opens. */
function isOf(viewer: Party, kind: CommandKind, step: Step, calendar: Calendar): boolean {
  const { doer, reviewer } = STEP_PARTIES[step];
  switch (kind) {
    case "begin":
    case "submit":
      return calendar[step].hasRoom && viewer === doer;
    case "pass":
    case "fail":
      return calendar[step].hasRoom && viewer === reviewer;
    case "reopen":
      return viewer === "instructor" || viewer === reviewer;
    case "waive":
    case "withdraw-waiver":
    case "record":
    case "correct":
      return viewer === "instructor";
    case "open":
      return false;
  }
}
