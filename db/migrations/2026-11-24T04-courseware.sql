-- Chapters from content/: compiled modules, immutable versions, the text for search, the glossary.
-- (pg_trgm comes with the first migration; repeated here because search stands on it.)
create extension if not exists pg_trgm;

-- A compiled MDX file. Content and compiler decide the input hash; the code hash is its public name.
create table mdx_module (
  input_hash text primary key,
  code_hash text not null unique check (code_hash ~ '^[A-Za-z0-9_-]{20,}$'),
  code text not null,
  toc jsonb not null,
  uses jsonb not null,
  plain_text text not null,
  compiler_version text not null,
  compiled_at timestamptz not null default now()
);

-- The blocks of a module in reading order: paragraphs, headings, list items; what search and comparison look at.
create table mdx_block (
  code_hash text not null references mdx_module (code_hash) on delete cascade,
  position int not null check (position >= 0),
  kind text not null check (kind in ('heading', 'text', 'activity')),
  anchor text not null,
  heading text,
  body text not null,
  folded text not null,
  digest text not null,
  primary key (code_hash, position)
);
create index mdx_block_folded on mdx_block using gin (folded gin_trgm_ops);

create table chapter (
  slug text primary key check (slug ~ '^[0-9]{2}-[a-z0-9-]+$'),
  number int not null check (number between 1 and 99),
  status text not null check (status in ('published', 'outline')),
  title jsonb not null,
  summary jsonb not null,
  definition jsonb not null,
  current_version text,
  source_hash text not null,
  updated_at timestamptz not null default now()
);

-- What learners' progress and papers are pinned to: never changed once written.
create table chapter_version (
  hash text primary key,
  slug text not null references chapter (slug),
  ordinal int not null check (ordinal >= 1),
  definition jsonb not null,
  changed_sections jsonb not null default '[]',
  published_at timestamptz not null,
  unique (slug, ordinal),
  unique (slug, hash)
);
alter table chapter add constraint chapter_current_version foreign key (slug, current_version)
  references chapter_version (slug, hash) deferrable initially deferred;

create table section_version (
  chapter_version text not null references chapter_version (hash),
  section_id text not null,
  locale text not null check (locale in ('zh', 'en')),
  position int not null check (position >= 0),
  title text not null,
  folded_title text not null,
  minutes int not null check (minutes > 0),
  required boolean not null,
  content_hash text not null,
  -- Moves on when a newer compiler makes new code of the same content.
  code_hash text not null references mdx_module (code_hash),
  primary key (chapter_version, section_id, locale)
);
create index section_version_code on section_version (code_hash);
create index section_version_title on section_version using gin (folded_title gin_trgm_ops);

-- Slides of the lecture, compiled like sections.
create table slide_deck_version (
  chapter_version text not null references chapter_version (hash),
  locale text not null check (locale in ('zh', 'en')),
  slides jsonb not null,
  content_hash text not null,
  code_hash text not null references mdx_module (code_hash),
  primary key (chapter_version, locale)
);
create index slide_deck_version_code on slide_deck_version (code_hash);

-- A question inside the text, as it was when it was answered.
create table checkin_version (
  hash text primary key,
  slug text not null references chapter (slug),
  checkin_id text not null,
  kind text not null check (kind in ('single', 'multiple', 'true-false', 'ordering')),
  definition jsonb not null,
  published_at timestamptz not null
);
create index checkin_version_id on checkin_version (slug, checkin_id);

create table section_checkin (
  chapter_version text not null references chapter_version (hash),
  section_id text not null,
  checkin_id text not null,
  position int not null check (position >= 0),
  checkin_hash text not null references checkin_version (hash),
  primary key (chapter_version, checkin_id)
);
create index section_checkin_section on section_checkin (chapter_version, section_id);

create table glossary_term (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  zh text not null,
  en text not null,
  pinyin text not null,
  definition jsonb not null,
  chapters text[] not null default '{}',
  folded text not null,
  updated_at timestamptz not null default now()
);
create index glossary_term_folded on glossary_term using gin (folded gin_trgm_ops);

-- Hashes of content that is not a chapter (glossary), so that an unchanged start does nothing.
create table content_source (
  name text primary key,
  source_hash text not null,
  updated_at timestamptz not null default now()
);

create trigger chapter_version_append_only before update or delete on chapter_version for each row execute function reject_change();
create trigger checkin_version_append_only before update or delete on checkin_version for each row execute function reject_change();
create trigger section_checkin_append_only before update or delete on section_checkin for each row execute function reject_change();

-- Of a published section only the compiled form may be replaced.
create function reject_content_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'code_hash' = to_jsonb(old) - 'code_hash' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger section_version_content before update or delete on section_version for each row execute function reject_content_change();
create trigger slide_deck_version_content before update or delete on slide_deck_version for each row execute function reject_content_change();
