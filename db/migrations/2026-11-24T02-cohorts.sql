-- Cohorts (班期): chapters in order, a calendar with gates per step, enrolment.
create table cohort (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 120),
  team_id uuid not null references team (id),
  time_zone text not null default 'Asia/Shanghai',
  starts_on date not null,
  ends_on date not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  version int not null default 1,
  created_by uuid references person (id),
  created_at timestamptz not null default now(),
  check (ends_on >= starts_on)
);
create index cohort_team on cohort (team_id);
alter table role_grant add constraint role_grant_cohort_id foreign key (cohort_id) references cohort (id);

create table cohort_chapter (
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  position int not null check (position >= 1),
  primary key (cohort_id, chapter_slug),
  unique (cohort_id, position) deferrable initially deferred
);

create table cohort_step (
  cohort_id uuid not null,
  chapter_slug text not null,
  step text not null check (step in ('preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking')),
  included boolean not null default true,
  opens_at timestamptz,
  due_at timestamptz,
  gate jsonb not null default '{}',
  primary key (cohort_id, chapter_slug, step),
  foreign key (cohort_id, chapter_slug) references cohort_chapter (cohort_id, chapter_slug) on delete cascade,
  check (opens_at is null or due_at is null or due_at > opens_at)
);

create table enrolment (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  person_id uuid not null references person (id),
  enrolled_at timestamptz not null default now(),
  enrolled_by uuid references person (id),
  left_at timestamptz,
  left_reason text,
  extra_time_percent int not null default 0 check (extra_time_percent between 0 and 200),
  check (left_at is null or left_at >= enrolled_at)
);
create unique index enrolment_once on enrolment (cohort_id, person_id);
create index enrolment_person on enrolment (person_id);
