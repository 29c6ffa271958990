/** The one place where a road's next events are decided. */
import { fail, ok, type Result } from "~/platform/result";
import { actorOf, type Command, type CommandKind, isLegal, type StepCommand } from "./command";
import { evolve, includedSteps, type ProgressEvent, type StepEvent } from "./event";
import { type Calendar, dateHasCome, progressIn, type Road, stateAt, stepsOn, unfinishedBefore } from "./road";
import { STEPS, type Step, type StepState } from "./step";

/** Why a command was not carried out. */
export type Refusal =
  /** There is no such road: not enrolled, or the chapter is not in the cohort. */
  | { code: "no-road" }
  /** The cohort or the chapter leaves the step out. */
  | { code: "left-out"; step: Step }
  /** An earlier step is neither passed nor waived. */
  | { code: "behind"; step: Step; earlier: Step }
  /** The step's date has not come. */
  | { code: "not-yet"; step: Step; opensAt: Date }
  /** Failed for good: a person must reopen it first. */
  | { code: "final"; step: Step }
  /** The state does not admit the command. */
  | { code: "illegal"; step: Step; state: StepState; command: CommandKind }
  /** A named person's act without a reason. */
  | { code: "reason-missing"; step: Step; command: CommandKind };

export interface Context {
  calendar: Calendar;
}

type Draft = Omit<StepEvent, "seq" | "at" | "actorId">;
type Origin = Pick<Command, "cause" | "actorId" | "at">;

/**
 * The events that `command` causes on `road`, those that follow from it (the next step opens, later ones lock) included.
 * No events: what was asked for holds already. Errors say why it cannot be.
 */
export function decide(road: Road, command: Command, { calendar }: Context): Result<ProgressEvent[], Refusal> {
  if (command.kind === "plan") return ok(settle(road, planned(road, command, calendar), command, calendar));
  const refusal = refusalOf(road, command.step, command.kind, { calendar, now: command.at });
  if (refusal) return fail(refusal);
  if (needsReason(command, calendar) && command.cause.kind === "person" && command.cause.reason.trim() === "") {
    return fail({ code: "reason-missing", step: command.step, command: command.kind });
  }
  const opening = openingFor(road, command);
  const opened = opening.reduce(evolve, road);
  const draft = draftOf(opened, command, calendar);
  return ok(draft ? settle(road, [...opening, event(opened, draft, command)], command, calendar) : []);
}

/** A step whose date came since the last look opens before work on it starts. */
function openingFor(road: Road, command: StepCommand & { step: Step; at: Date }): StepEvent[] {
  const { state } = progressIn(road, command.step);
  if (state !== "locked" || (command.kind !== "begin" && command.kind !== "submit")) return [];
  const cause = { kind: "calendar" } as const;
  return [event(road, { kind: "opened", step: command.step, from: "locked", to: "available", final: false, cause, note: null }, { cause, at: command.at })];
}

/** Why `kind` cannot be done to `step` now; null when it can. What a screen offers and what `decide` takes come both from here. */
export function refusalOf(road: Road, step: Step, kind: CommandKind, { calendar, now }: Context & { now: Date }): Refusal | null {
  if (road.version === 0) return { code: "no-road" };
  const progress = progressIn(road, step);
  if (!progress.included) return { code: "left-out", step };
  if (!isLegal(progress.state, kind)) return { code: "illegal", step, state: progress.state, command: kind };
  const tries = kind === "begin" || kind === "submit" || kind === "pass";
  if (progress.final && progress.state === "failed" && tries) return { code: "final", step };
  const starts = kind === "open" || kind === "begin" || (kind === "submit" && progress.state !== "in-progress");
  if (!starts) return null;
  const earlier = unfinishedBefore(road, step);
  if (earlier) return { code: "behind", step, earlier: earlier.step };
  const { opensAt } = calendar[step];
  return dateHasCome(calendar, step, now) || opensAt === null ? null : { code: "not-yet", step, opensAt };
}

function needsReason(command: StepCommand & { step: Step }, calendar: Calendar): boolean {
  switch (command.kind) {
    case "reopen":
    case "waive":
    case "withdraw-waiver":
    case "correct":
      return true;
    case "record":
      return calendar[command.step].hasRoom;
    case "begin":
    case "submit":
    case "pass":
    case "fail":
    case "open":
      return false;
  }
}

/** The command's own event; null when nothing would change. */
function draftOf(road: Road, command: StepCommand & { step: Step; at: Date }, calendar: Calendar): Draft | null {
  const progress = progressIn(road, command.step);
  const to = (kind: StepEvent["kind"], state: StepState, final = false): Draft => ({
    kind, step: command.step, from: progress.state, to: state, final, cause: command.cause,
    note: command.kind === "record" ? command.note.trim() || null : null,
  });
  /** Where a step stands on which nothing has been done. */
  const untouched = () => (unfinishedBefore(road, command.step) || !dateHasCome(calendar, command.step, command.at) ? "locked" : "available");
  switch (command.kind) {
    case "open":
      return to("opened", "available");
    case "begin":
      return to("begun", "in-progress");
    case "submit":
      return to("submitted", "awaiting-review");
    case "pass":
      return to("passed", "passed");
    case "fail":
      return progress.state === "failed" && (progress.final || !command.final) ? null : to("failed", "failed", command.final);
    case "record":
      return to("recorded", command.outcome, command.outcome === "failed" && progress.final);
    case "reopen":
      return to("reopened", progress.state === "awaiting-review" ? "in-progress" : untouched());
    case "waive":
      return to("waived", "waived");
    case "withdraw-waiver": {
      const beneath = progress.beneath ?? "locked";
      return to("waiver-withdrawn", beneath === "locked" || beneath === "available" ? untouched() : beneath, progress.final);
    }
    case "correct": {
      if (command.outcome === "none") return to("corrected", untouched());
      const final = command.outcome === "failed" && command.final === true;
      return progress.state === command.outcome && progress.final === final ? null : to("corrected", command.outcome, final);
    }
  }
}

function planned(road: Road, command: Command & { kind: "plan" }, calendar: Calendar): ProgressEvent[] {
  const { cause, at } = command;
  const wanted = STEPS.filter((step) => calendar[step].included);
  if (road.version === 0) return [{ kind: "started", seq: 1, steps: wanted, cause, actorId: actorOf(command), note: null, at }];
  const has = includedSteps(road);
  const changed = [
    ...has.filter((step) => !wanted.includes(step)).map((step) => ({ step, kind: "left-out" as const })),
    ...wanted.filter((step) => !has.includes(step)).map((step) => ({ step, kind: "added" as const })),
  ];
  const events: ProgressEvent[] = [];
  for (const { step, kind } of changed) {
    const { state, final } = progressIn(road, step);
    events.push({ kind, step, from: state, to: state, final, cause, actorId: actorOf(command), note: null, seq: road.version + events.length + 1, at });
  }
  return events;
}

/** `events` and what follows from them: what became free opens, what is untouched behind an unfinished step locks again. */
function settle(before: Road, events: ProgressEvent[], command: Command, calendar: Calendar): ProgressEvent[] {
  const all = [...events];
  let road = events.reduce(evolve, before);
  for (const progress of stepsOn(road)) {
    const state = stateAt(road, progress.step, calendar, command.at);
    if (state === progress.state) continue;
    // Had the same come without the command, then only a date has come or gone.
    const byDate = command.kind !== "plan" && stateAt(before, progress.step, calendar, command.at) === state;
    const by: Origin = byDate ? { cause: { kind: "calendar" }, at: command.at } : command;
    const kind = state === "available" ? "opened" : "locked";
    const next = event(road, { kind, step: progress.step, from: progress.state, to: state, final: false, cause: by.cause, note: null }, by);
    all.push(next);
    road = evolve(road, next);
  }
  return all;
}

function event(road: Road, draft: Draft, by: Origin): StepEvent {
  return { ...draft, seq: road.version + 1, actorId: actorOf(by), at: by.at };
}
