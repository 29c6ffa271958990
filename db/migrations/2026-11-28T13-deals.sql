-- Accounts, contacts, deals (商机) with their dated stages, people by buying role, tool sheets; invoices and what was paid; CSV imports; personal tokens.
-- CHECKs mirror app/deals/*.ts. Money is in minor units of its currency (分, cents), never a fraction of them.

create table account (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(btrim(name)) between 1 and 160),
  industry text,
  city text,
  -- The salesperson who looks after it: with them their managers see it.
  owner_id uuid not null references person (id),
  -- What it is called where it was imported from.
  source text,
  external_key text,
  created_by uuid references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint account_external_whole check ((source is null) = (external_key is null))
);
create unique index account_external on account (source, external_key) where external_key is not null;
create index account_owner on account (owner_id, name);

create table contact (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  name text not null check (length(btrim(name)) between 1 and 120),
  title text,
  phone text,
  email text,
  -- Has left the customer: deals keep them, nobody chooses them any more.
  left_at timestamptz,
  created_by uuid references person (id),
  created_at timestamptz not null
);
create index contact_account on contact (account_id, name);

create table deal (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  title text not null check (length(btrim(title)) between 1 and 160),
  owner_id uuid not null references person (id),
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  expected_close date,
  opened_on date not null,
  -- What the stage changes come to; written by them alone (app/deals/write-stage.server.ts).
  stage text not null check (stage in ('contact', 'find', 'qualify', 'clarify', 'proposal', 'won', 'lost')),
  stage_since date not null,
  closed_on date,
  next_action text check (length(btrim(next_action)) between 1 and 200),
  next_action_owner_id uuid references person (id),
  next_action_due date,
  source text,
  external_key text,
  created_by uuid references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1 check (version >= 1),
  constraint deal_external_whole check ((source is null) = (external_key is null)),
  constraint deal_closed_whole check ((stage in ('won', 'lost')) = (closed_on is not null)),
  constraint deal_next_action_whole check ((next_action is null) = (next_action_owner_id is null) and (next_action is null) = (next_action_due is null))
) with (fillfactor = 85);
create unique index deal_external on deal (source, external_key) where external_key is not null;
create index deal_owner on deal (owner_id, stage);
create index deal_account on deal (account_id);
create index deal_next_action on deal (next_action_owner_id, next_action_due) where next_action is not null and closed_on is null;

-- Every move and every correction. A correction names the move that it corrects (`corrects`, always the first row of the chain) and says
-- the whole of it anew; `withdrawn`: there was no such move. Never changed, never erased.
create table deal_stage_change (
  id bigint generated always as identity primary key,
  deal_id uuid not null references deal (id),
  stage text not null check (stage in ('contact', 'find', 'qualify', 'clarify', 'proposal', 'won', 'lost')),
  entered_on date not null,
  corrects bigint references deal_stage_change (id),
  withdrawn boolean not null default false,
  -- Why it was won or lost.
  outcome text check (outcome in ('value', 'relationship', 'criteria', 'risk', 'price', 'rival', 'no-budget', 'no-decision', 'withdrawn', 'other')),
  reason text check (length(btrim(reason)) between 1 and 400),
  by_id uuid references person (id),
  via text not null check (via in ('page', 'import', 'api', 'seed')),
  at timestamptz not null,
  constraint deal_stage_change_outcome check (outcome is null or stage in ('won', 'lost')),
  constraint deal_stage_change_correction check ((corrects is null and not withdrawn) or (corrects is not null and reason is not null))
);
create index deal_stage_change_of on deal_stage_change (deal_id, id);
create index deal_stage_change_corrects on deal_stage_change (corrects) where corrects is not null;
create trigger deal_stage_change_append_only before update or delete on deal_stage_change for each row execute function reject_change();

-- The stages as they hold today: each move with its latest day and its first reason, in order; `left_on` is null where the deal still is.
create view deal_stage_history as
select h.deal_id, h.change_id, h.stage, h.entered_on, lead(h.entered_on) over (partition by h.deal_id order by h.entered_on, h.change_id) as left_on, h.outcome, h.reason, h.corrected
from (
  select distinct on (c.deal_id, coalesce(c.corrects, c.id))
    c.deal_id, coalesce(c.corrects, c.id) as change_id, c.stage, c.entered_on, c.withdrawn, c.outcome, o.reason, c.corrects is not null as corrected
  from deal_stage_change c join deal_stage_change o on o.id = coalesce(c.corrects, c.id)
  order by c.deal_id, coalesce(c.corrects, c.id), c.id desc
) h
where not h.withdrawn;

-- Who plays which buying role; one person may hold several.
create table deal_person (
  id bigint generated always as identity primary key,
  deal_id uuid not null references deal (id),
  contact_id uuid not null references contact (id),
  role text not null check (role in ('initiator', 'designer', 'decision-maker', 'user')),
  added_by uuid references person (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  check (removed_at is null or removed_at >= added_at)
);
create unique index deal_person_now on deal_person (deal_id, contact_id, role) where removed_at is null;

create table deal_sheet (
  deal_id uuid not null references deal (id),
  sheet_id uuid not null unique references sheet (id),
  added_by uuid references person (id),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (deal_id, sheet_id)
);

-- What happened to a deal besides its stages, for its timeline.
create table deal_event (
  id bigint generated always as identity primary key,
  deal_id uuid not null references deal (id),
  kind text not null check (kind in ('created', 'changed', 'next-action', 'owner', 'person-added', 'person-removed', 'sheet-added', 'sheet-removed')),
  details jsonb not null default '{}',
  by_id uuid references person (id),
  via text not null check (via in ('page', 'import', 'api', 'seed')),
  at timestamptz not null
);
create index deal_event_of on deal_event (deal_id, id desc);
create trigger deal_event_append_only before update or delete on deal_event for each row execute function reject_change();

-- How long a deal may stay in a stage (关门时间), in days; a stage without a row has the house's default. One company, one set.
create table deal_stage_limit (
  stage text primary key check (stage in ('contact', 'find', 'qualify', 'clarify', 'proposal')),
  days int not null check (days between 1 and 730),
  set_by uuid references person (id),
  set_at timestamptz not null
);

-- Invoices (应收). What is open is the amount less the entries.
create table receivable (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references account (id),
  deal_id uuid references deal (id),
  owner_id uuid not null references person (id),
  number text not null check (length(btrim(number)) between 1 and 80),
  amount_minor bigint not null check (amount_minor > 0),
  -- What it cost us, where the bonus is on profit.
  cost_minor bigint check (cost_minor >= 0),
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  issued_on date not null,
  delivered_on date,
  due_on date not null,
  source text,
  external_key text,
  created_by uuid references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint receivable_due_after_issue check (due_on >= issued_on),
  constraint receivable_external_whole check ((source is null) = (external_key is null))
);
create unique index receivable_external on receivable (source, external_key) where external_key is not null;
create unique index receivable_number on receivable (account_id, number);
create index receivable_owner on receivable (owner_id, due_on);
create index receivable_deal on receivable (deal_id) where deal_id is not null;

-- Payments, what was written off as bad debt, credits. A mistake is put right by an entry of the opposite sign.
create table receivable_entry (
  id bigint generated always as identity primary key,
  receivable_id uuid not null references receivable (id),
  kind text not null check (kind in ('payment', 'write-off', 'credit')),
  booked_on date not null,
  amount_minor bigint not null check (amount_minor <> 0),
  reference text,
  source text,
  external_key text,
  by_id uuid references person (id),
  at timestamptz not null,
  constraint receivable_entry_external_whole check ((source is null) = (external_key is null))
);
create index receivable_entry_of on receivable_entry (receivable_id, booked_on);
create unique index receivable_entry_external on receivable_entry (source, external_key) where external_key is not null;
create trigger receivable_entry_append_only before update or delete on receivable_entry for each row execute function reject_change();

-- Which letter (到货函、催款函、逾期通知函) went out when.
create table receivable_letter (
  id bigint generated always as identity primary key,
  receivable_id uuid not null references receivable (id),
  letter text not null check (letter in ('arrival', 'reminder', 'notice')),
  sent_on date not null,
  by_id uuid references person (id),
  at timestamptz not null,
  unique (receivable_id, letter, sent_on)
);
create trigger receivable_letter_append_only before update or delete on receivable_letter for each row execute function reject_change();

-- On what the bonus is, from which day on. The rate is in per cent.
create table bonus_rule (
  valid_from date primary key,
  base text not null check (base in ('profit', 'revenue')),
  rate_percent numeric(6, 3) not null check (rate_percent between 0 and 100),
  set_by uuid references person (id),
  set_at timestamptz not null
);

-- A file that came in: first looked at, then taken. Its rows are dropped once it is.
create table deal_import (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id),
  kind text not null check (kind in ('deals', 'invoices', 'payments')),
  source text not null check (length(btrim(source)) between 1 and 40),
  file_name text not null,
  encoding text not null check (encoding in ('utf-8', 'gbk', 'utf-16le', 'xlsx')),
  header jsonb not null check (jsonb_typeof(header) = 'array'),
  lines jsonb check (jsonb_typeof(lines) = 'array'),
  mapping jsonb,
  counts jsonb,
  created_at timestamptz not null,
  taken_at timestamptz,
  constraint deal_import_taken_drops_lines check (taken_at is null or lines is null)
);
create index deal_import_person on deal_import (person_id, created_at desc);

-- Which column was what, for the next file with the same header.
create table deal_import_mapping (
  person_id uuid not null references person (id) on delete cascade,
  kind text not null check (kind in ('deals', 'invoices', 'payments')),
  header_hash text not null,
  source text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (person_id, kind, header_hash)
);

-- Personal tokens of the JSON API. The token itself is shown once and not kept.
create table api_token (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 60),
  token_hash text not null unique,
  -- Its first characters, so that people can tell which one a program uses.
  hint text not null,
  scopes text[] not null check (cardinality(scopes) >= 1 and scopes <@ array['deals:read', 'deals:write']),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_person on api_token (person_id, created_at desc);
