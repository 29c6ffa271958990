import type { Json, Timestamp } from "./columns";

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

export interface DefenseSchema {
  defense_task_version: DefenseTaskVersionTable;
  defense_task: DefenseTaskTable;
}
