import type { Generated, Json, JsonValue, Timestamp } from "./columns";

export interface SheetDefinitionTable {
  hash: string;
  key: string;
  body: Json;
  first_seen: Timestamp;
}

export interface SheetKindTable {
  key: string;
  chapter_slug: string;
  position: number;
  current_hash: string;
  retired_at: Generated<Timestamp | null>;
}

export interface SheetTable {
  id: Generated<string>;
  definition_key: string;
  definition_hash: string;
  title: string;
  cohort_id: string | null;
  team_id: string | null;
  locale: "zh" | "en";
  currency: Generated<string>;
  copied_from: string | null;
  copied_version: number | null;
  doc: Uint8Array;
  content: Json;
  version: Generated<number>;
  done_count: Generated<number>;
  of_count: Generated<number>;
  complete: Generated<boolean>;
  problem_count: Generated<number>;
  warning_count: Generated<number>;
  findings: Generated<Json<string[]>>;
  locked_at: Generated<Timestamp | null>;
  locked_by: Generated<string | null>;
  created_by: string | null;
  created_at: Timestamp;
  changed_at: Timestamp;
}

export interface SheetMemberTable {
  id: Generated<string>;
  sheet_id: string;
  person_id: string;
  may: "edit" | "comment" | "read";
  valid_from: Timestamp;
  valid_to: Generated<Timestamp | null>;
}

export interface SheetChangeTable {
  id: Generated<string>;
  sheet_id: string;
  version: number;
  address: string;
  before: Json<JsonValue | null>;
  after: Json<JsonValue | null>;
  author_id: string | null;
  how: Generated<"edit" | "import" | "restore" | "copy" | "system">;
  at: Timestamp;
}

export interface SheetFindingChangeTable {
  id: Generated<string>;
  sheet_id: string;
  version: number;
  finding: string;
  found: boolean;
  author_id: string | null;
  at: Timestamp;
}

export interface SheetSnapshotTable {
  sheet_id: string;
  version: number;
  content: Json;
  at: Timestamp;
}

export interface SheetCommentTable {
  id: Generated<string>;
  sheet_id: string;
  address: Generated<string>;
  reply_to: string | null;
  author_id: string;
  body: string;
  at: Timestamp;
  resolved_at: Generated<Timestamp | null>;
  resolved_by: Generated<string | null>;
}

export interface SheetMentionTable {
  comment_id: string;
  person_id: string;
  seen_at: Generated<Timestamp | null>;
}

export interface SheetsSchema {
  sheet_definition: SheetDefinitionTable;
  sheet_kind: SheetKindTable;
  sheet: SheetTable;
  sheet_member: SheetMemberTable;
  sheet_change: SheetChangeTable;
  sheet_finding_change: SheetFindingChangeTable;
  sheet_snapshot: SheetSnapshotTable;
  sheet_comment: SheetCommentTable;
  sheet_mention: SheetMentionTable;
}
