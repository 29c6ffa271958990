import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Logger } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";
import { findSession, type SessionKey } from "./rows.server";
import type { RolePlaySession } from "./session";

export type Occasion = "planned" | "changed" | "cancelled";

/** Says in a learner's language when and where the session is; the route has the texts. */
export type WriteInvitation = (learner: { name: string; locale: Locale }, session: RolePlaySession) => { subject: string; body: string };

/** Writes to every learner of the cohort about a session; answers to how many. */
export async function inviteLearners(trx: Transaction<DB>, key: SessionKey, write: WriteInvitation, log: Logger): Promise<number> {
  const session = await findSession(trx, key);
  if (!session) return 0;
  const people = await trx
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["p.email", "p.name", "p.locale"])
    .where("e.cohort_id", "=", key.cohortId)
    .where("e.left_at", "is", null)
    .where("p.state", "=", "active")
    .orderBy("p.email")
    .execute();
  for (const { email, name, locale } of people) await queueMail(trx, { to: email, template: "role-play", locale, ...write({ name, locale }, session) }, log);
  return people.length;
}
