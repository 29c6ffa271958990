-- Online preview (在线预习): what each learner did in each section, as facts.
create table section_reading (
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  section_id text not null,
  first_opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Versions of the chapter: opened last; the one whose text the learner knows; finished.
  -- A newer version never takes the finish away; it only differs from the known one until the learner has seen what changed.
  opened_version text not null references chapter_version (hash),
  known_version text not null references chapter_version (hash),
  active_ms bigint not null default 0 check (active_ms >= 0),
  -- Where the reader was, as a share of the section and as a block of it, to go on from on another device.
  position real not null default 0 check (position between 0 and 1),
  anchor text,
  reached_end boolean not null default false,
  finished_at timestamptz,
  finished_by text check (finished_by in ('reading', 'button')),
  finished_version text references chapter_version (hash),
  primary key (enrolment_id, chapter_slug, section_id),
  check ((finished_at is null) = (finished_by is null) and (finished_at is null) = (finished_version is null))
);

-- Heartbeats, by an id of the sender's: a beacon that arrives twice counts once. What was counted, not what was claimed.
create table reading_beat (
  enrolment_id uuid not null references enrolment (id),
  id uuid not null,
  chapter_slug text not null,
  section_id text not null,
  active_ms int not null check (active_ms between 0 and 60000),
  received_at timestamptz not null,
  primary key (enrolment_id, id)
);
create index reading_beat_latest on reading_beat (enrolment_id, received_at desc);

-- Every answer; the first and the last are what is looked at.
create table checkin_response (
  id bigint generated always as identity primary key,
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  section_id text not null,
  checkin_id text not null,
  question_hash text not null references checkin_version (hash),
  response jsonb not null,
  correct boolean not null,
  answered_at timestamptz not null
);
create index checkin_response_of on checkin_response (enrolment_id, chapter_slug, checkin_id, id desc);
create trigger checkin_response_append_only before update or delete on checkin_response for each row execute function reject_change();

-- What was really watched of a recording, as a union of intervals in seconds: skipping to the end is not watching.
create table media_watch (
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  media_id text not null,
  watched nummultirange not null default '{}',
  -- Where playing stopped, in seconds.
  stopped_at real not null default 0 check (stopped_at >= 0),
  last_watched_at timestamptz not null,
  primary key (enrolment_id, chapter_slug, media_id)
);
