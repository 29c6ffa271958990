import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { ApplicationAct, ApplicationState, QualityLevel } from "./application";
import { applications, toApplication } from "./rows.server";

/** One thing that happened to an application. */
export interface ShownAct {
  kind: ApplicationAct;
  by: string;
  level: QualityLevel | null;
  remark: string | null;
  at: Date;
}

/** An application as lists show it. */
export interface ShownApplication {
  id: string;
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
  personId: string;
  personName: string;
  personLatin: string | null;
  dealId: string;
  dealTitle: string;
  accountName: string;
  sheetKey: string;
  tool: Bilingual;
  sheetId: string | null;
  versionBefore: number | null;
  versionAfter: number | null;
  /** Cells of the deal's sheet that were written in between the two versions. */
  cellsChanged: number;
  note: string | null;
  usedOn: string;
  loggedAt: Date;
  state: ApplicationState;
  level: QualityLevel | null;
  round: number;
  dueAt: Date | null;
  /** The deadline is past. */
  late: boolean;
  version: number;
  /** The newest remark of the manager's on it. */
  remark: { by: string; text: string; at: Date } | null;
}

type Rows = ReturnType<typeof applications>;

/** Applications with their names; `narrow` says whose. Those taken back are left out. */
export async function applicationList(db: Kysely<DB>, narrow: (query: Rows) => Rows, now: Date): Promise<ShownApplication[]> {
  const rows = await narrow(applications(db))
    .innerJoin("person as p", "p.id", "a.person_id")
    .innerJoin("deal as d", "d.id", "a.deal_id")
    .innerJoin("account as c", "c.id", "d.account_id")
    .leftJoin("sheet_kind as k", "k.key", "a.sheet_key")
    .leftJoin("sheet_definition as f", "f.hash", "k.current_hash")
    .select(["p.name as personName", "p.name_latin as personLatin", "d.title as dealTitle", "c.name as accountName", sql<Bilingual | null>`f.body -> 'title'`.as("tool")])
    .select(sql<number>`(select count(distinct x.address)::int from sheet_change x where x.sheet_id = a.sheet_id and x.version > a.version_before and x.version <= a.version_after and x.address !~ '^[^/]+/[^/]+$')`.as("cellsChanged"))
    .where("a.state", "!=", "removed")
    .execute();
  const remarks = await remarksOf(db, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...toApplication(row), tool: row.tool ?? { zh: row.sheetKey, en: row.sheetKey }, late: row.dueAt !== null && row.dueAt <= now, remark: remarks.get(row.id) ?? null }));
}

async function remarksOf(db: Kysely<DB>, ids: readonly string[]): Promise<Map<string, { by: string; text: string; at: Date }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("field_application_event as v")
    .innerJoin("person as p", "p.id", "v.actor_id")
    .select(["v.application_id as id", "p.name as by", "v.remark as text", "v.at"])
    .distinctOn("v.application_id")
    .where("v.application_id", "in", [...ids])
    .where("v.kind", "in", ["confirmed", "returned", "withdrawn"])
    .where("v.remark", "is not", null)
    .orderBy("v.application_id")
    .orderBy("v.id", "desc")
    .execute();
  return new Map(rows.map(({ id, text, ...row }) => [id, { ...row, text: text ?? "" }]));
}

/** Everything that happened to an application, the first first. */
export async function actsOf(db: Kysely<DB>, applicationId: string): Promise<ShownAct[]> {
  const rows = await db
    .selectFrom("field_application_event as v")
    .innerJoin("person as p", "p.id", "v.actor_id")
    .select(["v.kind", "p.name as by", "v.level", "v.remark", "v.at"])
    .where("v.application_id", "=", applicationId)
    .orderBy("v.id")
    .execute();
  return rows.map(toApplication);
}
