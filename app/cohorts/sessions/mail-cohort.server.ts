import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Logger } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";

export interface CohortMail {
  cohortId: string;
  template: Parameters<typeof queueMail>[1]["template"];
  /** In a learner's language. */
  write(learner: { name: string; locale: Locale }): { subject: string; body: string };
}

/** Writes to every learner of a cohort who can sign in; answers to how many. */
export async function mailCohort(trx: Transaction<DB>, { cohortId, template, write }: CohortMail, log: Logger): Promise<number> {
  const people = await trx
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["p.email", "p.name", "p.locale"])
    .where("e.cohort_id", "=", cohortId)
    .where("e.left_at", "is", null)
    .where("p.state", "=", "active")
    .orderBy("p.email")
    .execute();
  for (const { email, name, locale } of people) await queueMail(trx, { to: email, template, locale, ...write({ name, locale }) }, log);
  return people.length;
}
