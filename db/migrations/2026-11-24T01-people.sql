-- People, teams (a tree with dated membership), scoped roles, sessions, links, rate limits, audit.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table person (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  name text not null,
  name_latin text,
  title text,
  locale text not null default 'zh' check (locale in ('zh', 'en')),
  time_zone text not null default 'Asia/Shanghai',
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  password_hash text,
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended')),
  created_at timestamptz not null default now(),
  constraint person_email_lower check (email = lower(email)),
  constraint person_active_has_password check (state <> 'active' or password_hash is not null)
);
create unique index person_email on person (email);
create index person_name on person using gin (name gin_trgm_ops);

create table team (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references team (id),
  kind text not null check (kind in ('company', 'region', 'team')),
  name_zh text not null,
  name_en text not null,
  closed_at timestamptz,
  constraint team_not_own_parent check (parent_id <> id),
  constraint team_root_is_company check ((kind = 'company') = (parent_id is null))
);
create index team_parent on team (parent_id);

-- Who was in which team when: at most one team at a time.
create table team_membership (
  id bigint generated always as identity primary key,
  person_id uuid not null references person (id),
  team_id uuid not null references team (id),
  valid_from timestamptz not null,
  valid_to timestamptz,
  recorded_by uuid references person (id),
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (person_id with =, tstzrange(valid_from, valid_to) with &&)
);
create index team_membership_team on team_membership (team_id) where valid_to is null;

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  role text not null check (role in ('learner', 'instructor', 'examiner', 'manager', 'executive', 'administrator')),
  scope_kind text not null check (scope_kind in ('company', 'team', 'cohort')),
  team_id uuid references team (id),
  cohort_id uuid, -- references cohort, added there
  granted_by uuid references person (id),
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references person (id),
  check ((scope_kind = 'team') = (team_id is not null)),
  check ((scope_kind = 'cohort') = (cohort_id is not null)),
  check ((revoked_at is null) or (revoked_at >= granted_at))
);
create unique index role_grant_once on role_grant (person_id, role, scope_kind, team_id, cohort_id) nulls not distinct where revoked_at is null;
create index role_grant_person on role_grant (person_id) where revoked_at is null;
create index role_grant_cohort on role_grant (cohort_id) where revoked_at is null and cohort_id is not null;

create table session (
  id text primary key,
  user_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  public_id uuid not null default gen_random_uuid() unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  user_agent text not null default '',
  ip text not null default ''
);
create index session_by_user on session (user_id);

-- Invitation and reset links: only a hash is stored.
create table account_link (
  token_hash text primary key,
  person_id uuid not null references person (id) on delete cascade,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null default now(),
  created_by uuid references person (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_person on account_link (person_id, purpose);

create table outbox_mail (
  id bigint generated always as identity primary key,
  to_email text not null,
  template text not null,
  locale text not null check (locale in ('zh', 'en')),
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  failed_at timestamptz,
  failure text
);
create index outbox_mail_waiting on outbox_mail (created_at) where sent_at is null;

-- Rate limits and lock-outs that survive a restart; keys are hashed (see app/auth).
create table rate_limit (
  key text primary key,
  window_started_at timestamptz not null,
  count int not null check (count >= 0),
  locked_until timestamptz
);

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid references person (id),
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}',
  request_id text
);
create index audit_event_at on audit_event (at desc);
create index audit_event_subject on audit_event (subject_kind, subject_id, id desc);
create index audit_event_actor on audit_event (actor_id, id desc);

-- Ledgers are append-only. Erasure of a person runs with roadbook.erasure = 'on' in its transaction.
create function reject_change() returns trigger language plpgsql as $$
begin
  if current_setting('roadbook.erasure', true) = 'on' then
    return coalesce(new, old);
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_event_append_only before update or delete on audit_event for each row execute function reject_change();
