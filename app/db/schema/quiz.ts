import type { Generated, Json, Timestamp } from "./columns";

/** The kinds of question, as stored. */
export type QuestionKindColumn = "single" | "multiple" | "true-false" | "matching" | "ordering" | "fill-in" | "numeric" | "short-answer" | "case";

export interface QuestionVersionTable {
  hash: string;
  question_id: string;
  chapter_slug: string;
  kind: QuestionKindColumn;
  competency: string;
  difficulty: number;
  section: string;
  parts: Json<{ shown: string[]; right: string[] }>;
  body: Json;
  first_seen: Timestamp;
}

export interface QuestionTable {
  id: string;
  chapter_slug: string;
  current_hash: string;
  position: number;
  retired_at: Timestamp | null;
}

export interface QuizBlueprintTable {
  chapter_slug: string;
  minutes: number;
  cells: Json<{ competency: string; difficulty: number[]; count: number }[]>;
}

export interface QuizAttemptTable {
  id: Generated<string>;
  enrolment_id: string;
  chapter_slug: string;
  number: number;
  seed: string;
  pass_mark: number;
  state: Generated<"open" | "submitted" | "marked">;
  started_at: Timestamp;
  deadline_at: Timestamp;
  submitted_at: Timestamp | null;
  submitted_by: "learner" | "deadline" | null;
  points: number | null;
  max_points: number | null;
  passed: boolean | null;
  version: Generated<number>;
}

export interface QuizPaperItemTable {
  attempt_id: string;
  position: number;
  question_hash: string;
  kind: QuestionKindColumn;
  option_order: Json<{ shown: string[]; right: string[] }>;
}

export interface QuizResponseTable {
  attempt_id: string;
  position: number;
  value: Json | null;
  revision: number;
  flagged: Generated<boolean>;
  op_id: string;
  saved_at: Timestamp;
}

export interface QuizResponseOpTable {
  attempt_id: string;
  op_id: string;
  position: number;
  base_revision: number;
  revision: number;
  value: Json | null;
  flagged: boolean | null;
  outcome: "accepted" | "conflict" | "late";
  at: Timestamp;
}

export interface QuizMarkTable {
  id: Generated<string>;
  attempt_id: string;
  position: number;
  points: number;
  max: number;
  marker_id: string | null;
  answered: boolean;
  answer: Json | null;
  criteria: Json<Record<string, number>> | null;
  remark: string | null;
  at: Timestamp;
}

export interface QuizReopeningTable {
  id: Generated<string>;
  enrolment_id: string;
  chapter_slug: string;
  attempts: number;
  allowed: number;
  person_id: string;
  reason: string;
  at: Timestamp;
}

export interface QuizSchema {
  question_version: QuestionVersionTable;
  question: QuestionTable;
  quiz_blueprint: QuizBlueprintTable;
  quiz_attempt: QuizAttemptTable;
  quiz_paper_item: QuizPaperItemTable;
  quiz_response: QuizResponseTable;
  quiz_response_op: QuizResponseOpTable;
  quiz_mark: QuizMarkTable;
  quiz_reopening: QuizReopeningTable;
}

declare module "./index" {
  // Adds this room's tables to those of the others.
  interface DB extends QuizSchema {}
}
