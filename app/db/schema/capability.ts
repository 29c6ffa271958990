import type { Generated, Json, JsonRecord, JsonValue, Timestamp } from "./columns";

/** Append-only; of each source the entry that none supersedes holds. */
export interface CapabilityEntryTable {
  id: Generated<string>;
  person_id: string;
  source_kind: "quiz-item" | "group-sheet" | "role-play-criterion" | "homework-criterion" | "defense-criterion" | "field-application" | "coaching-observation" | "self-rating" | "peer-rating";
  source_id: string;
  view: "exam" | "instructor" | "peer" | "panel" | "manager" | "field" | "self";
  by_id: string | null;
  enrolment_id: string | null;
  cohort_id: string | null;
  chapter_slug: string | null;
  deal_id: string | null;
  occasion: string;
  observed_at: Timestamp;
  recorded_at: Timestamp;
  retracted: Generated<boolean>;
  supersedes: string | null;
  digest: string;
}

/** Append-only. */
export interface CapabilityLineTable {
  entry_id: string;
  item: string;
  competency: string;
  share: number;
  difficulty: number | null;
  label: Json<{ zh: string; en: string }> | null;
}

/** Append-only; the newest row at a time holds. */
export interface CapabilityPriorTable {
  id: Generated<string>;
  cohort_id: string | null;
  competency: string;
  mean: number;
  strength: number;
  people: number;
  at: Timestamp;
}

export interface CapabilityDifficultyTable {
  question_id: string;
  answers: number;
  failed: number;
  at: Timestamp;
}

export interface CapabilityEstimateTable {
  person_id: string;
  competency: string;
  state: "estimate" | "insufficient";
  alpha: number;
  beta: number;
  mean: number | null;
  low: number | null;
  high: number | null;
  n: number;
  rows: number;
  cohort_id: string | null;
  prior_mean: number;
  prior_strength: number;
  newest_at: Timestamp | null;
  at: Timestamp;
  method: number;
  version: Generated<number>;
}

export interface ReviewCardTable {
  id: Generated<string>;
  person_id: string;
  question_id: string;
  question_hash: string;
  chapter_slug: string;
  attempt_id: string;
  made_at: Timestamp;
  due_at: Timestamp;
  memory: Json<JsonRecord>;
  reviews: Generated<number>;
  retired_at: Generated<Timestamp | null>;
  version: Generated<number>;
}

/** Append-only. */
export interface ReviewLogTable {
  id: Generated<string>;
  card_id: string;
  op_id: string;
  rating: "again" | "hard" | "good" | "easy";
  answer: Json<JsonValue> | null;
  share: number | null;
  reviewed_at: Timestamp;
  received_at: Timestamp;
  memory_before: Json<JsonRecord>;
  memory_after: Json<JsonRecord>;
  due_at: Timestamp;
}

export interface CapabilitySchema {
  capability_entry: CapabilityEntryTable;
  capability_line: CapabilityLineTable;
  capability_prior: CapabilityPriorTable;
  capability_difficulty: CapabilityDifficultyTable;
  capability_estimate: CapabilityEstimateTable;
  review_card: ReviewCardTable;
  review_log: ReviewLogTable;
}
