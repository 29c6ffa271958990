import type { DateColumn } from "./cohorts";
import type { Generated, Json, Timestamp } from "./columns";

export interface DefenseTaskVersionTable {
  hash: string;
  chapter_slug: string;
  body: Json;
  first_seen: Timestamp;
}

export interface DefenseTaskTable {
  chapter_slug: string;
  current_hash: string;
  retired_at: Timestamp | null;
}

/** A defense that has begun. */
export interface DefenseTable {
  id: Generated<string>;
  slot_id: string;
  state: "presenting" | "questioning" | "scoring" | "reconciling" | "decided" | "signed";
  presenting_at: Timestamp;
  questioning_at: Generated<Timestamp | null>;
  scoring_at: Generated<Timestamp | null>;
  revealed_at: Generated<Timestamp | null>;
  decided_at: Generated<Timestamp | null>;
  signed_at: Generated<Timestamp | null>;
  closed_reason: Generated<string | null>;
  version: Generated<number>;
}

/** Append-only. */
export interface DefenseChapterTable {
  defense_id: string;
  chapter_slug: string;
  position: number;
  task_hash: string;
  rubric_hash: string;
}

export interface DefenseDraftTable {
  defense_id: string;
  examiner_id: string;
  position: number;
  value: string | null;
  revision: number;
  op_id: string;
  saved_at: Timestamp;
}

/** Append-only. */
export interface DefenseDraftOpTable {
  defense_id: string;
  examiner_id: string;
  op_id: string;
  position: number;
  base_revision: number;
  revision: number;
  value: string | null;
  outcome: "accepted" | "conflict" | "late";
  at: Timestamp;
}

/** Append-only. */
export interface DefenseLockTable {
  defense_id: string;
  examiner_id: string;
  at: Timestamp;
}

/** Append-only: what an examiner thought before hearing the others. */
export interface DefenseScoreTable {
  id: Generated<string>;
  defense_id: string;
  examiner_id: string;
  chapter_slug: string;
  criterion_id: string;
  rubric_hash: string;
  level: number;
  note: string | null;
  at: Timestamp;
}

/** Append-only. */
export interface DefensePromptMarkTable {
  defense_id: string;
  examiner_id: string;
  chapter_slug: string;
  prompt_id: string;
  mark: "good" | "partly" | "weak";
  at: Timestamp;
}

/** Append-only; the latest counts. */
export interface DefenseRevisionTable {
  id: Generated<string>;
  score_id: string;
  level: number;
  reason: string;
  at: Timestamp;
}

/** Append-only; the latest counts. */
export interface DefenseAgreedTable {
  id: Generated<string>;
  defense_id: string;
  chapter_slug: string;
  criterion_id: string;
  level: number;
  how: "rule" | "panel";
  by_id: string;
  at: Timestamp;
}

/** Append-only; the latest counts. */
export interface DefenseVerdictTable {
  id: Generated<string>;
  defense_id: string;
  outcome: "pass" | "conditional" | "fail";
  remarks: Json<{ chapterSlug: string; criterionId: string; remark: string }[]>;
  strengths: string;
  redo: string | null;
  minutes: string | null;
  condition_what: string | null;
  condition_due: DateColumn | null;
  checker_id: string | null;
  by_id: string;
  at: Timestamp;
}

/** Append-only. */
export interface DefenseSignatureTable {
  verdict_id: string;
  person_id: string;
  at: Timestamp;
}

/** Append-only; the latest counts. */
export interface DefenseSettlementTable {
  id: Generated<string>;
  verdict_id: string;
  outcome: "met" | "missed";
  note: string;
  by_id: string;
  at: Timestamp;
}

/** Append-only. */
export interface DefenseLetterTable {
  id: Generated<string>;
  verdict_id: string;
  settlement_id: string | null;
  kind: "verdict" | "condition" | "released" | "new-slot" | "reminder" | "overdue" | "settled";
  person_id: string;
  at: Timestamp;
}

export interface DefenseSchema {
  defense_task_version: DefenseTaskVersionTable;
  defense_task: DefenseTaskTable;
  defense: DefenseTable;
  defense_chapter: DefenseChapterTable;
  defense_draft: DefenseDraftTable;
  defense_draft_op: DefenseDraftOpTable;
  defense_lock: DefenseLockTable;
  defense_score: DefenseScoreTable;
  defense_prompt_mark: DefensePromptMarkTable;
  defense_revision: DefenseRevisionTable;
  defense_agreed: DefenseAgreedTable;
  defense_verdict: DefenseVerdictTable;
  defense_signature: DefenseSignatureTable;
  defense_settlement: DefenseSettlementTable;
  defense_letter: DefenseLetterTable;
}
