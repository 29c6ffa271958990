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
