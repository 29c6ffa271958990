import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Actor } from "~/people";
import { chainOf } from "./escalation";
import { peopleAbove } from "./people-above.server";
import { coachedBy } from "./rows.server";
import { allTools } from "./tools.server";

interface Name {
  name: string;
  nameLatin: string | null;
}

/** A use of a tool that the manager has not answered in time. */
export interface LyingUse {
  applicationId: string;
  /** Who must answer: the managers of the nearest team that has any; none where there are none. */
  managers: (Name & { id: string })[];
  learner: Name;
  team: Bilingual;
  dealTitle: string;
  tool: Bilingual;
  dueAt: Date;
  /** When the managers were reminded, and when those above were told; null: not yet. */
  remindedAt: Date | null;
  escalatedAt: Date | null;
}

/** Uses of the people in these teams that wait past their deadline, the longest first. Rights to the teams are the caller's matter. */
export async function lyingUses(db: Kysely<DB>, teamIds: readonly string[], now: Date): Promise<LyingUse[]> {
  if (teamIds.length === 0) return [];
  const told = (stage: "reminder" | "escalation") => sql<Date | null>`(select min(s.at) from field_escalation s where s.application_id = a.id and s.round = a.round and s.stage = ${stage})`;
  const rows = await db
    .selectFrom("field_application as a")
    .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
    .innerJoin("person as p", "p.id", "a.person_id")
    .innerJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "a.person_id").on("m.valid_to", "is", null))
    .innerJoin("team as t", "t.id", "m.team_id")
    .innerJoin("deal as d", "d.id", "a.deal_id")
    .select(["a.id as applicationId", "a.person_id as personId", "p.name", "p.name_latin as nameLatin", "d.title as dealTitle", "a.sheet_key as sheetKey", "a.due_at as dueAt"])
    .select([sql<Bilingual>`jsonb_build_object('zh', t.name_zh, 'en', t.name_en)`.as("team"), told("reminder").as("remindedAt"), told("escalation").as("escalatedAt")])
    .where(sql<boolean>`m.team_id = any(${[...teamIds]}::uuid[])`)
    .where("a.state", "=", "waiting")
    .where("a.due_at", "<=", now)
    .where("e.left_at", "is", null)
    .orderBy("a.due_at")
    .orderBy("a.id")
    .execute();
  const [above, tools] = await Promise.all([peopleAbove(db, [...new Set(rows.map(({ personId }) => personId))]), rows.length === 0 ? new Map() : allTools(db)]);
  const chains = rows.map(({ personId }) => chainOf(above.get(personId) ?? [], personId).managers);
  const ids = [...new Set(chains.flat())];
  const people = new Map(ids.length === 0 ? [] : (await db.selectFrom("person").select(["id", "name", "name_latin as nameLatin"]).where("id", "in", ids).execute()).map((person) => [person.id, person]));
  return rows.flatMap(({ personId: _personId, sheetKey, name, nameLatin, dueAt, ...row }, at) =>
    dueAt === null ? [] : [{ ...row, dueAt, learner: { name, nameLatin }, tool: tools.get(sheetKey)?.title ?? { zh: sheetKey, en: sheetKey }, managers: (chains[at] ?? []).flatMap((id) => people.get(id) ?? []) }],
  );
}

/** Which of these applications the actor may answer. */
export async function coachedAmong(db: Kysely<DB>, actor: Actor, applicationIds: readonly string[]): Promise<Set<string>> {
  if (applicationIds.length === 0) return new Set();
  const rows = await db.selectFrom("field_application as a").select("a.id").where("a.id", "in", [...applicationIds]).where(coachedBy(actor, "a.person_id")).execute();
  return new Set(rows.map(({ id }) => id));
}
