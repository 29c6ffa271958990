import type { Generated, Json, Timestamp } from "./columns";

export interface AnchorVersionTable {
  hash: string;
  key: string;
  chapter_slug: string;
  rubric_hash: string;
  body: Json;
  first_seen: Timestamp;
}

export interface AnchorTable {
  key: string;
  current_hash: string;
  retired_at: Timestamp | null;
}

export interface AnchorRatingTable {
  id: Generated<string>;
  person_id: string;
  anchor_key: string;
  anchor_hash: string;
  round: number;
  remark: string | null;
  rated_at: Timestamp;
}

export interface AnchorScoreTable {
  rating_id: string;
  criterion_id: string;
  points: number;
}

export interface AnchorsSchema {
  anchor_version: AnchorVersionTable;
  anchor: AnchorTable;
  anchor_rating: AnchorRatingTable;
  anchor_score: AnchorScoreTable;
}
