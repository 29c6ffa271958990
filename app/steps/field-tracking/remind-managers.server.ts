import type { Transaction } from "kysely";
import { cohortGate } from "~/pipeline/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import type { Logger } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";
import { chainOf, lyingStage, type LyingStage } from "./escalation";
import { peopleAbove } from "./people-above.server";
import { allTools } from "./tools.server";

/** An application that waits too long, as a message names it. */
export interface LyingApplication {
  applicationId: string;
  learnerName: string;
  dealTitle: string;
  tool: Bilingual | null;
  dueAt: Date;
}

export interface Notice {
  stage: Exclude<LyingStage, "waiting">;
  to: { name: string; locale: Locale; timeZone: string };
  applications: LyingApplication[];
}

/** Says it in the reader's language; who starts the job has the texts. */
export type WriteNotice = (notice: Notice) => { subject: string; body: string };

/**
 * Looks for applications that a manager lets lie: at the deadline the managers are reminded, after as many days again those
 * above and the administrators are told. Each person hears of each sending of an application once, in one message for all of
 * them. Run as often as you like. Answers how many messages were written.
 */
export async function remindManagers(trx: Transaction<DB>, { now, write, log }: { now: Date; write: WriteNotice; log: Logger }): Promise<number> {
  const lying = await trx
    .selectFrom("field_application as a")
    .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
    .innerJoin("person as p", "p.id", "a.person_id")
    .innerJoin("deal as d", "d.id", "a.deal_id")
    .select(["a.id", "a.round", "a.due_at as dueAt", "a.person_id as personId", "a.chapter_slug as chapterSlug", "a.sheet_key as sheetKey", "e.cohort_id as cohortId", "p.name as learnerName", "d.title as dealTitle"])
    .where("a.state", "=", "waiting")
    .where("a.due_at", "<=", now)
    .where("e.left_at", "is", null)
    .orderBy("a.due_at")
    .orderBy("a.id")
    .execute();
  if (lying.length === 0) return 0;
  const [above, tools] = await Promise.all([peopleAbove(trx, [...new Set(lying.map(({ personId }) => personId))]), allTools(trx)]);
  const gates = new Map<string, number>();
  const rows: { application_id: string; round: number; stage: "reminder" | "escalation"; person_id: string; at: Date }[] = [];
  for (const { id, round, dueAt, personId, cohortId, chapterSlug } of lying) {
    if (dueAt === null) continue;
    const days = gates.get(`${cohortId} ${chapterSlug}`) ?? (await cohortGate(trx, cohortId, chapterSlug, "field-tracking")).reviewDays;
    gates.set(`${cohortId} ${chapterSlug}`, days);
    const chain = chainOf(above.get(personId) ?? [], personId);
    const stage = lyingStage(dueAt, days, now);
    // Without a manager there is nobody to remind: those above hear of it at the deadline.
    if (chain.managers.length > 0) rows.push(...chain.managers.map((person_id) => ({ application_id: id, round, stage: "reminder" as const, person_id, at: now })));
    if (stage === "escalation" || chain.managers.length === 0) rows.push(...chain.above.map((person_id) => ({ application_id: id, round, stage: "escalation" as const, person_id, at: now })));
  }
  if (rows.length === 0) return 0;
  const fresh = await trx.insertInto("field_escalation").values(rows).onConflict((conflict) => conflict.columns(["application_id", "round", "stage", "person_id"]).doNothing()).returning(["application_id", "stage", "person_id"]).execute();
  if (fresh.length === 0) return 0;
  const people = new Map((await trx.selectFrom("person").select(["id", "email", "name", "locale", "time_zone"]).where("id", "in", [...new Set(fresh.map((row) => row.person_id))]).execute()).map((person) => [person.id, person]));
  let sent = 0;
  for (const stage of ["reminder", "escalation"] as const) {
    for (const person of people.values()) {
      const own = new Set(fresh.filter((row) => row.stage === stage && row.person_id === person.id).map((row) => row.application_id));
      if (own.size === 0) continue;
      const applications = lying.filter(({ id }) => own.has(id)).map(({ id, learnerName, dealTitle, sheetKey, dueAt }) => ({ applicationId: id, learnerName, dealTitle, tool: tools.get(sheetKey)?.title ?? null, dueAt: dueAt ?? now }));
      await queueMail(trx, { to: person.email, template: "field", locale: person.locale, ...write({ stage, to: { name: person.name, locale: person.locale, timeZone: person.time_zone }, applications }) }, log);
      sent += 1;
    }
  }
  return sent;
}
