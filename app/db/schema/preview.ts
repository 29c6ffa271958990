import type { ColumnType } from "kysely";
import type { Generated, Json, Timestamp } from "./columns";

export interface SectionReadingTable {
  enrolment_id: string;
  chapter_slug: string;
  section_id: string;
  first_opened_at: Timestamp;
  last_seen_at: Timestamp;
  /** Versions of the chapter. */
  opened_version: string;
  known_version: string;
  /** bigint, read as text. */
  active_ms: Generated<ColumnType<string, number, number>>;
  position: Generated<number>;
  anchor: Generated<string | null>;
  reached_end: Generated<boolean>;
  finished_at: Generated<Timestamp | null>;
  finished_by: Generated<"reading" | "button" | null>;
  finished_version: Generated<string | null>;
}

export interface ReadingBeatTable {
  enrolment_id: string;
  id: string;
  chapter_slug: string;
  section_id: string;
  active_ms: number;
  received_at: Timestamp;
}

/** Append-only. */
export interface CheckinResponseTable {
  /** bigint: comes as text. */
  id: ColumnType<string, never, never>;
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
  /** nummultirange, as text. */
  watched: Generated<string>;
  stopped_at: Generated<number>;
  last_watched_at: Timestamp;
}

export interface PreviewSchema {
  section_reading: SectionReadingTable;
  reading_beat: ReadingBeatTable;
  checkin_response: CheckinResponseTable;
  media_watch: MediaWatchTable;
}
