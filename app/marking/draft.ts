/** A mark that is being made: what was chosen and written, how it came about, and what this device keeps of it. Pure. */
import type { CriterionPoints, ShownRubric } from "./rubric";

export type MarkDraft = { criteria: CriterionPoints; remark: string };

/** The draft with the choices before it, so that each can be taken back. */
export type DraftHistory = { now: MarkDraft; past: MarkDraft[] };

/** A draft on the device; `seen` is the mark it was made over. */
export type KeptDraft = { seen: string; draft: MarkDraft; at: number };
export type KeptDrafts = Record<string, KeptDraft>;

/** As many drafts as a device keeps, the newest. */
export const MOST_KEPT = 50;

export const EMPTY_DRAFT: MarkDraft = { criteria: {}, remark: "" };

/** A level was chosen: a step that can be taken back. The same level again is none. */
export function chooseLevel({ now, past }: DraftHistory, criterion: string, points: number): DraftHistory {
  if (now.criteria[criterion] === points) return { now, past };
  return { now: { ...now, criteria: { ...now.criteria, [criterion]: points } }, past: [...past, now] };
}

/** The last choice taken back; the remark stays as it is written. */
export function undoChoice({ now, past }: DraftHistory): DraftHistory {
  const before = past.at(-1);
  return before === undefined ? { now, past } : { now: { criteria: before.criteria, remark: now.remark }, past: past.slice(0, -1) };
}

/** Where a hand should be: the first criterion without a level, or else the last. */
export function firstOpen({ criteria }: ShownRubric, { criteria: given }: MarkDraft): number {
  const at = criteria.findIndex(({ id }) => given[id] === undefined);
  return at === -1 ? Math.max(0, criteria.length - 1) : at;
}

/** Whether two drafts say the same. */
export function sameDraft(a: MarkDraft, b: MarkDraft): boolean {
  const ids = new Set([...Object.keys(a.criteria), ...Object.keys(b.criteria)]);
  return a.remark === b.remark && [...ids].every((id) => a.criteria[id] === b.criteria[id]);
}

/** The drafts with one more; the oldest fall out. */
export function keepDraft(kept: KeptDrafts, subject: string, draft: KeptDraft): KeptDrafts {
  const entries = Object.entries({ ...kept, [subject]: draft }).sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(entries.slice(0, MOST_KEPT));
}

/** The draft that was made over the mark in view; one made over an earlier mark counts no more. */
export function draftOver(kept: KeptDrafts, subject: string, seen: string): MarkDraft | null {
  const entry = kept[subject];
  return entry?.seen === seen ? entry.draft : null;
}

/** A history with what a field of the form says; other fields than the rubric's change nothing. */
export function withField(history: DraftHistory, { name, value }: { name: string; value: string }): DraftHistory {
  if (name === "remark") return { ...history, now: { ...history.now, remark: value } };
  const points = Number(value);
  return name.startsWith("criteria.") && Number.isFinite(points) ? chooseLevel(history, name.slice("criteria.".length), points) : history;
}
