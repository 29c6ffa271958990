import type { Selectable } from "kysely";
import type { ProgressEventTable, ProgressTable, RoadTable } from "~/db/schema/pipeline";
import type { Cause } from "./command";
import type { ProgressEvent, StartedEvent } from "./event";
import type { Calendar, Evidence, Road, StepProgress } from "./road";
import { deadline, standing } from "./standing";
import type { Step } from "./step";

export const PROGRESS_COLUMNS = [
  "enrolment_id", "chapter_slug", "step", "included", "state", "since", "final", "beneath", "reopened_at",
  "evidence_kind", "evidence_id", "waiting_for", "due_at", "opens_at", "seq",
] as const satisfies readonly (keyof ProgressTable)[];

export const EVENT_COLUMNS = [
  "enrolment_id", "chapter_slug", "seq", "kind", "step", "from_state", "to_state", "final", "steps",
  "cause_kind", "evidence_kind", "evidence_id", "actor_id", "reason", "note", "at",
] as const satisfies readonly (keyof ProgressEventTable)[];

export type Cell = Selectable<ProgressTable>;
export type EventRow = Omit<Selectable<ProgressEventTable>, "id">;

/** A stored cell as the domain sees it; whose turn it is follows from the rest. */
export function progressOf(cell: Cell): StepProgress {
  return {
    step: cell.step,
    included: cell.included,
    state: cell.state,
    since: cell.since,
    final: cell.final,
    evidence: evidenceOf(cell),
    beneath: cell.beneath,
    reopenedAt: cell.reopened_at,
  };
}

/** The cell to store for `progress` on `road`. */
export function cellOf(road: Road, progress: StepProgress, seq: number, calendar: Calendar, now: Date): Cell {
  const blocker = standing(road, progress.step, calendar, now);
  return {
    enrolment_id: road.enrolmentId,
    chapter_slug: road.chapterSlug,
    step: progress.step,
    included: progress.included,
    state: progress.state,
    since: progress.since,
    final: progress.final,
    beneath: progress.beneath,
    reopened_at: progress.reopenedAt,
    evidence_kind: progress.evidence?.kind ?? null,
    evidence_id: progress.evidence?.id ?? null,
    waiting_for: blocker?.waitsFor ?? null,
    due_at: deadline(road, progress.step, calendar, now),
    opens_at: blocker?.waitsFor === "calendar" ? blocker.by : null,
    seq,
  };
}

/** What a road's cells, in the order of the steps, add up to; kept on the road for sums over many. */
export function summaryOf(cells: readonly Cell[]): Pick<Selectable<RoadTable>, "camp" | "camp_waiting_for" | "camp_due_at" | "next_due_at" | "manager_waiting"> {
  const unfinished = cells.filter((cell) => cell.waiting_for !== null);
  const [camp] = unfinished;
  const dates = unfinished.flatMap((cell) => cell.due_at ?? []);
  return {
    camp: camp?.step ?? null,
    // The first unfinished step never waits for one before it.
    camp_waiting_for: camp?.waiting_for === "previous-step" ? null : (camp?.waiting_for ?? null),
    camp_due_at: camp?.due_at ?? null,
    next_due_at: dates.length > 0 ? new Date(Math.min(...dates.map((date) => date.getTime()))) : null,
    manager_waiting: unfinished.filter((cell) => cell.waiting_for === "manager").length,
  };
}

/** The row to store for `event`. */
export function eventRowOf(road: Pick<Road, "enrolmentId" | "chapterSlug">, event: ProgressEvent): EventRow {
  const { cause } = event;
  const ofStep = event.kind === "started" ? { step: null, from_state: null, to_state: null, final: false, steps: [...event.steps] } : { step: event.step, from_state: event.from, to_state: event.to, final: event.final, steps: null };
  return {
    enrolment_id: road.enrolmentId,
    chapter_slug: road.chapterSlug,
    seq: event.seq,
    kind: event.kind,
    ...ofStep,
    cause_kind: cause.kind,
    evidence_kind: cause.kind === "evidence" ? cause.evidence.kind : null,
    evidence_id: cause.kind === "evidence" ? cause.evidence.id : null,
    actor_id: event.actorId,
    reason: cause.kind === "person" ? cause.reason.trim() || null : null,
    note: event.note,
    at: event.at,
  };
}

/** A stored event as it was decided. */
export function eventOf(row: EventRow): ProgressEvent {
  const base = { seq: row.seq, cause: causeOf(row), actorId: row.actor_id, note: row.note, at: row.at };
  if (row.kind === "started") return { ...base, kind: row.kind, steps: row.steps ?? [] } satisfies StartedEvent;
  const { kind, step, from_state: from, to_state: to, final } = row;
  if (step === null || from === null || to === null) throw new Error(`event ${row.seq} of ${row.enrolment_id} has no step`);
  return { ...base, kind, step: step satisfies Step, from, to, final };
}

function causeOf(row: EventRow): Cause {
  switch (row.cause_kind) {
    case "calendar":
      return { kind: "calendar" };
    case "person":
      return { kind: "person", actorId: row.actor_id ?? "", reason: row.reason ?? "" };
    case "evidence": {
      const evidence = evidenceOf(row);
      if (!evidence) throw new Error(`event ${row.seq} of ${row.enrolment_id} lacks its evidence`);
      return { kind: "evidence", evidence };
    }
  }
}

function evidenceOf(row: { evidence_kind: string | null; evidence_id: string | null }): Evidence | null {
  return row.evidence_kind === null || row.evidence_id === null ? null : { kind: row.evidence_kind, id: row.evidence_id };
}
