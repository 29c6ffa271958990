import type { Generated, Timestamp } from "./columns";

export interface DefenseDayTable {
  id: Generated<string>;
  cohort_id: string;
  title: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  time_zone: string;
  state: Generated<"draft" | "published" | "closed" | "cancelled">;
  panel_size: number;
  presentation_minutes: number;
  question_minutes: number;
  deliberation_minutes: number;
  changeover_minutes: Generated<number>;
  longest_run: Generated<number>;
  bring: string | null;
  published_at: Generated<Timestamp | null>;
  cancel_reason: Generated<string | null>;
  sequence: Generated<number>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Timestamp;
}

export interface DefenseDayChapterTable {
  day_id: string;
  chapter_slug: string;
  position: number;
}

export interface DefenseBreakTable {
  day_id: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
}

export interface DefensePlaceTable {
  id: Generated<string>;
  day_id: string;
  position: number;
  name: string;
  link: string | null;
}

export interface DefenseDayExaminerTable {
  day_id: string;
  person_id: string;
  may_chair: Generated<boolean>;
  invited_at: Timestamp;
  answered_at: Generated<Timestamp | null>;
  dropped_at: Generated<Timestamp | null>;
  drop_reason: Generated<string | null>;
}

export interface DefenseDayExaminerChapterTable {
  day_id: string;
  person_id: string;
  chapter_slug: string;
}

export interface DefenseCandidateTable {
  day_id: string;
  enrolment_id: string;
  added_at: Timestamp;
  answered_at: Generated<Timestamp | null>;
  dropped_at: Generated<Timestamp | null>;
  drop_reason: Generated<string | null>;
  unplaced: Generated<"no-chapters" | "not-there" | "no-examiners" | "no-chair" | "chapters-uncovered" | "no-room" | null>;
}

export interface DefenseAvailabilityTable {
  day_id: string;
  person_id: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
}

export interface DefenseSlotTable {
  id: Generated<string>;
  day_id: string;
  place_id: string;
  enrolment_id: string;
  starts_at: Timestamp;
  ends_at: Timestamp;
  state: Generated<"planned" | "cancelled" | "no-show" | "held">;
  pinned: Generated<boolean>;
  cancel_reason: Generated<string | null>;
  sequence: Generated<number>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface DefenseSlotChapterTable {
  slot_id: string;
  chapter_slug: string;
}

export interface DefensePanelistTable {
  id: Generated<string>;
  slot_id: string;
  person_id: string;
  chair: Generated<boolean>;
  own_manager: Generated<boolean>;
  joined_at: Timestamp;
  left_at: Generated<Timestamp | null>;
  left_reason: Generated<string | null>;
}

export interface DefenseDaysSchema {
  defense_day: DefenseDayTable;
  defense_day_chapter: DefenseDayChapterTable;
  defense_break: DefenseBreakTable;
  defense_place: DefensePlaceTable;
  defense_day_examiner: DefenseDayExaminerTable;
  defense_day_examiner_chapter: DefenseDayExaminerChapterTable;
  defense_candidate: DefenseCandidateTable;
  defense_availability: DefenseAvailabilityTable;
  defense_slot: DefenseSlotTable;
  defense_slot_chapter: DefenseSlotChapterTable;
  defense_panelist: DefensePanelistTable;
}
