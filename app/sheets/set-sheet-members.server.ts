import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { announceSheet } from "./write-sheet.server";

export interface Member {
  personId: string;
  may: "edit" | "comment" | "read";
}

/**
 * Says who may open a sheet from `now` on, and what they may do there; whoever is not named may not any more. What they did
 * stays theirs. Whoever has the sheet open learns of it at once.
 */
export async function setSheetMembers(trx: Transaction<DB>, { sheetId, members, now }: { sheetId: string; members: readonly Member[]; now: Date }): Promise<void> {
  const current = await trx.selectFrom("sheet_member").select(["id", "person_id", "may"]).where("sheet_id", "=", sheetId).where("valid_to", "is", null).forUpdate().execute();
  const wanted = new Map(members.map(({ personId, may }) => [personId, may]));
  const over = current.filter(({ person_id, may }) => wanted.get(person_id) !== may);
  const known = new Set(current.filter((member) => !over.includes(member)).map(({ person_id }) => person_id));
  const added = [...wanted].filter(([personId]) => !known.has(personId));
  if (over.length > 0) await trx.updateTable("sheet_member").set({ valid_to: now }).where("id", "in", over.map(({ id }) => id)).execute();
  if (added.length > 0) await trx.insertInto("sheet_member").values(added.map(([person_id, may]) => ({ sheet_id: sheetId, person_id, may, valid_from: now }))).execute();
  if (over.length + added.length > 0) await announceSheet(trx, sheetId, { kind: "rights" });
}

/** Says whose team's leaders may look into a sheet from now on: the room that holds it knows. */
export async function setSheetTeam(trx: Transaction<DB>, { sheetId, teamId }: { sheetId: string; teamId: string | null }): Promise<void> {
  await trx.updateTable("sheet").set({ team_id: teamId }).where("id", "=", sheetId).execute();
  await announceSheet(trx, sheetId, { kind: "rights" });
}
