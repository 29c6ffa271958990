-- Defense room: one per slot. CHECKs mirror app/steps/defense/room. The panel is defense_panelist.
create table defense (
  id uuid primary key default gen_random_uuid(),
  slot_id uuid not null unique references defense_slot (id),
  state text not null,
  -- When each part began, by the server's clock.
  presenting_at timestamptz not null,
  questioning_at timestamptz,
  scoring_at timestamptz,
  revealed_at timestamptz,
  decided_at timestamptz,
  signed_at timestamptz,
  -- The chair revealed without everybody's lock.
  closed_reason text check (length(btrim(closed_reason)) between 1 and 500),
  version int not null default 1,
  constraint defense_state check (state in ('presenting', 'questioning', 'scoring', 'reconciling', 'decided', 'signed')),
  constraint defense_revealed check (revealed_at is not null or state in ('presenting', 'questioning', 'scoring')),
  constraint defense_signed check ((signed_at is not null) = (state = 'signed'))
);

-- Chapters of the defense with the versions of task and rubric it is held by.
create table defense_chapter (
  defense_id uuid not null references defense (id),
  chapter_slug text not null,
  position int not null check (position >= 1),
  task_hash text not null references defense_task_version (hash),
  rubric_hash text not null references rubric_version (hash),
  primary key (defense_id, chapter_slug)
);
create trigger defense_chapter_append_only before update or delete on defense_chapter for each row execute function reject_change();

-- An examiner's sheet as it is tapped and typed, and every operation with its outcome.
create table defense_draft (
  defense_id uuid not null references defense (id),
  examiner_id uuid not null references person (id),
  position int not null check (position between 1 and 900),
  value text check (length(value) <= 3000),
  revision int not null check (revision >= 1),
  op_id uuid not null,
  saved_at timestamptz not null,
  primary key (defense_id, examiner_id, position)
) with (fillfactor = 70);

create table defense_draft_op (
  defense_id uuid not null references defense (id),
  examiner_id uuid not null references person (id),
  op_id uuid not null,
  position int not null,
  base_revision int not null check (base_revision >= 0),
  revision int not null check (revision >= 0),
  value text,
  outcome text not null check (outcome in ('accepted', 'conflict', 'late')),
  at timestamptz not null,
  primary key (defense_id, examiner_id, op_id)
);
create trigger defense_draft_op_append_only before update or delete on defense_draft_op for each row execute function reject_change();

create table defense_lock (
  defense_id uuid not null references defense (id),
  examiner_id uuid not null references person (id),
  at timestamptz not null,
  primary key (defense_id, examiner_id)
);
create trigger defense_lock_append_only before update or delete on defense_lock for each row execute function reject_change();

-- What an examiner thought before hearing the others: written with the lock, never changed.
create table defense_score (
  id bigint generated always as identity primary key,
  defense_id uuid not null,
  examiner_id uuid not null,
  chapter_slug text not null,
  criterion_id text not null,
  rubric_hash text not null references rubric_version (hash),
  level int not null check (level between 0 and 4),
  note text check (length(note) between 1 and 500),
  at timestamptz not null,
  unique (defense_id, examiner_id, chapter_slug, criterion_id),
  foreign key (defense_id, examiner_id) references defense_lock (defense_id, examiner_id),
  foreign key (defense_id, chapter_slug) references defense_chapter (defense_id, chapter_slug)
);
create index defense_score_examiner on defense_score (examiner_id, at);
create trigger defense_score_append_only before update or delete on defense_score for each row execute function reject_change();

create table defense_prompt_mark (
  defense_id uuid not null,
  examiner_id uuid not null,
  chapter_slug text not null,
  prompt_id text not null,
  mark text not null,
  at timestamptz not null,
  primary key (defense_id, examiner_id, chapter_slug, prompt_id),
  foreign key (defense_id, examiner_id) references defense_lock (defense_id, examiner_id),
  constraint defense_prompt_mark_mark check (mark in ('good', 'partly', 'weak'))
);
create trigger defense_prompt_mark_append_only before update or delete on defense_prompt_mark for each row execute function reject_change();

-- An examiner changed a level after hearing the others: the original stays, the latest line holds.
create table defense_revision (
  id bigint generated always as identity primary key,
  score_id bigint not null references defense_score (id),
  level int not null check (level between 0 and 4),
  reason text not null check (length(btrim(reason)) between 1 and 500),
  at timestamptz not null
);
create index defense_revision_score on defense_revision (score_id, id desc);
create trigger defense_revision_append_only before update or delete on defense_revision for each row execute function reject_change();

-- The panel's level of a criterion; the latest line holds.
create table defense_agreed (
  id bigint generated always as identity primary key,
  defense_id uuid not null,
  chapter_slug text not null,
  criterion_id text not null,
  level int not null check (level between 0 and 4),
  -- `rule`: the median stood, nobody said otherwise.
  how text not null,
  -- The chair, who wrote it down.
  by_id uuid not null references person (id),
  at timestamptz not null,
  foreign key (defense_id, chapter_slug) references defense_chapter (defense_id, chapter_slug),
  constraint defense_agreed_how check (how in ('rule', 'panel'))
);
create index defense_agreed_latest on defense_agreed (defense_id, chapter_slug, criterion_id, id desc);
create trigger defense_agreed_append_only before update or delete on defense_agreed for each row execute function reject_change();

-- The verdict with everything the candidate will read; the latest line holds.
create table defense_verdict (
  id bigint generated always as identity primary key,
  defense_id uuid not null references defense (id),
  outcome text not null,
  -- [{chapterSlug, criterionId, remark}]
  remarks jsonb not null,
  strengths text not null check (length(btrim(strengths)) between 1 and 3000),
  redo text check (length(redo) <= 3000),
  minutes text check (length(minutes) <= 3000),
  -- Of a conditional pass: what, by when, who looks at it.
  condition_what text check (length(btrim(condition_what)) between 1 and 1000),
  condition_due date,
  checker_id uuid references person (id),
  by_id uuid not null references person (id),
  at timestamptz not null,
  constraint defense_verdict_outcome check (outcome in ('pass', 'conditional', 'fail')),
  constraint defense_verdict_condition check ((outcome = 'conditional') = (condition_what is not null) and (outcome = 'conditional') = (condition_due is not null) and (outcome = 'conditional') = (checker_id is not null))
);
create index defense_verdict_latest on defense_verdict (defense_id, id desc);
create index defense_verdict_checker on defense_verdict (checker_id) where outcome = 'conditional';
create trigger defense_verdict_append_only before update or delete on defense_verdict for each row execute function reject_change();

create table defense_signature (
  verdict_id bigint not null references defense_verdict (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (verdict_id, person_id)
);
create trigger defense_signature_append_only before update or delete on defense_signature for each row execute function reject_change();

-- Whether the condition was met; the latest line holds.
create table defense_settlement (
  id bigint generated always as identity primary key,
  verdict_id bigint not null references defense_verdict (id),
  outcome text not null,
  note text not null check (length(btrim(note)) between 1 and 1000),
  by_id uuid not null references person (id),
  at timestamptz not null,
  constraint defense_settlement_outcome check (outcome in ('met', 'missed'))
);
create index defense_settlement_latest on defense_settlement (verdict_id, id desc);
create trigger defense_settlement_append_only before update or delete on defense_settlement for each row execute function reject_change();
