import type { DateColumn } from "./cohorts";
import type { Generated, Json, Timestamp } from "./columns";

export interface HomeworkAssignmentVersionTable {
  hash: string;
  chapter_slug: string;
  body: Json;
  first_seen: Timestamp;
}

export interface HomeworkAssignmentTable {
  chapter_slug: string;
  current_hash: string;
  retired_at: Timestamp | null;
}

export interface HomeworkTable {
  id: Generated<string>;
  enrolment_id: string;
  chapter_slug: string;
  assignment_hash: string;
  state: Generated<"draft" | "handed-in" | "returned" | "accepted">;
  begun_at: Timestamp;
}

export interface HomeworkTextTable {
  homework_id: string;
  position: number;
  value: string | null;
  revision: number;
  op_id: string;
  saved_at: Timestamp;
}

/** Append-only. */
export interface HomeworkTextOpTable {
  homework_id: string;
  op_id: string;
  position: number;
  base_revision: number;
  revision: number;
  value: string | null;
  outcome: "accepted" | "conflict" | "late";
  at: Timestamp;
}

export interface HomeworkFileTable {
  id: Generated<string>;
  homework_id: string;
  part: string;
  upload_id: string;
  attached_at: Timestamp;
  removed_at: Generated<Timestamp | null>;
}

/** Append-only; the latest about an upload holds. */
export interface HomeworkRecordingConsentTable {
  id: Generated<string>;
  homework_id: string;
  upload_id: string;
  person_id: string;
  agrees: boolean;
  at: Timestamp;
}

export interface HomeworkSheetTable {
  id: Generated<string>;
  homework_id: string;
  part: string;
  sheet_id: string;
  begun_at: Timestamp;
  replaced_at: Generated<Timestamp | null>;
}

/** Append-only. */
export interface HomeworkSubmissionTable {
  id: Generated<string>;
  homework_id: string;
  number: number;
  assignment_hash: string;
  rubric_hash: string;
  texts: Json<Record<string, string>>;
  files: Json<{ part: string; uploadId: string; name: string; bytes: number; mediaType: string }[]>;
  sheets: Json<{ part: string; sheetId: string; version: number }[]>;
  late: boolean;
  submitted_at: Timestamp;
  reviews_wanted: number;
  reviews_until: Timestamp;
}

export interface HomeworkReviewTable {
  id: Generated<string>;
  submission_id: string;
  reviewer_id: string;
  state: Generated<"asked" | "done" | "over" | "withdrawn">;
  asked_at: Timestamp;
  due_at: Timestamp;
  opened_at: Generated<Timestamp | null>;
  done_at: Generated<Timestamp | null>;
  criteria: Json<Record<string, number>> | null;
  points: number | null;
  max_points: number | null;
  remark: string | null;
}

/** Append-only; the latest counts. */
export interface HomeworkMarkTable {
  id: Generated<string>;
  submission_id: string;
  marker_id: string;
  verdict: "accepted" | "returned";
  criteria: Json<Record<string, number>>;
  points: number | null;
  max_points: number | null;
  remark: string | null;
  at: Timestamp;
}

export interface HomeworkRehearsalTable {
  id: Generated<string>;
  cohort_id: string;
  chapter_slug: string;
  group_id: string | null;
  logged_by: string;
  held_on: DateColumn;
  minutes: number;
  part: string;
  went: string;
  focus: string;
  at: Timestamp;
  removed_at: Generated<Timestamp | null>;
}

export interface HomeworkRehearsalPersonTable {
  rehearsal_id: string;
  enrolment_id: string;
}

export interface HomeworkSchema {
  homework_assignment_version: HomeworkAssignmentVersionTable;
  homework_assignment: HomeworkAssignmentTable;
  homework: HomeworkTable;
  homework_text: HomeworkTextTable;
  homework_text_op: HomeworkTextOpTable;
  homework_file: HomeworkFileTable;
  homework_recording_consent: HomeworkRecordingConsentTable;
  homework_sheet: HomeworkSheetTable;
  homework_submission: HomeworkSubmissionTable;
  homework_review: HomeworkReviewTable;
  homework_mark: HomeworkMarkTable;
  homework_rehearsal: HomeworkRehearsalTable;
  homework_rehearsal_person: HomeworkRehearsalPersonTable;
}
