import type { Kysely } from "kysely";
import { personName } from "~/cohorts";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { findDefense } from "./rows.server";
import { latestVerdict } from "./scores.server";
import { type ShownHead, shownHead, type ShownVerdict, shownVerdict } from "./shown.server";

export interface ConditionPage {
  head: ShownHead;
  condition: { what: string; due: string };
  /** What the panel told the candidate. */
  redo: string | null;
  settlement: ShownVerdict["settlement"];
}

/** A condition for the person who is to settle it; null for everybody else. */
export async function conditionPage(db: Kysely<DB>, actor: { id: string }, { slotId, locale }: { slotId: string; locale: Locale }): Promise<ConditionPage | null> {
  const row = await findDefense(db, slotId);
  const verdict = row?.id && row.state === "signed" ? await latestVerdict(db, row.id) : null;
  if (!row || verdict?.condition?.checkerId !== actor.id) return null;
  const { condition, redo, settlement } = await shownVerdict(db, verdict, locale);
  return condition && { head: shownHead(row, locale), condition: { what: condition.what, due: condition.due }, redo, settlement };
}

export interface OpenCondition {
  slotId: string;
  candidate: string;
  what: string;
  due: string;
}

/** Conditions that wait for somebody's word, the most urgent first. */
export async function openConditions(db: Kysely<DB>, actor: { id: string }, locale: Locale): Promise<OpenCondition[]> {
  const rows = await db
    .selectFrom("defense_verdict as v")
    .innerJoin("defense as d", "d.id", "v.defense_id")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["s.id as slotId", "p.name", "p.name_latin as nameLatin", "v.condition_what as what", "v.condition_due as due"])
    .where("v.checker_id", "=", actor.id)
    .where("v.outcome", "=", "conditional")
    .where("d.state", "=", "signed")
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_settlement as t").select("t.id").whereRef("t.verdict_id", "=", "v.id"))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_verdict as newer").select("newer.id").whereRef("newer.defense_id", "=", "v.defense_id").whereRef("newer.id", ">", "v.id"))))
    .orderBy("v.condition_due")
    .execute();
  return rows.map(({ slotId, what, due, ...person }) => ({ slotId, candidate: personName(person, locale), what: what ?? "", due: due ?? "" }));
}
