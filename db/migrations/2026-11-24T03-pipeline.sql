-- The pipeline: one road per enrolment and chapter, its progress step by step, and the history that both follow from.
-- CHECKs mirror the unions of app/pipeline; tests/integration/pipeline-schema.test.ts compares them.
create table road (
  enrolment_id uuid not null references enrolment (id) on delete cascade,
  chapter_slug text not null,
  -- Number of events so far. A conditional UPDATE on it decides who wins.
  version int not null check (version >= 1),
  completed_at timestamptz,
  primary key (enrolment_id, chapter_slug)
);

-- Where each step stands: a cache of the history with one writer (app/pipeline/write-roads.server.ts).
create table progress (
  enrolment_id uuid not null,
  chapter_slug text not null,
  step text not null,
  included boolean not null,
  state text not null,
  since timestamptz not null,
  final boolean not null default false,
  beneath text,
  reopened_at timestamptz,
  evidence_kind text,
  evidence_id text,
  -- Whose turn it is, and until when: null when done or left out. A locked step has only the cohort's own date.
  waiting_for text,
  due_at timestamptz,
  -- While it waits for its date only: what the sweeper goes by.
  opens_at timestamptz,
  -- The last event that changed the row.
  seq int not null check (seq >= 1),
  primary key (enrolment_id, chapter_slug, step),
  foreign key (enrolment_id, chapter_slug) references road (enrolment_id, chapter_slug) on delete cascade,
  constraint progress_step check (step in ('preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking')),
  constraint progress_state check (state in ('locked', 'available', 'in-progress', 'awaiting-review', 'passed', 'failed', 'waived')),
  constraint progress_beneath check (beneath in ('locked', 'available', 'in-progress', 'awaiting-review', 'failed')),
  constraint progress_waiting_for check (waiting_for in ('learner', 'instructor', 'examiner', 'manager', 'calendar', 'previous-step')),
  constraint progress_waiver_covers check ((state = 'waived') = (beneath is not null)),
  constraint progress_final_is_failed check (not final or coalesce(beneath, state) = 'failed'),
  constraint progress_evidence_whole check ((evidence_kind is null) = (evidence_id is null)),
  constraint progress_done_waits_for_nobody check ((waiting_for is null) = (not included or state in ('passed', 'waived'))),
  constraint progress_done_is_not_due check (waiting_for is not null or due_at is null),
  constraint progress_calendar_has_a_date check ((opens_at is not null) = (waiting_for is not null and waiting_for = 'calendar'))
) with (fillfactor = 90);

-- A cohort's grid and a learner's home come by the primary key from their enrolments.
-- Who waits for whom: the few rows that wait for somebody other than the learner, by enrolment, in order of their deadline.
create index progress_waiting on progress (enrolment_id, waiting_for, due_at) where waiting_for in ('instructor', 'examiner', 'manager');
-- What the sweeper looks through.
create index progress_opens on progress (opens_at) where opens_at is not null;

-- Everything that ever happened on a road. Never changed; `roadbook.erasure` (see reject_change) is for erasing a person.
create table progress_event (
  id bigint generated always as identity primary key,
  enrolment_id uuid not null,
  chapter_slug text not null,
  seq int not null check (seq >= 1),
  kind text not null,
  step text,
  from_state text,
  to_state text,
  final boolean not null default false,
  -- Of 'started' only: the steps on the road.
  steps text[],
  cause_kind text not null,
  evidence_kind text,
  evidence_id text,
  actor_id uuid references person (id),
  reason text,
  note text,
  at timestamptz not null,
  unique (enrolment_id, chapter_slug, seq),
  foreign key (enrolment_id, chapter_slug) references road (enrolment_id, chapter_slug) on delete cascade,
  constraint progress_event_kind check (kind in ('started', 'opened', 'locked', 'begun', 'submitted', 'passed', 'failed', 'reopened', 'waived', 'waiver-withdrawn', 'recorded', 'corrected', 'left-out', 'added')),
  constraint progress_event_step check (step in ('preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking')),
  constraint progress_event_from_state check (from_state in ('locked', 'available', 'in-progress', 'awaiting-review', 'passed', 'failed', 'waived')),
  constraint progress_event_to_state check (to_state in ('locked', 'available', 'in-progress', 'awaiting-review', 'passed', 'failed', 'waived')),
  constraint progress_event_cause_kind check (cause_kind in ('evidence', 'person', 'calendar')),
  constraint progress_event_started_whole check ((kind = 'started') = (steps is not null) and (kind = 'started') = (step is null) and (step is null) = (from_state is null) and (step is null) = (to_state is null)),
  constraint progress_event_starts_once check ((kind = 'started') = (seq = 1)),
  constraint progress_event_final_is_failed check (not final or to_state in ('failed', 'waived')),
  constraint progress_event_evidence_whole check ((cause_kind = 'evidence') = (evidence_kind is not null) and (evidence_kind is null) = (evidence_id is null)),
  constraint progress_event_person_is_named check (cause_kind <> 'person' or actor_id is not null),
  constraint progress_event_reason_of_person check (reason is null or cause_kind = 'person'),
  constraint progress_event_reason_given check (kind not in ('waived', 'waiver-withdrawn', 'reopened') or (cause_kind = 'person' and btrim(coalesce(reason, '')) <> '')),
  constraint progress_event_correction_reasoned check (kind <> 'corrected' or cause_kind = 'evidence' or btrim(coalesce(reason, '')) <> '')
);
create index progress_event_evidence on progress_event (evidence_kind, evidence_id) where evidence_kind is not null;
create index progress_event_actor on progress_event (actor_id, at) where actor_id is not null;

create trigger progress_event_append_only before update or delete on progress_event for each row execute function reject_change();
create trigger progress_event_never_emptied before truncate on progress_event for each statement execute function reject_change();
