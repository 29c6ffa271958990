-- Who was written to about a verdict, and about what: each once, however often it is tried. Mirrors app/steps/defense/room/verdict-letter.ts.
create table defense_letter (
  id bigint generated always as identity primary key,
  verdict_id bigint not null references defense_verdict (id),
  -- Of letters about a condition that was settled.
  settlement_id bigint references defense_settlement (id),
  kind text not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  constraint defense_letter_kind check (kind in ('verdict', 'condition', 'released', 'new-slot', 'reminder', 'overdue', 'settled')),
  constraint defense_letter_once unique nulls not distinct (verdict_id, settlement_id, kind, person_id)
);
create trigger defense_letter_append_only before update or delete on defense_letter for each row execute function reject_change();
-- The job that reminds looks for conditions by their day.
create index defense_verdict_due on defense_verdict (condition_due) where outcome = 'conditional';
