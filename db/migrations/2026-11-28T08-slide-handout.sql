-- Learners get the deck without what only the presenter is to read: a module of its own, filled in by the next publishing.
alter table slide_deck_version add column handout_code_hash text references mdx_module (code_hash);
create index slide_deck_version_handout on slide_deck_version (handout_code_hash);

create or replace function reject_content_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'code_hash' - 'handout_code_hash' = to_jsonb(old) - 'code_hash' - 'handout_code_hash' then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
