-- Tool sheets (工具表格): definitions pinned by hash, the live document beside its readable snapshot, every change with its author.
create table sheet_definition (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  key text not null,
  body jsonb not null,
  first_seen timestamptz not null
);
create index sheet_definition_key on sheet_definition (key);
create trigger sheet_definition_append_only before update or delete on sheet_definition for each row execute function reject_change();

-- The version that new sheets begin with.
create table sheet_kind (
  key text primary key,
  chapter_slug text not null,
  position int not null check (position >= 1),
  current_hash text not null references sheet_definition (hash),
  retired_at timestamptz
);
create index sheet_kind_chapter on sheet_kind (chapter_slug, position);

create table sheet (
  id uuid primary key default gen_random_uuid(),
  definition_key text not null,
  definition_hash text not null references sheet_definition (hash),
  title text not null check (length(btrim(title)) between 1 and 160),
  -- Staff of the cohort, and managers of the team, may look into it; everybody else is a member.
  cohort_id uuid references cohort (id),
  team_id uuid references team (id),
  locale text not null check (locale in ('zh', 'en')),
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  -- Provenance: copied from where, as it stood when.
  copied_from uuid references sheet (id),
  copied_version int,
  -- The live document and what it says, always written together; version counts stored changes.
  doc bytea not null,
  content jsonb not null,
  version int not null default 1 check (version >= 1),
  -- What the content comes to, for lists: required things that are there, all of them, method checks that found something.
  done_count int not null default 0,
  of_count int not null default 0,
  complete boolean not null default false,
  problem_count int not null default 0,
  warning_count int not null default 0,
  -- The checks that find something now, each as `<check>@<address>`.
  findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
  -- Handed in: nobody writes until it is unlocked.
  locked_at timestamptz,
  locked_by uuid references person (id),
  created_by uuid references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint sheet_provenance_whole check ((copied_from is null) = (copied_version is null)),
  constraint sheet_locked_whole check (locked_by is null or locked_at is not null)
) with (fillfactor = 80);
create index sheet_cohort on sheet (cohort_id, definition_key) where cohort_id is not null;
create index sheet_team on sheet (team_id, definition_key) where team_id is not null;
create index sheet_copies on sheet (copied_from) where copied_from is not null;

-- Who may open a sheet, dated; the rooms that hold sheets (groups, homework, deals) keep it.
create table sheet_member (
  id bigint generated always as identity primary key,
  sheet_id uuid not null references sheet (id),
  person_id uuid not null references person (id),
  may text not null check (may in ('edit', 'comment', 'read')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  check (valid_to is null or valid_to >= valid_from)
);
create unique index sheet_member_now on sheet_member (sheet_id, person_id) where valid_to is null;
create index sheet_member_person on sheet_member (person_id) where valid_to is null;

-- What was written where by whom. `before` and `after` are cell values; a row's coming and going has the address `<table>/<row>`.
create table sheet_change (
  id bigint generated always as identity primary key,
  sheet_id uuid not null references sheet (id),
  version int not null,
  address text not null,
  before jsonb,
  after jsonb,
  author_id uuid references person (id),
  -- Typed, pasted, imported, restored, copied.
  how text not null default 'edit' check (how in ('edit', 'import', 'restore', 'copy', 'system')),
  at timestamptz not null
);
create index sheet_change_of on sheet_change (sheet_id, id desc);
create index sheet_change_address on sheet_change (sheet_id, address, id desc);
create trigger sheet_change_append_only before update or delete on sheet_change for each row execute function reject_change();

-- A check that began to find something, or stopped: whose change did it, where one person's did.
create table sheet_finding_change (
  id bigint generated always as identity primary key,
  sheet_id uuid not null references sheet (id),
  version int not null,
  finding text not null,
  found boolean not null,
  author_id uuid references person (id),
  at timestamptz not null
);
create index sheet_finding_change_of on sheet_finding_change (sheet_id, id);
create trigger sheet_finding_change_append_only before update or delete on sheet_finding_change for each row execute function reject_change();

-- Contents that somebody relies on: handed in, copied from, restored.
create table sheet_snapshot (
  sheet_id uuid not null references sheet (id),
  version int not null,
  content jsonb not null,
  at timestamptz not null,
  primary key (sheet_id, version)
);
create trigger sheet_snapshot_append_only before update or delete on sheet_snapshot for each row execute function reject_change();

create table sheet_comment (
  id uuid primary key default gen_random_uuid(),
  sheet_id uuid not null references sheet (id),
  -- The cell, row or (empty) the whole sheet.
  address text not null default '',
  reply_to uuid references sheet_comment (id),
  author_id uuid not null references person (id),
  body text not null check (length(btrim(body)) between 1 and 2000),
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references person (id),
  constraint sheet_comment_resolved_whole check ((resolved_at is null) = (resolved_by is null)),
  constraint sheet_comment_thread_head_resolves check (reply_to is null or resolved_at is null)
);
create index sheet_comment_of on sheet_comment (sheet_id, at);

create table sheet_mention (
  comment_id uuid not null references sheet_comment (id),
  person_id uuid not null references person (id),
  seen_at timestamptz,
  primary key (comment_id, person_id)
);
create index sheet_mention_waiting on sheet_mention (person_id) where seen_at is null;
