import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { type ApplicationRow, lockApplication, mayCoach } from "./rows.server";

/** An application of somebody whom the actor coaches, held until the transaction ends; undefined for any other. */
export async function coachedApplication(trx: Transaction<DB>, actor: Actor, applicationId: string): Promise<ApplicationRow | undefined> {
  const application = await lockApplication(trx, applicationId);
  if (!application || application.state === "removed") return undefined;
  return (await mayCoach(trx, actor, application.personId)) ? application : undefined;
}
