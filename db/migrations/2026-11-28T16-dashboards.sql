-- What executives see: tallies per team, kept up by a queue of what to count again; what was decided about a gap; figures of
-- past days; saved filters. CHECKs mirror app/dashboards/*.ts.

-- What must be counted again: a team, or whichever team this person is in when it is counted. Written in the transaction that changes
-- something, read by one counter at a time (count-again.server.ts). No keys and no references: writers never wait for one another.
create table tally_queue (
  id bigint generated always as identity primary key,
  person_id uuid,
  team_id uuid,
  at timestamptz not null default now(),
  constraint tally_queue_one check (num_nonnulls(person_id, team_id) = 1)
);

-- The people of a team who learn (active, with the role), and of those the certified: who passed at least one defense.
create table team_tally (
  team_id uuid primary key references team (id),
  people int not null check (people >= 0),
  certified int not null check (certified between 0 and people)
);

-- Where they stand in each competency of which there is any evidence. Who is in none of the three has no evidence worth a figure.
create table capability_tally (
  team_id uuid not null references team (id),
  competency text not null,
  ready int not null check (ready >= 0),
  not_ready int not null check (not_ready >= 0),
  -- There is a figure, and its interval lies across the line.
  unsure int not null check (unsure >= 0),
  primary key (team_id, competency)
);

-- The roads of a team's people in a cohort, step by step. Days are counted from the step's turn (what lies before is done, its date has come).
create table road_tally (
  team_id uuid not null references team (id),
  cohort_id uuid not null references cohort (id),
  chapter_slug text not null,
  step text not null check (step in ('preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking')),
  -- Roads that have the step; whose turn came; who is through; who has failed and not yet passed.
  roads int not null check (roads >= 0),
  reached int not null check (reached between 0 and roads),
  done int not null check (done between 0 and reached),
  failed int not null check (failed >= 0),
  -- Of those through by this step's own evidence or a waiver: seconds from its turn to the end, summed.
  done_seconds bigint not null check (done_seconds >= 0),
  -- Roads that stand here now, by whom they wait for, and the sum of the moments since when (epoch seconds).
  open int not null check (open between 0 and reached),
  open_since bigint not null,
  wait_learner int not null,
  wait_instructor int not null,
  wait_examiner int not null,
  wait_manager int not null,
  primary key (team_id, cohort_id, chapter_slug, step),
  constraint road_tally_waiting check (wait_learner + wait_instructor + wait_examiner + wait_manager = open)
);
create index road_tally_cohort on road_tally (cohort_id);

-- By which rule people were last called ready (ready.ts); another rule counts everybody again.
create table tally_rule (
  singular boolean primary key default true check (singular),
  rule text not null
);

create function tally_estimates() returns trigger language plpgsql as $$
begin
  insert into tally_queue (person_id) select distinct person_id from changed;
  return null;
end $$;
create trigger tally_estimate_new after insert on capability_estimate referencing new table as changed for each statement execute function tally_estimates();
create trigger tally_estimate_gone after delete on capability_estimate referencing old table as changed for each statement execute function tally_estimates();

create function tally_estimates_changed() returns trigger language plpgsql as $$
begin
  insert into tally_queue (person_id)
  select distinct a.person_id from after_change a join before_change b using (person_id, competency)
  where (a.state, a.low, a.high) is distinct from (b.state, b.low, b.high);
  return null;
end $$;
create trigger tally_estimate_changed after update on capability_estimate referencing old table as before_change new table as after_change for each statement execute function tally_estimates_changed();

create function tally_progress() returns trigger language plpgsql as $$
begin
  insert into tally_queue (person_id) select distinct e.person_id from (select distinct enrolment_id from changed) c join enrolment e on e.id = c.enrolment_id;
  return null;
end $$;
create trigger tally_progress_new after insert on progress referencing new table as changed for each statement execute function tally_progress();
create trigger tally_progress_changed after update on progress referencing new table as changed for each statement execute function tally_progress();

create function tally_person() returns trigger language plpgsql as $$
begin
  insert into tally_queue (person_id) values (new.person_id);
  return null;
end $$;
create trigger tally_enrolment after insert or update of left_at on enrolment for each row execute function tally_person();
create trigger tally_role after insert or update of revoked_at on role_grant for each row when (new.role = 'learner') execute function tally_person();

create function tally_person_state() returns trigger language plpgsql as $$
begin
  insert into tally_queue (person_id) values (new.id);
  return null;
end $$;
create trigger tally_person_state after update of state on person for each row when (old.state is distinct from new.state) execute function tally_person_state();

-- Who moves leaves one team and joins another: both are counted again, by name.
create function tally_membership() returns trigger language plpgsql as $$
begin
  insert into tally_queue (team_id) select distinct team_id from (select (old).team_id union select (new).team_id) t where team_id is not null;
  return null;
end $$;
create trigger tally_membership after insert or update or delete on team_membership for each row execute function tally_membership();

-- Who is to close a gap, how, by when. The newest row holds; the others are its history.
create table gap_decision (
  id bigint generated always as identity primary key,
  team_id uuid not null references team (id),
  competency text not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  owner_id uuid references person (id),
  next_action text check (length(btrim(next_action)) between 1 and 300),
  due_on date,
  remark text check (length(btrim(remark)) between 1 and 600),
  -- How it stood when this was decided.
  people int not null check (people >= 0),
  ready int not null check (ready >= 0),
  not_ready int not null check (not_ready >= 0),
  decided_by uuid not null references person (id),
  decided_at timestamptz not null,
  constraint gap_decision_open_whole check (state <> 'open' or (owner_id is not null and next_action is not null and due_on is not null))
);
create index gap_decision_newest on gap_decision (team_id, competency, id desc);
create trigger gap_decision_append_only before update or delete on gap_decision for each row execute function reject_change();

-- The figures of a day. `rebuilt`: worked out afterwards from the ledgers as they were recorded by then.
create table dashboard_snapshot (
  day date primary key,
  taken_at timestamptz not null,
  how text not null check (how in ('taken', 'rebuilt')),
  rule text not null
);
create table snapshot_team (
  day date not null references dashboard_snapshot (day),
  team_id uuid not null references team (id),
  parent_id uuid,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  people int not null,
  certified int not null,
  -- Certified with a tool sheet on an open deal within 30 days; observed by a manager within 30 days.
  with_sheet int not null,
  coached int not null,
  primary key (day, team_id)
);
create table snapshot_capability (
  day date not null references dashboard_snapshot (day),
  team_id uuid not null references team (id),
  competency text not null,
  ready int not null,
  not_ready int not null,
  unsure int not null,
  primary key (day, team_id, competency)
);
create table snapshot_road (
  day date not null references dashboard_snapshot (day),
  team_id uuid not null references team (id),
  cohort_id uuid not null references cohort (id),
  step text not null,
  roads int not null,
  reached int not null,
  done int not null,
  failed int not null,
  done_seconds bigint not null,
  open int not null,
  open_since bigint not null,
  wait_learner int not null,
  wait_instructor int not null,
  wait_examiner int not null,
  wait_manager int not null,
  primary key (day, team_id, cohort_id, step)
);
create table snapshot_effect (
  day date not null references dashboard_snapshot (day),
  -- The subtree that was compared.
  team_id uuid not null references team (id),
  metric text not null check (metric in ('stage-conversion', 'cycle-time', 'win-rate', 'receivable-days')),
  answer jsonb not null,
  primary key (day, team_id, metric)
);
create trigger dashboard_snapshot_append_only before update or delete on dashboard_snapshot for each row execute function reject_change();
create trigger snapshot_team_append_only before update or delete on snapshot_team for each row execute function reject_change();
create trigger snapshot_capability_append_only before update or delete on snapshot_capability for each row execute function reject_change();
create trigger snapshot_road_append_only before update or delete on snapshot_road for each row execute function reject_change();
create trigger snapshot_effect_append_only before update or delete on snapshot_effect for each row execute function reject_change();

-- Filters somebody gave a name.
create table dashboard_filter (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 60),
  page text not null check (page in ('first', 'heat', 'road', 'compare', 'effect')),
  query text not null check (length(query) <= 1000),
  created_at timestamptz not null,
  unique (person_id, name)
);

-- Everything that is there already.
insert into tally_queue (team_id) select id from team;
