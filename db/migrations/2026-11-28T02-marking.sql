-- Marking: rubrics pinned by hash, one queue over everything that waits for a person's mark.
create table rubric_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  key text not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create index rubric_version_key on rubric_version (key);
create trigger rubric_version_append_only before update or delete on rubric_version for each row execute function reject_change();

create table rubric (
  key text primary key,
  current_hash text not null references rubric_version (hash),
  retired_at timestamptz
);

-- One line per thing that waits, written by the room that it belongs to, in the transaction that handed it in.
create table marking_item (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('quiz-answer', 'group-sheet', 'role-play', 'homework')),
  -- The thing in its room, e.g. `<attempt>.<position>`, a submission's id.
  subject_id text not null,
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  -- What is shown in the list: who or which group, and what.
  title text not null,
  -- Learners who cannot go on until this is marked.
  blocked_count int not null default 1 check (blocked_count >= 0),
  waiting_since timestamptz not null,
  due_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'withdrawn')),
  claimed_by uuid references person (id),
  claimed_until timestamptz,
  done_by uuid references person (id),
  done_at timestamptz,
  version int not null default 1,
  constraint marking_item_claim_whole check ((claimed_by is null) = (claimed_until is null)),
  constraint marking_item_claim_of_waiting check (claimed_by is null or state = 'waiting'),
  constraint marking_item_done check ((state = 'done') = (done_at is not null))
) with (fillfactor = 80);
create unique index marking_item_waiting_once on marking_item (kind, subject_id) where state = 'waiting';
create index marking_item_queue on marking_item (cohort_id, waiting_since, id) where state = 'waiting';
create index marking_item_done on marking_item (cohort_id, done_at desc) where state = 'done';
