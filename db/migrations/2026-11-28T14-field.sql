-- Field tracking (跟踪): tools used on real deals, the manager's word on them, checkpoints, sales meetings and their commitments, coaching.
-- CHECKs mirror app/steps/field-tracking/*.ts.

-- This learner used this tool on this deal. `state`, `level`, `round` and `due_at` are what the acts come to; `version` picks the winner of two.
create table field_application (
  id uuid primary key default gen_random_uuid(),
  -- Made on the learner's device: the same application sent twice is one.
  op_id uuid not null unique,
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  person_id uuid not null references person (id),
  deal_id uuid not null references deal (id),
  sheet_key text not null,
  -- The deal's sheet of that tool with what changed in it; null where only the note says what happened.
  sheet_id uuid references sheet (id),
  version_before int check (version_before >= 0),
  version_after int check (version_after >= 1),
  note text check (length(btrim(note)) between 1 and 600),
  -- The business day it was used on.
  used_on date not null,
  logged_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'returned', 'confirmed', 'removed')),
  level int check (level between 1 and 3),
  -- Counts how often it was sent to the manager.
  round int not null default 1 check (round >= 1),
  -- By when the manager should have answered; only while it waits.
  due_at timestamptz,
  version int not null default 1 check (version >= 1),
  constraint field_application_sheet_whole check ((sheet_id is null) = (version_after is null) and (sheet_id is null) = (version_before is null)),
  constraint field_application_versions check (version_after is null or version_before <= version_after),
  constraint field_application_says_something check (note is not null or version_after > version_before),
  constraint field_application_level check ((state = 'confirmed') = (level is not null)),
  constraint field_application_due check ((state = 'waiting') = (due_at is not null))
);
create index field_application_step on field_application (enrolment_id, chapter_slug, logged_at desc);
create index field_application_person on field_application (person_id, state);
create index field_application_deal on field_application (deal_id, logged_at desc);
create index field_application_due on field_application (due_at) where state = 'waiting';

-- Everything that happened to an application. Never changed.
create table field_application_event (
  id bigint generated always as identity primary key,
  application_id uuid not null references field_application (id),
  kind text not null check (kind in ('logged', 'confirmed', 'returned', 'withdrawn', 'sent-again', 'removed')),
  actor_id uuid not null references person (id),
  level int check (level between 1 and 3),
  remark text check (length(btrim(remark)) between 1 and 600),
  at timestamptz not null,
  constraint field_event_level check ((kind = 'confirmed') = (level is not null)),
  constraint field_event_reason check (kind not in ('returned', 'withdrawn') or remark is not null)
);
create index field_application_event_of on field_application_event (application_id, id);
create index field_application_event_actor on field_application_event (actor_id, at);
create trigger field_application_event_append_only before update or delete on field_application_event for each row execute function reject_change();

-- Who was reminded, or told that a manager lets an application lie; once per sending.
create table field_escalation (
  id bigint generated always as identity primary key,
  application_id uuid not null references field_application (id),
  round int not null check (round >= 1),
  stage text not null check (stage in ('reminder', 'escalation')),
  person_id uuid not null references person (id),
  at timestamptz not null,
  unique (application_id, round, stage, person_id)
);
create index field_escalation_person on field_escalation (person_id, at);

-- What manager and learner agreed on for a checkpoint (day 30, 60, 90), what was done, and both signatures.
create table field_checkpoint (
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  day int not null check (day between 1 and 730),
  agreed text not null default '' check (length(agreed) <= 1000),
  done text not null default '' check (length(done) <= 1000),
  learner_signed_at timestamptz,
  manager_signed_at timestamptz,
  manager_signed_by uuid references person (id),
  version int not null default 1 check (version >= 1),
  primary key (enrolment_id, chapter_slug, day),
  constraint field_checkpoint_manager check ((manager_signed_at is null) = (manager_signed_by is null)),
  constraint field_checkpoint_signed_says check ((learner_signed_at is null and manager_signed_at is null) or (btrim(agreed) <> '' and btrim(done) <> ''))
);

create table field_checkpoint_event (
  id bigint generated always as identity primary key,
  enrolment_id uuid not null,
  chapter_slug text not null,
  day int not null,
  kind text not null check (kind in ('written', 'signed', 'signature-void')),
  party text not null check (party in ('learner', 'manager')),
  actor_id uuid not null references person (id),
  agreed text not null,
  done text not null,
  at timestamptz not null,
  foreign key (enrolment_id, chapter_slug, day) references field_checkpoint (enrolment_id, chapter_slug, day)
);
create index field_checkpoint_event_of on field_checkpoint_event (enrolment_id, chapter_slug, day, id);
create trigger field_checkpoint_event_append_only before update or delete on field_checkpoint_event for each row execute function reject_change();

-- Sales meetings (销售例会) of a team.
create table sales_meeting (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references team (id),
  held_on date not null,
  led_by uuid not null references person (id),
  begun_at timestamptz not null,
  ended_at timestamptz check (ended_at >= begun_at),
  unique (team_id, held_on)
);
-- One meeting of a team is running at a time.
create unique index sales_meeting_running on sales_meeting (team_id) where ended_at is null;

-- What was said or decided, of a deal or in general.
create table sales_meeting_minute (
  id bigint generated always as identity primary key,
  meeting_id uuid not null references sales_meeting (id),
  deal_id uuid references deal (id),
  body text not null check (length(btrim(body)) between 1 and 600),
  by_id uuid not null references person (id),
  at timestamptz not null
);
create index sales_meeting_minute_of on sales_meeting_minute (meeting_id, id);
create trigger sales_meeting_minute_append_only before update or delete on sales_meeting_minute for each row execute function reject_change();

-- Who does what by when; carried from meeting to meeting until it is settled.
create table sales_commitment (
  id uuid primary key default gen_random_uuid(),
  op_id uuid not null unique,
  meeting_id uuid not null references sales_meeting (id),
  team_id uuid not null references team (id),
  owner_id uuid not null references person (id),
  deal_id uuid references deal (id),
  body text not null check (length(btrim(body)) between 1 and 300),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  version int not null default 1 check (version >= 1),
  made_at timestamptz not null
);
create index sales_commitment_team on sales_commitment (team_id, state, due_on);
create index sales_commitment_owner on sales_commitment (owner_id, state, due_on);
create index sales_commitment_meeting on sales_commitment (meeting_id);

create table sales_commitment_event (
  id bigint generated always as identity primary key,
  commitment_id uuid not null references sales_commitment (id),
  kind text not null check (kind in ('made', 'done', 'dropped', 'moved', 'reopened')),
  -- The meeting in which it was said, where it was in one.
  meeting_id uuid references sales_meeting (id),
  actor_id uuid not null references person (id),
  due_on date not null,
  result text check (length(btrim(result)) between 1 and 300),
  at timestamptz not null
);
create index sales_commitment_event_of on sales_commitment_event (commitment_id, id);
create trigger sales_commitment_event_append_only before update or delete on sales_commitment_event for each row execute function reject_change();

-- A manager's observation of a salesperson at work, the one thing agreed, and when to look again.
create table coaching_note (
  id uuid primary key default gen_random_uuid(),
  op_id uuid not null unique,
  coach_id uuid not null references person (id),
  person_id uuid not null references person (id),
  deal_id uuid references deal (id),
  observed_on date not null,
  -- Who was seen: the customer, the meeting.
  occasion text not null check (length(btrim(occasion)) between 1 and 160),
  own_view text not null check (length(btrim(own_view)) between 1 and 400),
  agreed text not null check (length(btrim(agreed)) between 1 and 300),
  follow_up_on date not null check (follow_up_on > observed_on),
  follow_up_state text check (follow_up_state in ('kept', 'partly', 'not-yet')),
  follow_up_note text check (length(btrim(follow_up_note)) between 1 and 400),
  followed_up_at timestamptz,
  -- The learner has read it.
  seen_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(btrim(withdrawn_reason)) between 1 and 300),
  written_at timestamptz not null,
  version int not null default 1 check (version >= 1),
  constraint coaching_note_not_oneself check (coach_id <> person_id),
  constraint coaching_note_follow_up check ((follow_up_state is null) = (followed_up_at is null)),
  constraint coaching_note_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index coaching_note_person on coaching_note (person_id, observed_on desc);
create index coaching_note_coach on coaching_note (coach_id, observed_on desc);
create index coaching_note_due on coaching_note (follow_up_on) where followed_up_at is null and withdrawn_at is null;

-- What was seen and heard, by skill.
create table coaching_line (
  note_id uuid not null references coaching_note (id),
  position int not null check (position >= 1),
  competency text not null check (competency in ('communication', 'consultative-selling', 'decision-maker-visits', 'negotiation', 'presentation')),
  level int not null check (level between 0 and 3),
  behaviour text not null check (length(btrim(behaviour)) between 1 and 300),
  reaction text not null check (length(btrim(reaction)) between 1 and 300),
  primary key (note_id, position)
);
create trigger coaching_line_append_only before update or delete on coaching_line for each row execute function reject_change();
