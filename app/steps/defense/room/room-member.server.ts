import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { findDefense, viewerOf } from "./rows.server";

/** Whether somebody sits in a room, with the candidate whose it is; null for everybody else. For routes that bring things of other rooms to the table. */
export async function roomMember(db: Kysely<DB>, actor: Actor, slotId: string): Promise<{ candidateId: string; cohortId: string; enrolmentId: string } | null> {
  const row = await findDefense(db, slotId);
  if (!row || viewerOf(actor, row).kind !== "panel") return null;
  const { candidateId, cohortId, enrolmentId } = row;
  return { candidateId, cohortId, enrolmentId };
}
