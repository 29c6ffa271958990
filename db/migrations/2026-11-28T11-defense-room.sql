-- Defense (答辩考核): what each chapter asks of candidates, by content hash. Rooms, scores and verdicts follow in T17-defense-scores.
create table defense_task_version (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  chapter_slug text not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create trigger defense_task_version_append_only before update or delete on defense_task_version for each row execute function reject_change();

create table defense_task (
  chapter_slug text primary key,
  current_hash text not null references defense_task_version (hash),
  retired_at timestamptz
);
