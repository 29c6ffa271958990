import type { Generated, Json, Timestamp } from "./columns";

export interface RubricVersionTable {
  hash: string;
  key: string;
  body: Json;
  first_seen: Timestamp;
}

export interface RubricTable {
  key: string;
  current_hash: string;
  retired_at: Generated<Timestamp | null>;
}

export interface MarkingItemTable {
  id: Generated<string>;
  kind: "quiz-answer" | "group-sheet" | "role-play" | "homework";
  subject_id: string;
  cohort_id: string;
  chapter_slug: string;
  title: string;
  task: Json<{ zh: string; en: string }> | null;
  task_key: Generated<string>;
  blocked_count: Generated<number>;
  waiting_since: Timestamp;
  ready_at: Timestamp;
  due_at: Timestamp | null;
  state: Generated<"waiting" | "done" | "withdrawn">;
  claimed_by: Generated<string | null>;
  claimed_until: Generated<Timestamp | null>;
  done_by: Generated<string | null>;
  done_at: Generated<Timestamp | null>;
  points: number | null;
  max_points: number | null;
}

export interface MarkingSchema {
  rubric_version: RubricVersionTable;
  rubric: RubricTable;
  marking_item: MarkingItemTable;
}
