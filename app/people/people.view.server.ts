import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Role } from "./actor";
import { BY_NAME } from "./by-name.server";

/** How many people a page of the list shows. */
export const PEOPLE_PAGE_SIZE = 50;

export interface PersonListItem {
  id: string;
  name: string;
  nameLatin: string | null;
  email: string;
  title: string | null;
  state: "invited" | "active" | "suspended";
  teamZh: string | null;
  teamEn: string | null;
  roles: Role[];
}

/** The people of the company, by name; `search` looks in names and addresses. */
export async function listPeople(db: Kysely<DB>, input: { search: string; role: Role | null; page: number }): Promise<{ rows: PersonListItem[]; total: number }> {
  const pattern = `%${input.search.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const matching = db
    .selectFrom("person as p")
    .$if(input.search.trim() !== "", (query) => query.where((eb) => eb.or([eb("p.name", "ilike", pattern), eb("p.name_latin", "ilike", pattern), eb("p.email", "ilike", pattern)])))
    .$if(input.role !== null, (query) => query.where((eb) => eb.exists(eb.selectFrom("role_grant as g").select("g.id").whereRef("g.person_id", "=", "p.id").where("g.role", "=", input.role!).where("g.revoked_at", "is", null))));
  const [rows, count] = await Promise.all([
    matching
      .leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
      .leftJoin("team as t", "t.id", "m.team_id")
      .select(["p.id", "p.name", "p.name_latin as nameLatin", "p.email", "p.title", "p.state", "t.name_zh as teamZh", "t.name_en as teamEn"])
      .select(sql<Role[]>`coalesce((select array_agg(distinct g.role) from role_grant g where g.person_id = p.id and g.revoked_at is null), '{}')`.as("roles"))
      .orderBy(BY_NAME)
      .orderBy("p.id")
      .limit(PEOPLE_PAGE_SIZE)
      .offset((input.page - 1) * PEOPLE_PAGE_SIZE)
      .execute(),
    matching.select((eb) => eb.fn.countAll<string>().as("n")).executeTakeFirstOrThrow(),
  ]);
  return { rows, total: Number(count.n) };
}

/** One person with their roles and where they were when; undefined when there is none. */
export async function personPage(db: Kysely<DB>, personId: string) {
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "name_latin as nameLatin", "email", "title", "state", "locale", "created_at as createdAt"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (!person) return undefined;
  const [grants, memberships] = await Promise.all([
    db
      .selectFrom("role_grant as g")
      .leftJoin("team as t", "t.id", "g.team_id")
      .leftJoin("cohort as c", "c.id", "g.cohort_id")
      .select(["g.id", "g.role", "g.scope_kind as scope", "t.name_zh as teamZh", "t.name_en as teamEn", "c.name as cohort", "g.granted_at as grantedAt"])
      .where("g.person_id", "=", personId)
      .where("g.revoked_at", "is", null)
      .orderBy("g.granted_at")
      .execute(),
    db
      .selectFrom("team_membership as m")
      .innerJoin("team as t", "t.id", "m.team_id")
      .select(["m.id", "m.team_id as teamId", "t.name_zh as teamZh", "t.name_en as teamEn", "m.valid_from as from", "m.valid_to as to"])
      .where("m.person_id", "=", personId)
      .orderBy("m.valid_from", "desc")
      .execute(),
  ]);
  return { person, grants, memberships };
}

export interface TeamNode {
  id: string;
  parentId: string | null;
  kind: "company" | "region" | "team";
  nameZh: string;
  nameEn: string;
  /** 0 for the company. */
  depth: number;
  /** People in the team itself now. */
  people: number;
  managers: string[];
}

/** The open teams as a tree, parents before children. */
export async function teamTree(db: Kysely<DB>): Promise<TeamNode[]> {
  const { rows } = await sql<TeamNode>`
    with recursive tree as (
      select id, parent_id, kind, name_zh, name_en, 0 as depth, array[name_en || id::text] as path from team where parent_id is null and closed_at is null
      union all
      select t.id, t.parent_id, t.kind, t.name_zh, t.name_en, tree.depth + 1, tree.path || (t.name_en || t.id::text) from team t join tree on t.parent_id = tree.id where t.closed_at is null
    )
    select tree.id, tree.parent_id as "parentId", tree.kind, tree.name_zh as "nameZh", tree.name_en as "nameEn", tree.depth,
      (select count(*)::int from team_membership m where m.team_id = tree.id and m.valid_to is null) as people,
      coalesce((select array_agg(p.name order by p.name) from role_grant g join person p on p.id = g.person_id where g.team_id = tree.id and g.role = 'manager' and g.revoked_at is null), '{}') as managers
    from tree order by tree.path`.execute(db);
  return rows;
}
