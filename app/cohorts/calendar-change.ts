/** What a changed calendar of a chapter does to its roads, before it is taken over. */
import { type Calendar, decide, evolve, type GateOf, isDone, type Road, situation, type Step, STEPS } from "~/pipeline";
import { GATE_FIELDS, type GateField, gateText } from "./gate-fields";

/** What a cohort sets for one step of one chapter. */
export interface StepSettings<S extends Step = Step> {
  included: boolean;
  opensAt: Date | null;
  dueAt: Date | null;
  gate: GateOf<S>;
}

/** The settings of a chapter's steps; a step that the chapter itself leaves out has none. */
export type ChapterSettings = { readonly [S in Step]?: StepSettings<S> };

/** What a change would do at one step, in learners. */
export interface StepEffect {
  step: Step;
  leftOut: number;
  added: number;
  opened: number;
  locked: number;
  /** Whose deadline moves. */
  moved: number;
  /** Whose deadline lies in the past afterwards, and did not before. */
  late: number;
  notLate: number;
}

export interface CalendarEffect {
  /** Learners on whose road anything at all changes. */
  learners: number;
  /** Of how many. */
  of: number;
  /** Steps at which something changes, in order. */
  steps: StepEffect[];
}

const NOTHING = { leftOut: 0, added: 0, opened: 0, locked: 0, moved: 0, late: 0, notLate: 0 };
type Kind = keyof typeof NOTHING;
const OF_EVENT: Partial<Record<string, Kind>> = { "left-out": "leftOut", added: "added", opened: "opened", locked: "locked" };

/** Works out what `settings` would do to these roads at `now`; exactly what `replan` does when they are saved. */
export function effectOf(roads: readonly { road: Road; calendar: Calendar }[], settings: ChapterSettings, now: Date): CalendarEffect {
  const effects = new Map<Step, Record<Kind, number>>();
  let learners = 0;
  for (const { road, calendar } of roads) {
    const changes = changesOn(road, calendar, planned(calendar, settings), now);
    if (changes.length > 0) learners += 1;
    for (const { step, kind } of changes) {
      const effect = effects.get(step) ?? { ...NOTHING };
      effects.set(step, { ...effect, [kind]: effect[kind] + 1 });
    }
  }
  return { learners, of: roads.length, steps: STEPS.flatMap((step) => (effects.has(step) ? [{ step, ...NOTHING, ...effects.get(step) }] : [])) };
}

/** The calendar as `settings` would make it. */
function planned(calendar: Calendar, settings: ChapterSettings): Calendar {
  const entries = STEPS.map((step) => {
    const set = settings[step];
    return [step, set ? { ...calendar[step], included: set.included, opensAt: set.opensAt, dueAt: set.dueAt, reviewDays: set.gate.reviewDays } : calendar[step]] as const;
  });
  return Object.fromEntries(entries) as unknown as Calendar;
}

function changesOn(road: Road, before: Calendar, after: Calendar, now: Date): { step: Step; kind: Kind }[] {
  const decided = decide(road, { kind: "plan", cause: { kind: "calendar" }, actorId: null, at: now }, { calendar: after });
  if (!decided.ok) throw new Error(`a plan was refused: ${decided.error.code}`);
  const events = decided.value.flatMap((event) => {
    const kind = OF_EVENT[event.kind];
    return event.kind === "started" || kind === undefined ? [] : [{ step: event.step, kind }];
  });
  const was = situation(road, { now, calendar: before }).steps;
  const will = situation(decided.value.reduce(evolve, road), { now, calendar: after }).steps;
  const deadlines = will.flatMap((step) => {
    const old = was.find((one) => one.step === step.step);
    if (!old || isDone(step.state)) return [];
    const kinds: Kind[] = [];
    if (old.dueAt?.getTime() !== step.dueAt?.getTime()) kinds.push("moved");
    if (old.late !== step.late) kinds.push(step.late ? "late" : "notLate");
    return kinds.map((kind) => ({ step: step.step, kind }));
  });
  return [...events, ...deadlines];
}

/** One thing that differs between two settings of a step. Of the gate its field, with the values as they are typed. */
export type SettingChange =
  | { step: Step; field: "included"; from: boolean; to: boolean }
  | { step: Step; field: "opensAt" | "dueAt"; from: Date | null; to: Date | null }
  | { step: Step; field: "gate"; name: string; from: string; to: string };

/** What differs between two settings of a chapter, in order. */
export function settingChanges(from: ChapterSettings, to: ChapterSettings): SettingChange[] {
  return STEPS.flatMap((step): SettingChange[] => {
    const [old, set] = [from[step], to[step]];
    if (!old || !set) return [];
    const changes: SettingChange[] = [];
    if (old.included !== set.included) changes.push({ step, field: "included", from: old.included, to: set.included });
    if (old.opensAt?.getTime() !== set.opensAt?.getTime()) changes.push({ step, field: "opensAt", from: old.opensAt, to: set.opensAt });
    if (old.dueAt?.getTime() !== set.dueAt?.getTime()) changes.push({ step, field: "dueAt", from: old.dueAt, to: set.dueAt });
    const fields: readonly GateField[] = GATE_FIELDS[step];
    for (const field of fields) {
      const [was, will] = [old.gate, set.gate].map((gate) => gateText(field, (gate as unknown as Record<string, unknown>)[field.name])) as [string, string];
      if (was !== will) changes.push({ step, field: "gate", name: field.name, from: was, to: will });
    }
    return changes;
  });
}

/** Steps that would be due before one that comes earlier on the road: allowed, but hardly meant. */
export function outOfOrder(settings: ChapterSettings): Step[] {
  let latest = -Infinity;
  return STEPS.filter((step) => {
    const set = settings[step];
    if (!set?.included || !set.dueAt) return false;
    const early = set.dueAt.getTime() < latest;
    latest = Math.max(latest, set.dueAt.getTime());
    return early;
  });
}
