import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Actor } from "~/people";
import { sheetKinds } from "~/sheets/index.server";
import { visibleTo } from "./deal-right.server";

/** A class sheet or one of the person's own that may be copied to a deal. */
export interface SheetChoice {
  sheetId: string;
  title: string;
  kind: Bilingual;
  key: string;
  group: string | null;
  done: number;
  of: number;
  complete: boolean;
  problems: number;
  warnings: number;
  /** On this deal there is a copy of it already. */
  taken: boolean;
}

/** What may go to a deal: the person's sheets (those of their groups first), and kinds to begin empty. */
export async function sheetChoices(db: Kysely<DB>, actor: Pick<Actor, "id">, dealId: string): Promise<{ sheets: SheetChoice[]; kinds: { key: string; title: Bilingual; purpose: Bilingual }[] }> {
  const [sheets, kinds] = await Promise.all([
    db
      .selectFrom("sheet_member as m")
      .innerJoin("sheet as s", "s.id", "m.sheet_id")
      .innerJoin("sheet_definition as d", "d.hash", "s.definition_hash")
      .leftJoin("group_sheet as gs", "gs.sheet_id", "s.id")
      .leftJoin("cohort_group as g", "g.id", "gs.group_id")
      .select(["s.id as sheetId", "s.title", "s.definition_key as key", "g.name as group", "s.done_count as done", "s.of_count as of", "s.complete", "s.problem_count as problems", "s.warning_count as warnings"])
      .select([sql<Bilingual>`d.body->'title'`.as("kind"), sql<boolean>`exists (select from deal_sheet ds join sheet c on c.id = ds.sheet_id where ds.deal_id = ${dealId} and ds.removed_at is null and c.copied_from = s.id)`.as("taken")])
      .where("m.person_id", "=", actor.id)
      .where("m.valid_to", "is", null)
      .where((eb) => eb.not(eb.exists(eb.selectFrom("deal_sheet as own").select("own.sheet_id").whereRef("own.sheet_id", "=", "s.id").where("own.deal_id", "=", dealId))))
      .orderBy(sql`g.name is null`)
      .orderBy("s.changed_at", "desc")
      .limit(60)
      .execute(),
    sheetKinds(db),
  ]);
  return { sheets, kinds: kinds.map(({ key, definition }) => ({ key, title: definition.title, purpose: definition.purpose })) };
}

/** On which deal a sheet lies. */
export interface SheetOnDeal {
  dealId: string;
  dealTitle: string;
  accountName: string;
}

/** The deal of a sheet; undefined when it lies on none that the actor may see. */
export async function dealOfSheet(db: Kysely<DB>, actor: Actor, sheetId: string): Promise<SheetOnDeal | undefined> {
  return db
    .selectFrom("deal_sheet as ds")
    .innerJoin("deal as d", "d.id", "ds.deal_id")
    .innerJoin("account as a", "a.id", "d.account_id")
    .select(["d.id as dealId", "d.title as dealTitle", "a.name as accountName"])
    .where("ds.sheet_id", "=", sheetId)
    .where("ds.removed_at", "is", null)
    .where(visibleTo(actor, "d.owner_id"))
    .executeTakeFirst();
}
