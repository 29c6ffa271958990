-- What sums over many roads need, kept beside the version by the same writer as the cells: with 480,000 cells a manager's
-- first page would otherwise read them all.
alter table road
  -- The first step that is neither passed nor waived; null when the road is complete, or has no step.
  add column camp text,
  add column camp_waiting_for text,
  add column camp_due_at timestamptz,
  -- The earliest deadline of any unfinished step, and how many steps wait for the manager.
  add column next_due_at timestamptz,
  add column manager_waiting int not null default 0 check (manager_waiting >= 0),
  add constraint road_camp check (camp in ('preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking')),
  add constraint road_camp_waiting_for check (camp_waiting_for in ('learner', 'instructor', 'examiner', 'manager', 'calendar')),
  add constraint road_camp_whole check ((camp is null) = (camp_waiting_for is null) and (camp is not null or camp_due_at is null)),
  add constraint road_complete_has_no_camp check (completed_at is null or camp is null);

update road r set (camp, camp_waiting_for, camp_due_at, next_due_at, manager_waiting) = (
  select (array_agg(p.step order by at.position) filter (where p.waiting_for is not null))[1],
    (array_agg(p.waiting_for order by at.position) filter (where p.waiting_for is not null))[1],
    (array_agg(p.due_at order by at.position) filter (where p.waiting_for is not null))[1],
    min(p.due_at) filter (where p.waiting_for is not null),
    count(*) filter (where p.waiting_for = 'manager')
  from progress p
  join unnest(array['preview', 'quiz', 'lecture', 'group-work', 'role-play', 'homework', 'defense', 'field-tracking']) with ordinality as at(step, position) on at.step = p.step
  where p.enrolment_id = r.enrolment_id and p.chapter_slug = r.chapter_slug
);
