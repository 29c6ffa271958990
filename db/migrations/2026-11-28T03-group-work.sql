-- Groups of a cohort: class groups work on sheets in class, study groups prepare the defense.
alter table enrolment add constraint enrolment_of_cohort unique (id, cohort_id);

create table cohort_group (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  purpose text not null check (purpose in ('class', 'study')),
  name text not null check (length(btrim(name)) between 1 and 40),
  position int not null check (position >= 1),
  created_by uuid references person (id),
  created_at timestamptz not null,
  dissolved_at timestamptz check (dissolved_at >= created_at),
  unique (id, cohort_id, purpose)
);
create unique index cohort_group_name on cohort_group (cohort_id, purpose, lower(name)) where dissolved_at is null;
create index cohort_group_cohort on cohort_group (cohort_id, purpose, position);

-- Who was in which group when: of one purpose at most one group at a time.
create table cohort_group_member (
  id bigint generated always as identity primary key,
  group_id uuid not null,
  cohort_id uuid not null,
  purpose text not null,
  enrolment_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  recorded_by uuid references person (id),
  ended_by uuid references person (id),
  foreign key (group_id, cohort_id, purpose) references cohort_group (id, cohort_id, purpose),
  foreign key (enrolment_id, cohort_id) references enrolment (id, cohort_id),
  check (valid_to is null or valid_to >= valid_from),
  check (ended_by is null or valid_to is not null),
  constraint cohort_group_member_once exclude using gist (enrolment_id with =, purpose with =, tstzrange(valid_from, valid_to) with &&)
);
create index cohort_group_member_now on cohort_group_member (group_id) where valid_to is null;
create index cohort_group_member_of on cohort_group_member (group_id, valid_from);

-- Group work (分组讨论). CHECKs mirror the unions of app/steps/group-work.
-- The tools that the groups of a cohort fill in for a chapter; without a row the chapter's first.
create table group_tool (
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  sheet_key text not null,
  position int not null check (position >= 1),
  picked_by uuid references person (id),
  picked_at timestamptz not null,
  primary key (cohort_id, chapter_slug, sheet_key)
);

-- The sheet of one tool of one class group, about one real customer.
create table group_sheet (
  id uuid primary key default gen_random_uuid(),
  group_id uuid not null,
  cohort_id uuid not null,
  purpose text not null default 'class' check (purpose = 'class'),
  chapter_slug text not null,
  sheet_key text not null,
  sheet_id uuid not null unique references sheet (id),
  customer text not null check (length(btrim(customer)) between 1 and 80),
  state text not null default 'open' check (state in ('open', 'submitted', 'returned', 'accepted')),
  created_by uuid references person (id),
  created_at timestamptz not null,
  unique (group_id, chapter_slug, sheet_key),
  foreign key (group_id, cohort_id, purpose) references cohort_group (id, cohort_id, purpose)
);
create index group_sheet_room on group_sheet (cohort_id, chapter_slug);

-- What was handed in, as it stood then; who was in the group and what each had contributed.
create table group_submission (
  id uuid primary key default gen_random_uuid(),
  group_sheet_id uuid not null references group_sheet (id),
  number int not null check (number >= 1),
  sheet_version int not null check (sheet_version >= 1),
  done_count int not null check (done_count >= 0),
  of_count int not null check (of_count >= done_count),
  complete boolean not null,
  problem_count int not null check (problem_count >= 0),
  warning_count int not null check (warning_count >= 0),
  note text check (length(note) <= 1000),
  submitted_by uuid not null references person (id),
  submitted_at timestamptz not null,
  unique (group_sheet_id, number)
);
create trigger group_submission_append_only before update or delete on group_submission for each row execute function reject_change();

create table group_submission_member (
  submission_id uuid not null references group_submission (id),
  enrolment_id uuid not null references enrolment (id),
  filled int not null check (filled >= 0),
  improved int not null check (improved >= 0),
  fixed int not null check (fixed >= 0),
  resolved int not null check (resolved >= 0),
  primary key (submission_id, enrolment_id)
);
create index group_submission_member_of on group_submission_member (enrolment_id);
create trigger group_submission_member_append_only before update or delete on group_submission_member for each row execute function reject_change();

-- What the instructor said to it; the latest counts. Sending back and taking back say why.
create table group_decision (
  id bigint generated always as identity primary key,
  submission_id uuid not null references group_submission (id),
  kind text not null check (kind in ('returned', 'accepted', 'taken-back')),
  remark text check (length(remark) <= 2000),
  -- Levels by criterion, where the instructor marked by the rubric.
  rubric_hash text references rubric_version (hash),
  points jsonb,
  decided_by uuid not null references person (id),
  at timestamptz not null,
  constraint group_decision_reason check (kind = 'accepted' or btrim(coalesce(remark, '')) <> ''),
  constraint group_decision_rubric_whole check ((rubric_hash is null) = (points is null)),
  constraint group_decision_rubric_of_acceptance check (rubric_hash is null or kind = 'accepted')
);
create index group_decision_of on group_decision (submission_id, id desc);
create trigger group_decision_append_only before update or delete on group_decision for each row execute function reject_change();

-- How members of a group see one another's part; the latest entry of each pair counts.
create table group_peer_rating (
  id bigint generated always as identity primary key,
  group_sheet_id uuid not null references group_sheet (id),
  rater_id uuid not null references enrolment (id),
  rated_id uuid not null references enrolment (id),
  level int not null check (level between 1 and 5),
  at timestamptz not null,
  check (rater_id <> rated_id)
);
create index group_peer_rating_latest on group_peer_rating (group_sheet_id, rater_id, rated_id, id desc);
create trigger group_peer_rating_append_only before update or delete on group_peer_rating for each row execute function reject_change();

-- Said to all groups at work: a hint stays to read, a timer runs.
create table group_broadcast (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  kind text not null check (kind in ('hint', 'timer')),
  body text check (length(btrim(body)) between 1 and 500),
  ends_at timestamptz,
  sent_by uuid not null references person (id),
  at timestamptz not null,
  -- Taken down before its time.
  ended_at timestamptz,
  constraint group_broadcast_hint check (kind <> 'hint' or (body is not null and ends_at is null)),
  constraint group_broadcast_timer check (kind <> 'timer' or ends_at > at)
);
create index group_broadcast_room on group_broadcast (cohort_id, chapter_slug, at desc);
