import type { DateColumn } from "./cohorts";
import type { Generated, Timestamp } from "./columns";

export interface FieldApplicationTable {
  id: Generated<string>;
  op_id: string;
  enrolment_id: string;
  chapter_slug: string;
  person_id: string;
  deal_id: string;
  sheet_key: string;
  sheet_id: string | null;
  version_before: number | null;
  version_after: number | null;
  note: string | null;
  used_on: DateColumn;
  logged_at: Timestamp;
  state: Generated<"waiting" | "returned" | "confirmed" | "removed">;
  level: number | null;
  round: Generated<number>;
  due_at: Timestamp | null;
  version: Generated<number>;
}

/** Append-only. */
export interface FieldApplicationEventTable {
  id: Generated<string>;
  application_id: string;
  kind: "logged" | "confirmed" | "returned" | "withdrawn" | "sent-again" | "removed";
  actor_id: string;
  level: number | null;
  remark: string | null;
  at: Timestamp;
}

export interface FieldEscalationTable {
  id: Generated<string>;
  application_id: string;
  round: number;
  stage: "reminder" | "escalation";
  person_id: string;
  at: Timestamp;
}

export interface FieldCheckpointTable {
  enrolment_id: string;
  chapter_slug: string;
  day: number;
  agreed: Generated<string>;
  done: Generated<string>;
  learner_signed_at: Generated<Timestamp | null>;
  manager_signed_at: Generated<Timestamp | null>;
  manager_signed_by: Generated<string | null>;
  version: Generated<number>;
}

/** Append-only. */
export interface FieldCheckpointEventTable {
  id: Generated<string>;
  enrolment_id: string;
  chapter_slug: string;
  day: number;
  kind: "written" | "signed" | "signature-void";
  party: "learner" | "manager";
  actor_id: string;
  agreed: string;
  done: string;
  at: Timestamp;
}

export interface SalesMeetingTable {
  id: Generated<string>;
  team_id: string;
  held_on: DateColumn;
  led_by: string;
  begun_at: Timestamp;
  ended_at: Generated<Timestamp | null>;
}

/** Append-only. */
export interface SalesMeetingMinuteTable {
  id: Generated<string>;
  meeting_id: string;
  deal_id: string | null;
  body: string;
  by_id: string;
  at: Timestamp;
}

export interface SalesCommitmentTable {
  id: Generated<string>;
  op_id: string;
  meeting_id: string;
  team_id: string;
  owner_id: string;
  deal_id: string | null;
  body: string;
  due_on: DateColumn;
  state: Generated<"open" | "done" | "dropped">;
  version: Generated<number>;
  made_at: Timestamp;
}

/** Append-only. */
export interface SalesCommitmentEventTable {
  id: Generated<string>;
  commitment_id: string;
  kind: "made" | "done" | "dropped" | "moved" | "reopened";
  meeting_id: string | null;
  actor_id: string;
  due_on: DateColumn;
  result: string | null;
  at: Timestamp;
}

export interface CoachingNoteTable {
  id: Generated<string>;
  op_id: string;
  coach_id: string;
  person_id: string;
  deal_id: string | null;
  observed_on: DateColumn;
  occasion: string;
  own_view: string;
  agreed: string;
  follow_up_on: DateColumn;
  follow_up_state: Generated<"kept" | "partly" | "not-yet" | null>;
  follow_up_note: Generated<string | null>;
  followed_up_at: Generated<Timestamp | null>;
  seen_at: Generated<Timestamp | null>;
  withdrawn_at: Generated<Timestamp | null>;
  withdrawn_reason: Generated<string | null>;
  written_at: Timestamp;
  version: Generated<number>;
}

/** Append-only. */
export interface CoachingLineTable {
  note_id: string;
  position: number;
  competency: "communication" | "consultative-selling" | "decision-maker-visits" | "negotiation" | "presentation";
  level: number;
  behaviour: string;
  reaction: string;
}

export interface FieldSchema {
  field_application: FieldApplicationTable;
  field_application_event: FieldApplicationEventTable;
  field_escalation: FieldEscalationTable;
  field_checkpoint: FieldCheckpointTable;
  field_checkpoint_event: FieldCheckpointEventTable;
  sales_meeting: SalesMeetingTable;
  sales_meeting_minute: SalesMeetingMinuteTable;
  sales_commitment: SalesCommitmentTable;
  sales_commitment_event: SalesCommitmentEventTable;
  coaching_note: CoachingNoteTable;
  coaching_line: CoachingLineTable;
}
