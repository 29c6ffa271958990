import type { ColumnType } from "kysely";
import type { Generated, Json, Timestamp } from "./columns";

/** The eight steps of the pipeline, as stored. */
export type StepColumn = "preview" | "quiz" | "lecture" | "group-work" | "role-play" | "homework" | "defense" | "field-tracking";

/** date: ISO text `YYYY-MM-DD`, without a time zone. */
export type DateColumn = ColumnType<string, string, string>;

export interface CohortTable {
  id: Generated<string>;
  name: string;
  team_id: string;
  time_zone: Generated<string>;
  starts_on: DateColumn;
  ends_on: DateColumn;
  state: Generated<"draft" | "open" | "closed">;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Timestamp>;
}

export interface CohortChapterTable {
  cohort_id: string;
  chapter_slug: string;
  position: number;
}

export interface CohortStepTable {
  cohort_id: string;
  chapter_slug: string;
  step: StepColumn;
  included: Generated<boolean>;
  opens_at: Timestamp | null;
  due_at: Timestamp | null;
  gate: Generated<Json>;
}

export interface EnrolmentTable {
  id: Generated<string>;
  cohort_id: string;
  person_id: string;
  enrolled_at: Generated<Timestamp>;
  enrolled_by: string | null;
  left_at: Timestamp | null;
  left_reason: string | null;
  extra_time_percent: Generated<number>;
}

export interface CohortsSchema {
  cohort: CohortTable;
  cohort_chapter: CohortChapterTable;
  cohort_step: CohortStepTable;
  enrolment: EnrolmentTable;
}
