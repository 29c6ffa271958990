-- Online preview (在线预习): what each learner did in each section, as facts.
create table section_reading (
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  section_id text not null,
  first_opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- The version studied last, and the one that was finished; a newer one never takes the finish away.
  content_hash text not null,
  active_ms bigint not null default 0 check (active_ms >= 0),
  -- Where the reader was, as a share of the section, to go on from on another device.
  position real not null default 0 check (position between 0 and 1),
  reached_end boolean not null default false,
  finished_at timestamptz,
  finished_by text check (finished_by in ('reading', 'button')),
  finished_hash text,
  primary key (enrolment_id, chapter_slug, section_id),
  check ((finished_at is null) = (finished_by is null) and (finished_at is null) = (finished_hash is null))
);

-- Heartbeats, by an id of the sender's: a beacon that arrives twice counts once.
create table reading_beat (
  id uuid primary key,
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  section_id text not null,
  active_ms int not null check (active_ms between 0 and 600000),
  received_at timestamptz not null
);
create index reading_beat_section on reading_beat (enrolment_id, chapter_slug, section_id, received_at desc);

create table checkin_response (
  id bigint generated always as identity primary key,
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  section_id text not null,
  checkin_id text not null,
  question_hash text not null,
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
  last_watched_at timestamptz not null,
  primary key (enrolment_id, chapter_slug, media_id)
);
