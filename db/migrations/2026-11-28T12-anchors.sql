-- Calibration: written defenses with scores that a panel agreed on (anchors), and how each examiner scored them blind.
create table anchor_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  key text not null,
  chapter_slug text not null,
  -- The version of the rubric that its agreed scores are by.
  rubric_hash text not null references rubric_version (hash),
  body jsonb not null,
  first_seen timestamptz not null
);
create index anchor_version_key on anchor_version (key);
create trigger anchor_version_append_only before update or delete on anchor_version for each row execute function reject_change();

create table anchor (
  key text primary key,
  current_hash text not null references anchor_version (hash),
  retired_at timestamptz
);

-- One anchor scored by one examiner, whole, in one go. Rounds count from 1: what is scored again after a while shows drift.
create table anchor_rating (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  anchor_key text not null references anchor (key),
  anchor_hash text not null references anchor_version (hash),
  round int not null check (round >= 1),
  remark text check (char_length(remark) <= 2000),
  rated_at timestamptz not null,
  unique (person_id, anchor_key, round)
);
create index anchor_rating_time on anchor_rating (person_id, rated_at);
create trigger anchor_rating_append_only before update or delete on anchor_rating for each row execute function reject_change();

create table anchor_score (
  rating_id uuid not null references anchor_rating (id),
  criterion_id text not null,
  points int not null check (points between 0 and 20),
  primary key (rating_id, criterion_id)
);
create trigger anchor_score_append_only before update or delete on anchor_score for each row execute function reject_change();
