import { sql, type Transaction } from "kysely";
import { createCohort, enrolLearners } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { copyRoads } from "./scale-roads";

/** As many people as a benchmark needs, and what they are to have done. */
export interface Scale {
  /** Names the company's branch; two scales of one database must differ. */
  name: string;
  learners: number;
  chapterSlugs: readonly string[];
  /** Who opens the cohort. */
  lead: Actor;
  now: Date;
  /** What every learner has done, done once by the real use cases for the first of them and copied to all others. */
  walk?: (trx: Transaction<DB>, model: ScaleLearner) => Promise<void>;
}

export interface ScaleLearner {
  personId: string;
  enrolmentId: string;
}

export interface SeededScale {
  cohortId: string;
  /** In the order of their numbers. */
  learners: ScaleLearner[];
}

const TEAM_SIZE = 25;
const PER_STATEMENT = 1_000;
const DAY_MS = 86_400_000;

/**
 * A region of numbered salespeople in teams of 25, all in one running cohort that holds no date back. The same input gives
 * the same people (ids included), so runs compare. Nobody can sign in with a password.
 */
export async function seedScale(trx: Transaction<DB>, scale: Scale): Promise<SeededScale> {
  const regionId = await addPeople(trx, scale);
  const cohortId = await openCohort(trx, scale, regionId);
  const emails = Array.from({ length: scale.learners }, (_, at) => emailOf(scale, at + 1));
  for (let from = 0; from < emails.length; from += PER_STATEMENT) {
    await enrolLearners(trx, scale.lead.id, cohortId, { by: "email", emails: emails.slice(from, from + PER_STATEMENT) }, scale.now);
  }
  const learners = await trx
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["p.id as personId", "e.id as enrolmentId"])
    .where("e.cohort_id", "=", cohortId)
    .orderBy("p.email")
    .execute();
  const [model, ...others] = learners;
  if (model && scale.walk) {
    await scale.walk(trx, model);
    await copyRoads(trx, model.enrolmentId, others.map((learner) => learner.enrolmentId));
  }
  return { cohortId, learners };
}

const emailOf = ({ name }: Scale, number: number): string => `${name}-${String(number).padStart(6, "0")}@scale.test`;

/** The region, its teams, and their people; answers the region's id. */
async function addPeople(trx: Transaction<DB>, scale: Scale): Promise<string> {
  const root = await trx.selectFrom("team").select("id").where("kind", "=", "company").executeTakeFirstOrThrow();
  const region = await trx.insertInto("team").values({ parent_id: root.id, kind: "region", name_zh: scale.name, name_en: scale.name, closed_at: null }).returning("id").executeTakeFirstOrThrow();
  const { name, learners, lead } = scale;
  const joined = new Date(scale.now.getTime() - 400 * DAY_MS);
  await sql`
    with number as (select n from generate_series(1, ${learners}::int) n),
    teams as (
      insert into team (id, parent_id, kind, name_zh, name_en)
      select md5(${name} || ' team ' || t)::uuid, ${region.id}, 'team', ${name} || ' 第' || (t + 1) || '组', ${name} || ' team ' || (t + 1)
      from generate_series(0, (${learners}::int - 1) / ${TEAM_SIZE}::int) t
    ), people as (
      insert into person (id, email, name, name_latin, title, password_hash, state, created_at)
      select md5(${name} || ' ' || n)::uuid, ${name} || '-' || lpad(n::text, 6, '0') || '@scale.test',
        substr('林王李张刘陈杨赵黄周吴徐孙胡朱高', 1 + n % 16, 1) || substr('明华丽强敏静磊洋艳勇娟涛', 1 + n / 16 % 12, 1) || n,
        'Learner ' || n, '销售工程师', 'no password fits', 'active', ${joined}
      from number
    ), members as (
      insert into team_membership (person_id, team_id, valid_from)
      select md5(${name} || ' ' || n)::uuid, md5(${name} || ' team ' || (n - 1) / ${TEAM_SIZE}::int)::uuid, ${joined} from number
    )
    insert into role_grant (person_id, role, scope_kind, granted_by, granted_at)
    select md5(${name} || ' ' || n)::uuid, 'learner', 'company', ${lead.id}, ${joined} from number`.execute(trx);
  return region.id;
}

/** A cohort that began a month ago, without openings or deadlines. */
async function openCohort(trx: Transaction<DB>, { name, lead, chapterSlugs, now }: Scale, teamId: string): Promise<string> {
  const created = await createCohort(trx, lead, {
    name,
    teamId,
    timeZone: "Asia/Shanghai",
    startsOn: isoDay(new Date(now.getTime() - 30 * DAY_MS), "UTC"),
    endsOn: isoDay(new Date(now.getTime() + 60 * DAY_MS), "UTC"),
    chapterSlugs: [...chapterSlugs],
  });
  if (!created.ok) throw new Error(`the cohort was refused: ${created.error.code}`);
  const { cohortId } = created.value;
  await trx.updateTable("cohort_step").set({ opens_at: null, due_at: null }).where("cohort_id", "=", cohortId).execute();
  await trx.updateTable("cohort").set({ state: "open" }).where("id", "=", cohortId).execute();
  return cohortId;
}
