-- Capability (能力): the ledger of what evidence says, the prior of each cohort, the estimates rolled up from them.
-- CHECKs mirror the unions of app/capability/entry.ts and estimate.ts.

-- What one source (an attempt, a sheet, a round, a defense …) says about one person. Said again, the new entry names the one
-- it supersedes; `retracted` takes back. Of each source the entry that none supersedes holds.
create table capability_entry (
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  source_kind text not null,
  source_id text not null check (length(source_id) between 1 and 200),
  view text not null,
  -- Who judged; null where a rule did.
  by_id uuid references person (id),
  enrolment_id uuid references enrolment (id),
  cohort_id uuid references cohort (id),
  chapter_slug text,
  -- A deal or a visit in the field.
  deal_id uuid,
  -- Lines of one occasion share the cap of their kind (weights.ts).
  occasion text not null,
  observed_at timestamptz not null,
  recorded_at timestamptz not null,
  retracted boolean not null default false,
  supersedes bigint unique references capability_entry (id),
  -- Hash of what was said: saying the same again writes nothing.
  digest text not null,
  constraint capability_entry_kind check (source_kind in ('quiz-item', 'group-sheet', 'role-play-criterion', 'homework-criterion', 'defense-criterion', 'field-application', 'coaching-observation', 'self-rating', 'peer-rating')),
  constraint capability_entry_view check (view in ('exam', 'instructor', 'peer', 'panel', 'manager', 'field', 'self')),
  constraint capability_entry_retracts_something check (not retracted or supersedes is not null)
);
create index capability_entry_source on capability_entry (source_kind, source_id, person_id, id desc);
create index capability_entry_person on capability_entry (person_id, id);
create unique index capability_entry_first on capability_entry (person_id, source_kind, source_id) where supersedes is null;
create trigger capability_entry_append_only before update or delete on capability_entry for each row execute function reject_change();

create table capability_line (
  entry_id bigint not null references capability_entry (id),
  item text not null check (length(item) between 1 and 120),
  competency text not null,
  -- 0 nothing of it shown, 1 all of it.
  share double precision not null check (share between 0 and 1),
  -- Share of people who fail it, as known when it was recorded; null: of middling difficulty.
  difficulty double precision check (difficulty between 0 and 1),
  -- What the item is, as {zh, en}, where it may be shown.
  label jsonb,
  primary key (entry_id, item, competency)
);
create trigger capability_line_append_only before update or delete on capability_line for each row execute function reject_change();

-- What is expected of somebody of whom nothing is known, per cohort (null: the company) and competency; the newest row at a time holds.
create table capability_prior (
  id bigint generated always as identity primary key,
  cohort_id uuid references cohort (id),
  competency text not null,
  mean double precision not null check (mean > 0 and mean < 1),
  strength double precision not null check (strength > 0),
  -- On whom it rests.
  people int not null check (people >= 0),
  at timestamptz not null
);
create index capability_prior_newest on capability_prior (competency, cohort_id, at desc, id desc);
create trigger capability_prior_append_only before update or delete on capability_prior for each row execute function reject_change();

-- How many people fail a question of the bank; brought up to date by the nightly job.
create table capability_difficulty (
  question_id text primary key,
  answers int not null check (answers >= 0),
  failed double precision not null check (failed between 0 and answers + 1e-6),
  at timestamptz not null
);

-- The estimate of each person in each competency of which the ledger says something: a cache with one writer
-- (refresh-estimates.server.ts), written with every entry and once a night, when evidence is a day older.
create table capability_estimate (
  person_id uuid not null references person (id),
  competency text not null,
  state text not null,
  -- The posterior Beta(alpha, beta), whatever the state.
  alpha double precision not null check (alpha > 0),
  beta double precision not null check (beta > 0),
  -- Of an estimate: mean and 80 % interval; null while there is not enough evidence.
  mean double precision check (mean between 0 and 1),
  low double precision check (low between 0 and 1),
  high double precision check (high between 0 and 1),
  -- Effective number of observations, and ledger lines that count.
  n double precision not null check (n >= 0),
  rows int not null check (rows >= 0),
  -- The cohort of the newest evidence, whose prior was taken; null: of none.
  cohort_id uuid references cohort (id),
  prior_mean double precision not null,
  prior_strength double precision not null,
  newest_at timestamptz,
  -- As of when ages were counted, by which version of the method (weights.ts).
  at timestamptz not null,
  method int not null,
  version int not null default 1,
  primary key (person_id, competency),
  constraint capability_estimate_state check (state in ('estimate', 'insufficient')),
  constraint capability_estimate_number check ((state = 'estimate') = (mean is not null) and (mean is null) = (low is null) and (mean is null) = (high is null)),
  constraint capability_estimate_order check (low <= high)
) with (fillfactor = 80);
create index capability_estimate_competency on capability_estimate (competency, person_id);
create index capability_estimate_oldest on capability_estimate (at, person_id);

-- Spaced review (间隔复习): questions that a learner missed in their own attempts.
create table review_card (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  question_id text not null,
  -- The version that was missed: what the card asks.
  question_hash text not null references question_version (hash),
  chapter_slug text not null,
  attempt_id uuid not null references quiz_attempt (id),
  made_at timestamptz not null,
  -- Where the card stands: a cache of review_log with one writer (review-card.server.ts).
  due_at timestamptz not null,
  memory jsonb not null,
  reviews int not null default 0 check (reviews >= 0),
  retired_at timestamptz,
  version int not null default 1,
  unique (person_id, question_id)
) with (fillfactor = 80);
create index review_card_due on review_card (person_id, due_at) where retired_at is null;

create table review_log (
  id bigint generated always as identity primary key,
  card_id uuid not null references review_card (id),
  -- The device's name of the operation: said again it is there once.
  op_id uuid not null,
  rating text not null,
  -- What was answered, in the question's own ids, and the share of it that was right; null where only the memory was rated.
  answer jsonb,
  share double precision check (share between 0 and 1),
  reviewed_at timestamptz not null,
  received_at timestamptz not null,
  memory_before jsonb not null,
  memory_after jsonb not null,
  due_at timestamptz not null,
  unique (card_id, op_id),
  constraint review_log_rating check (rating in ('again', 'hard', 'good', 'easy'))
);
create index review_log_card on review_log (card_id, id);
create trigger review_log_append_only before update or delete on review_log for each row execute function reject_change();
