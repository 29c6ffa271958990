import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Step } from "~/pipeline";
import { type KnownPerson, managersOfTeams } from "./managers-of-teams.server";

/** Somebody that learners of a cohort wait for; the learners themselves and the calendar are in it too. */
export interface WaitedFor {
  party: "instructor" | "examiner" | "manager" | "learner" | "calendar";
  /** By name, where known. */
  people: KnownPerson[];
  count: number;
  /** The earliest deadline among them, or the date that the calendar comes to first. */
  oldest: Date | null;
  steps: { chapter: string; step: Step; count: number; oldest: Date | null }[];
}

interface Row {
  party: WaitedFor["party"];
  chapter: string;
  step: Step;
  teamId: string | null;
  count: number;
  oldest: Date | null;
}

const ORDER = ["instructor", "examiner", "manager", "learner", "calendar"] as const;

/** Who is waited for in these chapters of a cohort, by name, with how many steps and since when: people first, then the learners themselves and the calendar. */
export async function whoWaits(db: Kysely<DB>, cohortId: string, slugs: readonly string[], instructors: KnownPerson[], now: Date): Promise<WaitedFor[]> {
  const { rows } = await sql<Row>`
    select case when p.opens_at <= ${now} and p.state = 'locked' then 'learner' else p.waiting_for end as party, p.chapter_slug as chapter, p.step,
      case when p.waiting_for = 'manager' then m.team_id end as "teamId", count(*)::int as count, min(case when p.opens_at > ${now} then p.opens_at else p.due_at end) as oldest
    from enrolment e
    join progress p on p.enrolment_id = e.id and p.chapter_slug = any(${slugs}::text[])
    left join team_membership m on p.waiting_for = 'manager' and m.person_id = e.person_id and m.valid_to is null
    where e.cohort_id = ${cohortId} and e.left_at is null and p.waiting_for in ('instructor', 'examiner', 'manager', 'learner', 'calendar')
    group by 1, 2, 3, 4 order by 6`.execute(db);
  const managers = await managersOfTeams(db, [...new Set(rows.flatMap((row) => row.teamId ?? []))]);
  const groups = new Map<string, WaitedFor>();
  for (const row of rows) {
    const people = row.party === "instructor" ? instructors : row.teamId ? (managers.get(row.teamId) ?? []) : [];
    const key = `${row.party} ${people.map((person) => person.id).join(" ")}`;
    const group = groups.get(key) ?? { party: row.party, people, count: 0, oldest: null, steps: [] };
    const same = group.steps.find((line) => line.chapter === row.chapter && line.step === row.step);
    const steps = same ? group.steps.map((line) => (line === same ? { ...line, count: line.count + row.count } : line)) : [...group.steps, { chapter: row.chapter, step: row.step, count: row.count, oldest: row.oldest }];
    groups.set(key, { ...group, count: group.count + row.count, oldest: group.oldest ?? row.oldest, steps });
  }
  return [...groups.values()].sort((a, b) => ORDER.indexOf(a.party) - ORDER.indexOf(b.party));
}
