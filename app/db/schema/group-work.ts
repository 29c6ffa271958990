import type { Generated, Json, Timestamp } from "./columns";

export interface GroupToolTable {
  cohort_id: string;
  chapter_slug: string;
  sheet_key: string;
  position: number;
  picked_by: string | null;
  picked_at: Timestamp;
}

export interface GroupSheetTable {
  id: Generated<string>;
  group_id: string;
  cohort_id: string;
  purpose: Generated<"class">;
  chapter_slug: string;
  sheet_key: string;
  sheet_id: string;
  customer: string;
  state: Generated<"open" | "submitted" | "returned" | "accepted">;
  created_by: string | null;
  created_at: Timestamp;
}

export interface GroupSubmissionTable {
  id: Generated<string>;
  group_sheet_id: string;
  number: number;
  sheet_version: number;
  done_count: number;
  of_count: number;
  complete: boolean;
  problem_count: number;
  warning_count: number;
  note: string | null;
  submitted_by: string;
  submitted_at: Timestamp;
}

export interface GroupSubmissionMemberTable {
  submission_id: string;
  enrolment_id: string;
  filled: number;
  improved: number;
  fixed: number;
  resolved: number;
}

export interface GroupDecisionTable {
  id: Generated<string>;
  submission_id: string;
  kind: "returned" | "accepted" | "taken-back";
  remark: string | null;
  rubric_hash: string | null;
  points: Json<Record<string, number> | null>;
  decided_by: string;
  at: Timestamp;
}

export interface GroupPeerRatingTable {
  id: Generated<string>;
  group_sheet_id: string;
  rater_id: string;
  rated_id: string;
  level: number;
  at: Timestamp;
}

export interface GroupBroadcastTable {
  id: Generated<string>;
  cohort_id: string;
  chapter_slug: string;
  kind: "hint" | "timer";
  body: string | null;
  ends_at: Timestamp | null;
  sent_by: string;
  at: Timestamp;
  ended_at: Generated<Timestamp | null>;
}

export interface GroupWorkSchema {
  group_tool: GroupToolTable;
  group_sheet: GroupSheetTable;
  group_submission: GroupSubmissionTable;
  group_submission_member: GroupSubmissionMemberTable;
  group_decision: GroupDecisionTable;
  group_peer_rating: GroupPeerRatingTable;
  group_broadcast: GroupBroadcastTable;
}
