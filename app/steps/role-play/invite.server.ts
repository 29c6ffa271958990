import type { Transaction } from "kysely";
import { mailCohort } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Logger } from "~/platform/log.server";
import { findSession, type SessionKey } from "./rows.server";
import type { RolePlaySession } from "./session";

export type Occasion = "planned" | "changed" | "cancelled";

/** Says in a learner's language when and where the session is; the route has the texts. */
export type WriteInvitation = (learner: { name: string; locale: Locale }, session: RolePlaySession) => { subject: string; body: string };

/** Writes to every learner of the cohort about a session; answers to how many. */
export async function inviteLearners(trx: Transaction<DB>, key: SessionKey, write: WriteInvitation, log: Logger): Promise<number> {
  const session = await findSession(trx, key);
  if (!session) return 0;
  return mailCohort(trx, { cohortId: key.cohortId, template: "role-play", write: (learner) => write(learner, session) }, log);
}
