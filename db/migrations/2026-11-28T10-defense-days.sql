-- Defense days (答辩日): when and where, who examines, whose turn is when. CHECKs mirror the unions of app/steps/defense/days.
create table defense_day (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  title text not null check (length(btrim(title)) between 1 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  time_zone text not null,
  state text not null default 'draft',
  -- Examiners on a panel.
  panel_size int not null check (panel_size between 2 and 9),
  -- The parts of one defense.
  presentation_minutes int not null check (presentation_minutes between 1 and 60),
  question_minutes int not null check (question_minutes between 1 and 60),
  deliberation_minutes int not null check (deliberation_minutes between 0 and 60),
  -- Between two defenses.
  changeover_minutes int not null default 5 check (changeover_minutes between 0 and 60),
  -- How many defenses an examiner sits without a pause.
  longest_run int not null default 4 check (longest_run between 1 and 20),
  -- What candidates are to bring, beside what the chapters ask for.
  bring text check (length(bring) <= 1000),
  published_at timestamptz,
  cancel_reason text check (length(btrim(cancel_reason)) between 1 and 500),
  -- Counts up with every change that calendars must take over.
  sequence int not null default 0 check (sequence >= 0),
  version int not null default 1,
  created_by uuid references person (id),
  created_at timestamptz not null,
  constraint defense_day_state check (state in ('draft', 'published', 'closed', 'cancelled')),
  constraint defense_day_time check (ends_at > starts_at and ends_at - starts_at <= interval '16 hours'),
  constraint defense_day_published check ((published_at is not null) or state in ('draft', 'cancelled')),
  constraint defense_day_cancelled check ((state = 'cancelled') = (cancel_reason is not null))
);
create index defense_day_cohort on defense_day (cohort_id, starts_at);

create table defense_day_chapter (
  day_id uuid not null references defense_day (id),
  chapter_slug text not null,
  position int not null check (position >= 1),
  primary key (day_id, chapter_slug)
);

-- Nobody is examined in a break.
create table defense_break (
  day_id uuid not null references defense_day (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (day_id, starts_at)
);

-- A room or a link.
create table defense_place (
  id uuid primary key default gen_random_uuid(),
  day_id uuid not null references defense_day (id),
  position int not null check (position >= 1),
  name text not null check (length(btrim(name)) between 1 and 120),
  link text check (link ~ '^https?://' and length(link) <= 500),
  unique (day_id, position) deferrable initially deferred
);

-- Who is asked to examine on a day. Without an answer the whole day counts as free.
create table defense_day_examiner (
  day_id uuid not null references defense_day (id),
  person_id uuid not null references person (id),
  may_chair boolean not null default true,
  invited_at timestamptz not null,
  answered_at timestamptz,
  dropped_at timestamptz,
  drop_reason text check (length(drop_reason) <= 500),
  primary key (day_id, person_id),
  constraint defense_day_examiner_dropped check (dropped_at is not null or drop_reason is null)
);
create index defense_day_examiner_person on defense_day_examiner (person_id, day_id);

-- Chapters that an examiner is at home in; none named means all.
create table defense_day_examiner_chapter (
  day_id uuid not null,
  person_id uuid not null,
  chapter_slug text not null,
  primary key (day_id, person_id, chapter_slug),
  foreign key (day_id, person_id) references defense_day_examiner (day_id, person_id) on delete cascade
);

-- Who is to be examined on a day.
create table defense_candidate (
  day_id uuid not null references defense_day (id),
  enrolment_id uuid not null references enrolment (id),
  added_at timestamptz not null,
  dropped_at timestamptz,
  drop_reason text check (length(drop_reason) <= 500),
  -- Why the last proposal found no slot.
  unplaced text,
  primary key (day_id, enrolment_id),
  constraint defense_candidate_unplaced check (unplaced in ('no-chapters', 'not-there', 'no-examiners', 'no-chair', 'chapters-uncovered', 'no-room')),
  constraint defense_candidate_dropped check (dropped_at is not null or drop_reason is null)
);
create index defense_candidate_enrolment on defense_candidate (enrolment_id, day_id);

-- When somebody is free on a day: examiners, and candidates who are not free all day.
create table defense_availability (
  day_id uuid not null references defense_day (id),
  person_id uuid not null references person (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (day_id, person_id, starts_at)
);

-- One candidate's appointment. It keeps its id when it is moved, so that calendars follow.
create table defense_slot (
  id uuid primary key default gen_random_uuid(),
  day_id uuid not null references defense_day (id),
  place_id uuid not null references defense_place (id),
  enrolment_id uuid not null references enrolment (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  state text not null default 'planned',
  -- Put there by hand: a new proposal leaves it alone.
  pinned boolean not null default false,
  cancel_reason text check (length(btrim(cancel_reason)) between 1 and 500),
  sequence int not null default 0 check (sequence >= 0),
  version int not null default 1,
  created_at timestamptz not null,
  constraint defense_slot_state check (state in ('planned', 'cancelled', 'no-show', 'held')),
  constraint defense_slot_cancelled check ((state = 'cancelled') = (cancel_reason is not null)),
  -- Checked at the end of the transaction: two slots may change places.
  constraint defense_slot_place_once exclude using gist (place_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'cancelled') deferrable initially deferred,
  constraint defense_slot_candidate_once exclude using gist (enrolment_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'cancelled') deferrable initially deferred
);
create index defense_slot_day on defense_slot (day_id, starts_at);
create index defense_slot_enrolment on defense_slot (enrolment_id, starts_at);

create table defense_slot_chapter (
  slot_id uuid not null references defense_slot (id) on delete cascade,
  chapter_slug text not null,
  primary key (slot_id, chapter_slug)
);
create index defense_slot_chapter_slug on defense_slot_chapter (chapter_slug, slot_id);

-- Who sits on the panel from when to when; those who left stay on record.
create table defense_panelist (
  id bigint generated always as identity primary key,
  slot_id uuid not null references defense_slot (id) on delete cascade,
  person_id uuid not null references person (id),
  chair boolean not null default false,
  -- The candidate's own manager: nobody else could be found.
  own_manager boolean not null default false,
  joined_at timestamptz not null,
  left_at timestamptz check (left_at >= joined_at),
  left_reason text check (length(left_reason) <= 500),
  constraint defense_panelist_left check (left_at is not null or left_reason is null)
);
create unique index defense_panelist_once on defense_panelist (slot_id, person_id) where left_at is null;
create unique index defense_panelist_one_chair on defense_panelist (slot_id) where left_at is null and chair;
create index defense_panelist_person on defense_panelist (person_id, slot_id) where left_at is null;

-- Nobody sits on two panels at once, and nobody examines themself.
create function defense_panelist_free() returns trigger language plpgsql as $$
begin
  if exists (
    select 1
    from defense_panelist mine
    join defense_slot here on here.id = mine.slot_id and here.state <> 'cancelled'
    join defense_panelist other on other.person_id = mine.person_id and other.left_at is null and other.slot_id <> mine.slot_id
    join defense_slot there on there.id = other.slot_id and there.state <> 'cancelled'
    where mine.slot_id = coalesce(to_jsonb(new) ->> 'slot_id', to_jsonb(new) ->> 'id')::uuid and mine.left_at is null
      and tstzrange(here.starts_at, here.ends_at) && tstzrange(there.starts_at, there.ends_at)
  ) then
    raise exception 'an examiner would sit on two panels at once' using errcode = 'exclusion_violation', constraint = 'defense_panelist_free';
  end if;
  if exists (
    select 1
    from defense_panelist mine
    join defense_slot here on here.id = mine.slot_id and here.state <> 'cancelled'
    join enrolment e on e.id = here.enrolment_id and e.person_id = mine.person_id
    where mine.slot_id = coalesce(to_jsonb(new) ->> 'slot_id', to_jsonb(new) ->> 'id')::uuid and mine.left_at is null
  ) then
    raise exception 'a candidate would examine themself' using errcode = 'check_violation', constraint = 'defense_panelist_not_self';
  end if;
  return null;
end $$;
create constraint trigger defense_panelist_free after insert or update on defense_panelist deferrable initially deferred for each row execute function defense_panelist_free();
create constraint trigger defense_slot_panel_free after update of starts_at, ends_at, state, enrolment_id on defense_slot deferrable initially deferred for each row execute function defense_panelist_free();
