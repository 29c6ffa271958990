import type { ColumnType } from "kysely";
import type { Generated, Timestamp } from "./columns";
import type { StepColumn } from "./cohorts";

type StateColumn = "locked" | "available" | "in-progress" | "awaiting-review" | "passed" | "failed" | "waived";

/** Written by `app/pipeline/write-roads.server.ts` only. */
export interface RoadTable {
  enrolment_id: string;
  chapter_slug: string;
  version: number;
  completed_at: Timestamp | null;
  camp: StepColumn | null;
  camp_waiting_for: "learner" | "instructor" | "examiner" | "manager" | "calendar" | null;
  camp_due_at: Timestamp | null;
  next_due_at: Timestamp | null;
  manager_waiting: Generated<number>;
}

/** Written by `app/pipeline/write-roads.server.ts` only. */
export interface ProgressTable {
  enrolment_id: string;
  chapter_slug: string;
  step: StepColumn;
  included: boolean;
  state: StateColumn;
  since: Timestamp;
  final: Generated<boolean>;
  beneath: StateColumn | null;
  reopened_at: Timestamp | null;
  evidence_kind: string | null;
  evidence_id: string | null;
  waiting_for: "learner" | "instructor" | "examiner" | "manager" | "calendar" | "previous-step" | null;
  due_at: Timestamp | null;
  opens_at: Timestamp | null;
  seq: number;
}

/** Append-only. */
export interface ProgressEventTable {
  /** bigint: comes as text. */
  id: ColumnType<string, never, never>;
  enrolment_id: string;
  chapter_slug: string;
  seq: number;
  kind:
    | "started" | "opened" | "locked" | "begun" | "submitted" | "passed" | "failed" | "reopened"
    | "waived" | "waiver-withdrawn" | "recorded" | "corrected" | "left-out" | "added";
  step: StepColumn | null;
  from_state: StateColumn | null;
  to_state: StateColumn | null;
  final: Generated<boolean>;
  steps: StepColumn[] | null;
  cause_kind: "evidence" | "person" | "calendar";
  evidence_kind: string | null;
  evidence_id: string | null;
  actor_id: string | null;
  reason: string | null;
  note: string | null;
  at: Timestamp;
}

export interface PipelineSchema {
  road: RoadTable;
  progress: ProgressTable;
  progress_event: ProgressEventTable;
}
