-- Role-play (角色扮演): scenarios pinned by hash, sessions, groups, rounds, marks. CHECKs mirror the unions of app/steps/role-play.
create table role_play_scenario_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  chapter_slug text not null,
  scenario_id text not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create index role_play_scenario_version_id on role_play_scenario_version (chapter_slug, scenario_id);
create trigger role_play_scenario_version_append_only before update or delete on role_play_scenario_version for each row execute function reject_change();

-- What new rounds are played with.
create table role_play_scenario (
  chapter_slug text not null,
  scenario_id text not null,
  position int not null check (position >= 1),
  current_hash text not null references role_play_scenario_version (hash),
  retired_at timestamptz,
  primary key (chapter_slug, scenario_id)
);

create table role_play_session (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  title text not null check (length(btrim(title)) between 1 and 120),
  place text check (length(place) <= 200),
  link text check (link ~ '^https?://' and length(link) <= 500),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  -- Minutes of a conversation; null takes the scenario's own.
  minutes int check (minutes between 3 and 30),
  state text not null default 'planned',
  started_at timestamptz,
  ended_at timestamptz,
  -- Counts up with every change that calendars must take over.
  sequence int not null default 0 check (sequence >= 0),
  version int not null default 1,
  created_by uuid references person (id),
  created_at timestamptz not null,
  constraint role_play_session_state check (state in ('planned', 'running', 'ended', 'cancelled')),
  constraint role_play_session_time check (ends_at > starts_at),
  constraint role_play_session_started check ((started_at is not null) = (state in ('running', 'ended'))),
  constraint role_play_session_ended check ((ended_at is not null) = (state = 'ended'))
);
create index role_play_session_cohort on role_play_session (cohort_id, starts_at);

create table role_play_session_chapter (
  session_id uuid not null references role_play_session (id),
  chapter_slug text not null,
  position int not null check (position >= 1),
  primary key (session_id, chapter_slug)
);
create index role_play_session_chapter_slug on role_play_session_chapter (chapter_slug, session_id);

-- Who is in the room: the latest entry counts.
create table role_play_presence (
  id bigint generated always as identity primary key,
  session_id uuid not null references role_play_session (id),
  enrolment_id uuid not null references enrolment (id),
  here boolean not null,
  recorded_by uuid references person (id),
  at timestamptz not null
);
create index role_play_presence_latest on role_play_presence (session_id, enrolment_id, id desc);
create trigger role_play_presence_append_only before update or delete on role_play_presence for each row execute function reject_change();

create table role_play_group (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references role_play_session (id),
  number int not null check (number >= 1),
  formed_at timestamptz not null,
  dissolved_at timestamptz check (dissolved_at >= formed_at)
);
create unique index role_play_group_number on role_play_group (session_id, number) where dissolved_at is null;
create index role_play_group_session on role_play_group (session_id);

create table role_play_group_member (
  id bigint generated always as identity primary key,
  group_id uuid not null references role_play_group (id),
  session_id uuid not null references role_play_session (id),
  enrolment_id uuid not null references enrolment (id),
  joined_at timestamptz not null,
  left_at timestamptz check (left_at >= joined_at)
);
create unique index role_play_group_member_once on role_play_group_member (session_id, enrolment_id) where left_at is null;
create index role_play_group_member_group on role_play_group_member (group_id);

-- One conversation. Planned ones may be changed and taken away; from the start on a round stays.
create table role_play_round (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references role_play_session (id),
  group_id uuid not null references role_play_group (id),
  chapter_slug text not null,
  -- Within the group, from 1.
  number int not null check (number >= 1),
  scenario_hash text not null references role_play_scenario_version (hash),
  minutes int not null check (minutes between 3 and 30),
  state text not null default 'planned',
  -- Whose turn it is in the debrief.
  turn text,
  started_at timestamptz,
  ended_at timestamptz,
  done_at timestamptz,
  void_reason text check (length(void_reason) <= 500),
  version int not null default 1,
  constraint role_play_round_state check (state in ('planned', 'running', 'debrief', 'done', 'void')),
  constraint role_play_round_turn check (turn in ('salesperson', 'customer', 'observer')),
  constraint role_play_round_turn_of_debrief check ((turn is not null) = (state = 'debrief')),
  constraint role_play_round_started check (state = 'void' or (started_at is not null) = (state in ('running', 'debrief', 'done'))),
  constraint role_play_round_ended check (state = 'void' or (ended_at is not null) = (state in ('debrief', 'done'))),
  constraint role_play_round_done check (state = 'void' or (done_at is not null) = (state = 'done')),
  constraint role_play_round_void check ((state = 'void') = (void_reason is not null))
);
create unique index role_play_round_number on role_play_round (group_id, number);
create unique index role_play_round_one_at_a_time on role_play_round (group_id) where state in ('running', 'debrief');
create index role_play_round_session on role_play_round (session_id);

-- Who plays what in a round.
create table role_play_part (
  round_id uuid not null references role_play_round (id) on delete cascade,
  enrolment_id uuid not null references enrolment (id),
  role text not null,
  -- Of observers: their sheet is final.
  handed_in_at timestamptz,
  primary key (round_id, enrolment_id),
  constraint role_play_part_role check (role in ('salesperson', 'customer', 'observer')),
  constraint role_play_part_sheet check (role = 'observer' or handed_in_at is null)
);
create unique index role_play_part_one_salesperson on role_play_part (round_id) where role = 'salesperson';
create unique index role_play_part_one_customer on role_play_part (round_id) where role = 'customer';
create index role_play_part_enrolment on role_play_part (enrolment_id);

-- Who has read which hidden brief: nobody sells in a scenario whose secrets they know, as long as there is another one.
create table role_play_brief_reading (
  person_id uuid not null references person (id),
  chapter_slug text not null,
  scenario_id text not null,
  at timestamptz not null,
  primary key (person_id, chapter_slug, scenario_id)
);

-- What an observer saw, tap by tap. An operation has the id that the device gave it; repeated, it is there once.
create table role_play_mark (
  id bigint generated always as identity primary key,
  round_id uuid not null references role_play_round (id),
  observer_id uuid not null references enrolment (id),
  op_id uuid not null,
  kind text not null,
  -- Of marks and notes.
  behaviour_id text,
  mark text,
  note text check (length(note) between 1 and 500),
  -- When it was tapped, by the server's clock as the device knew it.
  at timestamptz not null,
  received_at timestamptz not null,
  unique (round_id, observer_id, op_id),
  constraint role_play_mark_kind check (kind in ('mark', 'clear', 'note', 'hand-in')),
  constraint role_play_mark_mark check (mark in ('shown', 'partly', 'not-shown')),
  constraint role_play_mark_whole check ((kind = 'mark') = (mark is not null) and (kind = 'note') = (note is not null)),
  constraint role_play_mark_place check (kind not in ('mark', 'clear') or behaviour_id is not null)
);
create index role_play_mark_of on role_play_mark (round_id, observer_id, at, id);
create trigger role_play_mark_append_only before update or delete on role_play_mark for each row execute function reject_change();

-- The salesperson on themself; the latest counts.
create table role_play_self_review (
  id bigint generated always as identity primary key,
  round_id uuid not null references role_play_round (id),
  enrolment_id uuid not null references enrolment (id),
  marks jsonb not null,
  went_well text not null check (length(went_well) <= 1000),
  next_time text not null check (length(next_time) <= 1000),
  at timestamptz not null
);
create index role_play_self_review_latest on role_play_self_review (round_id, id desc);
create trigger role_play_self_review_append_only before update or delete on role_play_self_review for each row execute function reject_change();

-- The instructor's mark by the same checklist; the latest counts.
create table role_play_assessment (
  id bigint generated always as identity primary key,
  round_id uuid not null references role_play_round (id),
  marks jsonb not null,
  remark text check (length(remark) <= 2000),
  assessed_by uuid not null references person (id),
  at timestamptz not null
);
create index role_play_assessment_latest on role_play_assessment (round_id, id desc);
create trigger role_play_assessment_append_only before update or delete on role_play_assessment for each row execute function reject_change();

-- Whether somebody of the round agrees to be recorded; the latest counts.
create table role_play_consent (
  id bigint generated always as identity primary key,
  round_id uuid not null references role_play_round (id),
  enrolment_id uuid not null references enrolment (id),
  agrees boolean not null,
  at timestamptz not null
);
create index role_play_consent_latest on role_play_consent (round_id, enrolment_id, id desc);
create trigger role_play_consent_append_only before update or delete on role_play_consent for each row execute function reject_change();
