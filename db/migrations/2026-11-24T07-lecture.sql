-- Lectures (讲授): sessions of a cohort, attendance, polls in class. CHECKs mirror the unions of app/steps/lecture.
create table lecture_session (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  title text not null check (length(btrim(title)) between 1 and 120),
  place text check (length(place) <= 200),
  link text check (link ~ '^https?://' and length(link) <= 500),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  state text not null default 'planned',
  -- Makes the check-in codes; never leaves the server.
  code_secret text not null,
  code_shown boolean not null default false,
  -- The slide in front of the room; null until the first is shown.
  current_chapter text,
  current_slide text,
  slide_since timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  -- Counts up with every change that calendars must take over.
  sequence int not null default 0 check (sequence >= 0),
  version int not null default 1,
  created_by uuid references person (id),
  created_at timestamptz not null default now(),
  constraint lecture_session_state check (state in ('planned', 'running', 'ended', 'cancelled')),
  constraint lecture_session_time check (ends_at > starts_at),
  constraint lecture_session_started check ((started_at is not null) = (state in ('running', 'ended'))),
  constraint lecture_session_ended check ((ended_at is not null) = (state = 'ended')),
  constraint lecture_session_slide check ((current_chapter is null) = (current_slide is null))
);
create index lecture_session_cohort on lecture_session (cohort_id, starts_at);

create table lecture_session_chapter (
  session_id uuid not null references lecture_session (id),
  chapter_slug text not null,
  position int not null check (position >= 1),
  primary key (session_id, chapter_slug)
);
create index lecture_session_chapter_slug on lecture_session_chapter (chapter_slug, session_id);

-- Who was there, as a ledger: the latest entry of a learner counts, corrections are entries of their own.
create table attendance (
  id bigint generated always as identity primary key,
  session_id uuid not null references lecture_session (id),
  enrolment_id uuid not null references enrolment (id),
  status text not null,
  how text not null,
  device_id text,
  flagged text,
  recorded_by uuid references person (id),
  reason text check (length(reason) <= 500),
  at timestamptz not null,
  constraint attendance_status check (status in ('present', 'late', 'absent', 'excused', 'make-up')),
  constraint attendance_how check (how in ('code', 'roll', 'ending', 'make-up')),
  constraint attendance_flagged check (flagged in ('shared-device')),
  constraint attendance_device_of_code check (how = 'code' or device_id is null),
  constraint attendance_make_up check ((status = 'make-up') = (how = 'make-up')),
  constraint attendance_make_up_reason check (how <> 'make-up' or btrim(coalesce(reason, '')) <> '')
);
create index attendance_latest on attendance (session_id, enrolment_id, id desc);
create index attendance_enrolment on attendance (enrolment_id, session_id);
create trigger attendance_append_only before update or delete on attendance for each row execute function reject_change();

-- A question of the bank put to the room; a slide may ask several times (vote, discuss, vote again).
create table lecture_poll (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references lecture_session (id),
  chapter_slug text not null,
  slide_id text not null,
  question_hash text not null references question_version (hash),
  state text not null default 'open',
  opened_at timestamptz not null,
  closed_at timestamptz,
  -- Whether the right answer is shown beside the result.
  revealed boolean not null default false,
  opened_by uuid references person (id),
  constraint lecture_poll_state check (state in ('open', 'closed')),
  constraint lecture_poll_closed check ((closed_at is not null) = (state = 'closed')),
  constraint lecture_poll_revealed check (not revealed or state = 'closed')
);
create unique index lecture_poll_one_open on lecture_poll (session_id) where state = 'open';
create index lecture_poll_slide on lecture_poll (session_id, chapter_slug, slide_id, opened_at desc);

create table lecture_poll_response (
  poll_id uuid not null references lecture_poll (id),
  enrolment_id uuid not null references enrolment (id),
  response jsonb not null,
  at timestamptz not null,
  primary key (poll_id, enrolment_id)
);
create index lecture_poll_response_enrolment on lecture_poll_response (enrolment_id);
