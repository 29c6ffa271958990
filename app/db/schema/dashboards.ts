import type { ColumnType } from "kysely";
import type { DateColumn, StepColumn } from "./cohorts";
import type { Generated, JsonOf, Timestamp } from "./columns";

/** Counted again when it is drained; written by triggers. */
export interface TallyQueueTable {
  id: ColumnType<string, never, never>;
  person_id: string | null;
  team_id: string | null;
  at: Generated<Timestamp>;
}

export interface TeamTallyTable {
  team_id: string;
  people: number;
  certified: number;
}

export interface CapabilityTallyTable {
  team_id: string;
  competency: string;
  ready: number;
  not_ready: number;
  unsure: number;
}

export interface RoadTallyTable {
  team_id: string;
  cohort_id: string;
  chapter_slug: string;
  step: StepColumn;
  roads: number;
  reached: number;
  done: number;
  failed: number;
  /** bigint: comes as text. */
  done_seconds: ColumnType<string, number, number>;
  open: number;
  /** bigint: comes as text. */
  open_since: ColumnType<string, number, number>;
  wait_learner: number;
  wait_instructor: number;
  wait_examiner: number;
  wait_manager: number;
}

export interface TallyRuleTable {
  singular: Generated<boolean>;
  rule: string;
}

/** Append-only. */
export interface GapDecisionTable {
  id: ColumnType<string, never, never>;
  team_id: string;
  competency: string;
  state: "open" | "done" | "dropped";
  owner_id: string | null;
  next_action: string | null;
  due_on: DateColumn | null;
  remark: string | null;
  people: number;
  ready: number;
  not_ready: number;
  decided_by: string;
  decided_at: Timestamp;
}

/** Append-only. */
export interface DashboardSnapshotTable {
  day: DateColumn;
  taken_at: Timestamp;
  how: "taken" | "rebuilt";
  rule: string;
}

/** Append-only. */
export interface SnapshotTeamTable {
  day: DateColumn;
  team_id: string;
  parent_id: string | null;
  kind: string;
  name_zh: string;
  name_en: string;
  people: number;
  certified: number;
  with_sheet: number;
  coached: number;
}

/** Append-only. */
export interface SnapshotCapabilityTable {
  day: DateColumn;
  team_id: string;
  competency: string;
  ready: number;
  not_ready: number;
  unsure: number;
}

/** Append-only. */
export interface SnapshotRoadTable {
  day: DateColumn;
  team_id: string;
  cohort_id: string;
  step: StepColumn;
  roads: number;
  reached: number;
  done: number;
  failed: number;
  /** bigint: comes as text. */
  done_seconds: ColumnType<string, number, number>;
  open: number;
  /** bigint: comes as text. */
  open_since: ColumnType<string, number, number>;
  wait_learner: number;
  wait_instructor: number;
  wait_examiner: number;
  wait_manager: number;
}

/** Append-only. */
export interface SnapshotEffectTable {
  day: DateColumn;
  team_id: string;
  metric: "stage-conversion" | "cycle-time" | "win-rate" | "receivable-days";
  answer: JsonOf<object>;
}

export interface DashboardFilterTable {
  id: Generated<string>;
  person_id: string;
  name: string;
  page: "first" | "heat" | "road" | "compare" | "effect";
  query: string;
  created_at: Timestamp;
}

export interface DashboardsSchema {
  tally_queue: TallyQueueTable;
  team_tally: TeamTallyTable;
  capability_tally: CapabilityTallyTable;
  road_tally: RoadTallyTable;
  tally_rule: TallyRuleTable;
  gap_decision: GapDecisionTable;
  dashboard_snapshot: DashboardSnapshotTable;
  snapshot_team: SnapshotTeamTable;
  snapshot_capability: SnapshotCapabilityTable;
  snapshot_road: SnapshotRoadTable;
  snapshot_effect: SnapshotEffectTable;
  dashboard_filter: DashboardFilterTable;
}
