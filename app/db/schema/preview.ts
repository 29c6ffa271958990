import type { Generated, Json, Timestamp } from "./columns";

export interface SectionReadingTable {
  enrolment_id: string;
  chapter_slug: string;
  section_id: string;
  first_opened_at: Timestamp;
  last_seen_at: Timestamp;
  content_hash: string;
  /** bigint, read as text. */
  active_ms: Generated<string | number>;
  position: Generated<number>;
  reached_end: Generated<boolean>;
  finished_at: Timestamp | null;
  finished_by: "reading" | "button" | null;
  finished_hash: string | null;
}

export interface ReadingBeatTable {
  id: string;
  enrolment_id: string;
  chapter_slug: string;
  section_id: string;
  active_ms: number;
  received_at: Timestamp;
}

export interface CheckinResponseTable {
  id: Generated<string>;
  enrolment_id: string;
  chapter_slug: string;
  section_id: string;
  checkin_id: string;
  question_hash: string;
  response: Json;
  correct: boolean;
  answered_at: Timestamp;
}

export interface MediaWatchTable {
  enrolment_id: string;
  chapter_slug: string;
  media_id: string;
  watched: Generated<string>;
  last_watched_at: Timestamp;
}

export interface PreviewSchema {
  section_reading: SectionReadingTable;
  reading_beat: ReadingBeatTable;
  checkin_response: CheckinResponseTable;
  media_watch: MediaWatchTable;
}
