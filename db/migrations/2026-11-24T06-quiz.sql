-- Quiz (笔试): question versions, papers, answers with their receipts, marks.
create table question_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  question_id text not null,
  chapter_slug text not null,
  kind text not null check (kind in ('single', 'multiple', 'true-false', 'matching', 'ordering', 'fill-in', 'numeric', 'short-answer', 'case')),
  -- What the draw looks at, so that papers are drawn without reading bodies.
  competency text not null,
  difficulty int not null check (difficulty between 1 and 3),
  section text not null,
  parts jsonb not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create index question_version_question on question_version (question_id);
create trigger question_version_append_only before update or delete on question_version for each row execute function reject_change();

create table question (
  id text primary key,
  chapter_slug text not null,
  current_hash text not null references question_version (hash),
  position int not null check (position >= 1),
  retired_at timestamptz
);
create index question_bank on question (chapter_slug) where retired_at is null;

create table quiz_blueprint (
  chapter_slug text primary key,
  minutes int not null check (minutes between 1 and 240),
  cells jsonb not null
);

create table quiz_attempt (
  id uuid primary key default gen_random_uuid(),
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  number int not null check (number >= 1),
  seed text not null,
  -- The rule the attempt was begun under: a share, 0…1.
  pass_mark double precision not null check (pass_mark between 0 and 1),
  state text not null default 'open' check (state in ('open', 'submitted', 'marked')),
  started_at timestamptz not null,
  deadline_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by text check (submitted_by in ('learner', 'deadline')),
  points double precision,
  max_points double precision,
  passed boolean,
  version int not null default 1,
  unique (enrolment_id, chapter_slug, number),
  check (deadline_at > started_at),
  check ((state = 'open') = (submitted_at is null)),
  check ((submitted_at is null) = (submitted_by is null)),
  check ((state = 'marked') = (points is not null)),
  check ((points is null) = (max_points is null) and (points is null) = (passed is null)),
  check (points between 0 and max_points + 1e-6)
) with (fillfactor = 80);
create unique index quiz_attempt_one_open on quiz_attempt (enrolment_id, chapter_slug) where state = 'open';
create index quiz_attempt_due on quiz_attempt (deadline_at) where state = 'open';
create index quiz_attempt_to_mark on quiz_attempt (submitted_at) where state = 'submitted';

-- The paper: which version stands where, and in which order its parts are shown.
create table quiz_paper_item (
  attempt_id uuid not null references quiz_attempt (id),
  position int not null check (position >= 1),
  question_hash text not null references question_version (hash),
  kind text not null,
  option_order jsonb not null,
  primary key (attempt_id, position)
);
create index quiz_paper_item_question on quiz_paper_item (question_hash);
create trigger quiz_paper_item_append_only before update or delete on quiz_paper_item for each row execute function reject_change();

-- The answer that counts, in the paper's aliases. Updated in place on every save: no index on what changes (HOT).
create table quiz_response (
  attempt_id uuid not null,
  position int not null,
  value jsonb,
  revision int not null check (revision >= 1),
  flagged boolean not null default false,
  op_id uuid not null,
  saved_at timestamptz not null,
  primary key (attempt_id, position),
  foreign key (attempt_id, position) references quiz_paper_item (attempt_id, position)
) with (fillfactor = 70);

-- Every operation a device ever sent, with its receipt; values that lost are kept here.
-- Without a foreign key: each row is written by a statement that holds the attempt, and this is the hottest insert.
create table quiz_response_op (
  attempt_id uuid not null,
  op_id uuid not null,
  position int not null,
  base_revision int not null check (base_revision >= 0),
  -- The question's revision after this operation.
  revision int not null check (revision >= 0),
  value jsonb,
  flagged boolean,
  outcome text not null check (outcome in ('accepted', 'conflict', 'late')),
  at timestamptz not null,
  primary key (attempt_id, op_id)
);
create trigger quiz_response_op_append_only before update or delete on quiz_response_op for each row execute function reject_change();

-- Points per place; the latest row counts. `answer` is what was scored, in the question's real ids.
create table quiz_mark (
  id bigint generated always as identity primary key,
  attempt_id uuid not null,
  position int not null,
  points double precision not null check (points >= 0),
  max double precision not null check (max > 0),
  -- null: scored by rule
  marker_id uuid references person (id),
  answered boolean not null,
  answer jsonb,
  criteria jsonb,
  remark text check (length(remark) <= 2000),
  at timestamptz not null,
  foreign key (attempt_id, position) references quiz_paper_item (attempt_id, position),
  check (points <= max + 1e-6),
  check (criteria is null or marker_id is not null)
);
create index quiz_mark_latest on quiz_mark (attempt_id, position, id desc);
create trigger quiz_mark_append_only before update or delete on quiz_mark for each row execute function reject_change();

create table quiz_reopening (
  id bigint generated always as identity primary key,
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  attempts int not null check (attempts between 1 and 10),
  -- How many attempts there may be in all from then on.
  allowed int not null,
  person_id uuid not null references person (id),
  reason text not null check (length(btrim(reason)) between 3 and 500),
  at timestamptz not null,
  check (allowed > attempts)
);
create index quiz_reopening_of on quiz_reopening (enrolment_id, chapter_slug);
create trigger quiz_reopening_append_only before update or delete on quiz_reopening for each row execute function reject_change();
