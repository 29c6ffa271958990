import type { Generated, Json, Timestamp } from "./columns";

export interface LectureSessionTable {
  id: Generated<string>;
  cohort_id: string;
  title: string;
  place: string | null;
  link: string | null;
  starts_at: Timestamp;
  ends_at: Timestamp;
  time_zone: string;
  state: Generated<"planned" | "running" | "ended" | "cancelled">;
  code_secret: string;
  code_shown: Generated<boolean>;
  current_chapter: Generated<string | null>;
  current_slide: Generated<string | null>;
  slide_since: Generated<Timestamp | null>;
  started_at: Generated<Timestamp | null>;
  ended_at: Generated<Timestamp | null>;
  sequence: Generated<number>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Generated<Timestamp>;
}

export interface LectureSessionChapterTable {
  session_id: string;
  chapter_slug: string;
  position: number;
}

export interface AttendanceTable {
  id: Generated<string>;
  session_id: string;
  enrolment_id: string;
  status: "present" | "late" | "absent" | "excused" | "make-up";
  how: "code" | "roll" | "ending" | "make-up";
  device_id: string | null;
  flagged: "shared-device" | null;
  recorded_by: string | null;
  reason: string | null;
  at: Timestamp;
}

export interface LecturePollTable {
  id: Generated<string>;
  session_id: string;
  chapter_slug: string;
  slide_id: string;
  question_hash: string;
  state: Generated<"open" | "closed">;
  opened_at: Timestamp;
  closed_at: Generated<Timestamp | null>;
  revealed: Generated<boolean>;
  opened_by: string | null;
}

export interface LecturePollResponseTable {
  poll_id: string;
  enrolment_id: string;
  response: Json;
  at: Timestamp;
}

export interface LectureSchema {
  lecture_session: LectureSessionTable;
  lecture_session_chapter: LectureSessionChapterTable;
  attendance: AttendanceTable;
  lecture_poll: LecturePollTable;
  lecture_poll_response: LecturePollResponseTable;
}
