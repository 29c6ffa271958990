import type { Generated, Json, Timestamp } from "./columns";

type Role = "salesperson" | "customer" | "observer";

export interface RolePlayScenarioVersionTable {
  hash: string;
  chapter_slug: string;
  scenario_id: string;
  body: Json;
  first_seen: Timestamp;
}

export interface RolePlayScenarioTable {
  chapter_slug: string;
  scenario_id: string;
  position: number;
  current_hash: string;
  retired_at: Timestamp | null;
}

export interface RolePlaySessionTable {
  id: Generated<string>;
  cohort_id: string;
  title: string;
  place: string | null;
  link: string | null;
  starts_at: Timestamp;
  ends_at: Timestamp;
  time_zone: string;
  minutes: number | null;
  state: Generated<"planned" | "running" | "ended" | "cancelled">;
  started_at: Generated<Timestamp | null>;
  ended_at: Generated<Timestamp | null>;
  sequence: Generated<number>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Timestamp;
}

export interface RolePlaySessionChapterTable {
  session_id: string;
  chapter_slug: string;
  position: number;
}

export interface RolePlayPresenceTable {
  id: Generated<string>;
  session_id: string;
  enrolment_id: string;
  here: boolean;
  recorded_by: string | null;
  at: Timestamp;
}

export interface RolePlayGroupTable {
  id: Generated<string>;
  session_id: string;
  number: number;
  formed_at: Timestamp;
  dissolved_at: Generated<Timestamp | null>;
}

export interface RolePlayGroupMemberTable {
  id: Generated<string>;
  group_id: string;
  session_id: string;
  enrolment_id: string;
  joined_at: Timestamp;
  left_at: Generated<Timestamp | null>;
}

export interface RolePlayRoundTable {
  id: Generated<string>;
  session_id: string;
  group_id: string;
  chapter_slug: string;
  number: number;
  scenario_hash: string;
  minutes: number;
  state: Generated<"planned" | "running" | "debrief" | "done" | "void">;
  turn: Generated<Role | null>;
  started_at: Generated<Timestamp | null>;
  ended_at: Generated<Timestamp | null>;
  done_at: Generated<Timestamp | null>;
  void_reason: Generated<string | null>;
  version: Generated<number>;
}

export interface RolePlayPartTable {
  round_id: string;
  enrolment_id: string;
  role: Role;
  handed_in_at: Generated<Timestamp | null>;
}

export interface RolePlayBriefReadingTable {
  person_id: string;
  chapter_slug: string;
  scenario_id: string;
  at: Timestamp;
}

export interface RolePlayMarkTable {
  id: Generated<string>;
  round_id: string;
  observer_id: string;
  op_id: string;
  kind: "mark" | "clear" | "note" | "hand-in";
  behaviour_id: string | null;
  mark: "shown" | "partly" | "not-shown" | null;
  note: string | null;
  at: Timestamp;
  received_at: Timestamp;
}

export interface RolePlaySelfReviewTable {
  id: Generated<string>;
  round_id: string;
  enrolment_id: string;
  marks: Json<Record<string, "shown" | "partly" | "not-shown">>;
  went_well: string;
  next_time: string;
  at: Timestamp;
}

export interface RolePlayAssessmentTable {
  id: Generated<string>;
  round_id: string;
  marks: Json<Record<string, "shown" | "partly" | "not-shown">>;
  remark: string | null;
  assessed_by: string;
  at: Timestamp;
}

export interface RolePlayConsentTable {
  id: Generated<string>;
  round_id: string;
  enrolment_id: string;
  agrees: boolean;
  at: Timestamp;
}

export interface RolePlayRecordingTable {
  upload_id: string;
  round_id: string;
  recorded_by: string;
  started_at: Timestamp;
  stopped_at: Generated<Timestamp | null>;
  withdrawn_at: Generated<Timestamp | null>;
}

export interface RolePlaySchema {
  role_play_scenario_version: RolePlayScenarioVersionTable;
  role_play_scenario: RolePlayScenarioTable;
  role_play_session: RolePlaySessionTable;
  role_play_session_chapter: RolePlaySessionChapterTable;
  role_play_presence: RolePlayPresenceTable;
  role_play_group: RolePlayGroupTable;
  role_play_group_member: RolePlayGroupMemberTable;
  role_play_round: RolePlayRoundTable;
  role_play_part: RolePlayPartTable;
  role_play_brief_reading: RolePlayBriefReadingTable;
  role_play_mark: RolePlayMarkTable;
  role_play_self_review: RolePlaySelfReviewTable;
  role_play_assessment: RolePlayAssessmentTable;
  role_play_consent: RolePlayConsentTable;
  role_play_recording: RolePlayRecordingTable;
}
