-- Homework (作业): assignments by content hash, drafts, handed-in versions that never change, peer reviews, marks, rehearsals.
create table homework_assignment_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  chapter_slug text not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create trigger homework_assignment_version_append_only before update or delete on homework_assignment_version for each row execute function reject_change();

create table homework_assignment (
  chapter_slug text primary key,
  current_hash text not null references homework_assignment_version (hash),
  retired_at timestamptz
);

-- One learner's homework of one chapter, begun with the first word. CHECKs mirror app/steps/homework/homework.ts.
create table homework (
  id uuid primary key default gen_random_uuid(),
  enrolment_id uuid not null references enrolment (id),
  chapter_slug text not null,
  -- The task it was begun under; a new one touches it no more.
  assignment_hash text not null references homework_assignment_version (hash),
  state text not null default 'draft' check (state in ('draft', 'handed-in', 'returned', 'accepted')),
  begun_at timestamptz not null,
  unique (enrolment_id, chapter_slug)
);
create index homework_chapter on homework (chapter_slug, enrolment_id);

-- Written parts, saved as they are typed; positions are those of the assignment's parts.
create table homework_text (
  homework_id uuid not null references homework (id),
  position int not null check (position >= 1),
  value text,
  revision int not null check (revision >= 1),
  op_id uuid not null,
  saved_at timestamptz not null,
  primary key (homework_id, position)
) with (fillfactor = 70);

create table homework_text_op (
  homework_id uuid not null references homework (id),
  op_id uuid not null,
  position int not null,
  base_revision int not null check (base_revision >= 0),
  revision int not null check (revision >= 0),
  value text,
  outcome text not null check (outcome in ('accepted', 'conflict', 'late')),
  at timestamptz not null,
  primary key (homework_id, op_id)
);
create trigger homework_text_op_append_only before update or delete on homework_text_op for each row execute function reject_change();

-- Files and recordings that lie with a part. Taken away they stay where a handed-in version names them.
create table homework_file (
  id bigint generated always as identity primary key,
  homework_id uuid not null references homework (id),
  part text not null,
  upload_id uuid not null unique references upload (id),
  attached_at timestamptz not null,
  removed_at timestamptz
);
create index homework_file_of on homework_file (homework_id) where removed_at is null;

-- The tool sheet that a part carries on: the learner's own, begun empty or as a copy.
create table homework_sheet (
  id bigint generated always as identity primary key,
  homework_id uuid not null references homework (id),
  part text not null,
  sheet_id uuid not null unique references sheet (id),
  begun_at timestamptz not null,
  replaced_at timestamptz
);
create unique index homework_sheet_now on homework_sheet (homework_id, part) where replaced_at is null;

-- What was handed in, as it stood: never changed.
create table homework_submission (
  id uuid primary key default gen_random_uuid(),
  homework_id uuid not null references homework (id),
  number int not null check (number >= 1),
  assignment_hash text not null references homework_assignment_version (hash),
  rubric_hash text not null references rubric_version (hash),
  -- {part: text}, [{part, uploadId, name, bytes, mediaType}], [{part, sheetId, version}]
  texts jsonb not null,
  files jsonb not null,
  sheets jsonb not null,
  late boolean not null,
  submitted_at timestamptz not null,
  -- Peer reviews it is to get, and until when peers have their say.
  reviews_wanted int not null check (reviews_wanted between 0 and 5),
  reviews_until timestamptz not null,
  unique (homework_id, number)
);
create index homework_submission_at on homework_submission (submitted_at);
create trigger homework_submission_append_only before update or delete on homework_submission for each row execute function reject_change();

create table homework_review (
  id uuid primary key default gen_random_uuid(),
  submission_id uuid not null references homework_submission (id),
  reviewer_id uuid not null references enrolment (id),
  -- asked ─▶ done; asked ─▶ over (time is up) ─▶ done (late, while nobody has marked); asked ─▶ withdrawn
  state text not null default 'asked' check (state in ('asked', 'done', 'over', 'withdrawn')),
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at > asked_at),
  opened_at timestamptz,
  done_at timestamptz,
  criteria jsonb,
  points double precision,
  max_points double precision,
  remark text,
  unique (submission_id, reviewer_id),
  constraint homework_review_done check ((state = 'done') = (done_at is not null) and (done_at is null) = (criteria is null) and (criteria is null) = (points is null) and (points is null) = (max_points is null) and (done_at is null) = (remark is null)),
  constraint homework_review_points check (points between 0 and max_points)
);
create index homework_review_reviewer on homework_review (reviewer_id, asked_at);
create index homework_review_open on homework_review (due_at) where state = 'asked';
-- A review that was given stays as it was given.
create function reject_given_review() returns trigger language plpgsql as $$
begin
  if old.state = 'done' or tg_op = 'DELETE' then
    raise exception 'homework_review is append-only once given' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger homework_review_given before update or delete on homework_review for each row execute function reject_given_review();

-- The instructor's word on a version; the latest counts.
create table homework_mark (
  id bigint generated always as identity primary key,
  submission_id uuid not null references homework_submission (id),
  marker_id uuid not null references person (id),
  verdict text not null check (verdict in ('accepted', 'returned')),
  criteria jsonb not null,
  points double precision,
  max_points double precision,
  remark text,
  at timestamptz not null,
  constraint homework_mark_points_whole check ((points is null) = (max_points is null) and (points is null or points between 0 and max_points)),
  constraint homework_mark_accepted_by_rubric check (verdict = 'returned' or points is not null),
  constraint homework_mark_returned_says_why check (verdict = 'accepted' or length(btrim(remark)) >= 3)
);
create index homework_mark_of on homework_mark (submission_id, id desc);
create trigger homework_mark_append_only before update or delete on homework_mark for each row execute function reject_change();

-- Rehearsals of a study group (or of one alone): who, which part, how long, how it went, what next.
create table homework_rehearsal (
  id uuid primary key default gen_random_uuid(),
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  group_id uuid references cohort_group (id),
  logged_by uuid not null references enrolment (id),
  held_on date not null,
  minutes int not null check (minutes between 1 and 600),
  part text not null,
  went text not null check (length(btrim(went)) between 1 and 1000),
  focus text not null check (length(btrim(focus)) between 1 and 500),
  at timestamptz not null,
  removed_at timestamptz
);
create index homework_rehearsal_group on homework_rehearsal (group_id, chapter_slug) where removed_at is null;
create index homework_rehearsal_cohort on homework_rehearsal (cohort_id, chapter_slug) where removed_at is null;

create table homework_rehearsal_person (
  rehearsal_id uuid not null references homework_rehearsal (id),
  enrolment_id uuid not null references enrolment (id),
  primary key (rehearsal_id, enrolment_id)
);
create index homework_rehearsal_person_of on homework_rehearsal_person (enrolment_id);
