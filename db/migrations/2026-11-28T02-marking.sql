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
  -- Who or which group handed it in.
  title text not null,
  -- What it is, as {zh, en}: the question, the assignment; and a key by which things of one sort stand together.
  task jsonb,
  task_key text not null default '',
  -- Learners who cannot go on until this is marked.
  blocked_count int not null default 1 check (blocked_count >= 0),
  waiting_since timestamptz not null,
  -- From when it is for a person of the cohort's staff: until then peers review it.
  ready_at timestamptz not null,
  due_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'withdrawn')),
  claimed_by uuid references person (id),
  claimed_until timestamptz,
  done_by uuid references person (id),
  done_at timestamptz,
  -- What came of it, where it is a number of points.
  points double precision check (points >= 0),
  max_points double precision check (max_points > 0),
  constraint marking_item_claim_whole check ((claimed_by is null) = (claimed_until is null)),
  constraint marking_item_claim_of_waiting check (claimed_by is null or state = 'waiting'),
  constraint marking_item_done check ((state = 'done') = (done_at is not null)),
  constraint marking_item_points_whole check ((points is null) = (max_points is null)),
  constraint marking_item_points_of_done check (points is null or (state = 'done' and points <= max_points))
) with (fillfactor = 80);
create unique index marking_item_waiting_once on marking_item (kind, subject_id) where state = 'waiting';
create index marking_item_subject on marking_item (kind, subject_id, id);
create index marking_item_oldest on marking_item (waiting_since, id) where state = 'waiting';
create index marking_item_queue on marking_item (cohort_id, waiting_since, id) where state = 'waiting';
create index marking_item_done_last on marking_item (cohort_id, done_at desc) where state = 'done';

-- What waits in the quiz already.
insert into marking_item (kind, subject_id, cohort_id, chapter_slug, title, task, task_key, blocked_count, waiting_since, ready_at, due_at)
select 'quiz-answer', a.id || '.' || i.position, e.cohort_id, a.chapter_slug, p.name, v.body -> 'stem', v.question_id, 1, a.submitted_at, a.submitted_at,
  a.submitted_at + make_interval(hours => 24 * coalesce((s.gate ->> 'reviewDays')::int, 3))
from quiz_attempt a
join enrolment e on e.id = a.enrolment_id
join person p on p.id = e.person_id
join quiz_paper_item i on i.attempt_id = a.id and i.kind in ('short-answer', 'case')
join question_version v on v.hash = i.question_hash
left join cohort_step s on s.cohort_id = e.cohort_id and s.chapter_slug = a.chapter_slug and s.step = 'quiz'
where a.state = 'submitted'
  and not exists (select from quiz_mark m where m.attempt_id = a.id and m.position = i.position);
