import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Actor } from "./actor";
import { writeAudit } from "./audit.server";

export type TeamError = { code: "unknown-team" } | { code: "team-not-empty"; people: number; teams: number };

/** Adds a team below another: a region below the company, a team below a region or another team. */
export async function addTeam(trx: Transaction<DB>, actor: Actor, input: { parentId: string; nameZh: string; nameEn: string }): Promise<Result<{ teamId: string }, TeamError>> {
  const parent = await trx.selectFrom("team").select(["id", "kind"]).where("id", "=", input.parentId).where("closed_at", "is", null).executeTakeFirst();
  if (!parent) return fail({ code: "unknown-team" });
  const { id } = await trx
    .insertInto("team")
    .values({ parent_id: parent.id, kind: parent.kind === "company" ? "region" : "team", name_zh: input.nameZh, name_en: input.nameEn, closed_at: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeAudit(trx, { actorId: actor.id, action: "add-team", subject: { kind: "team", id }, details: { name: input.nameZh } });
  return ok({ teamId: id });
}

/** Renames a team in both languages. */
export async function renameTeam(trx: Transaction<DB>, actor: Actor, input: { teamId: string; nameZh: string; nameEn: string }): Promise<Result<undefined, TeamError>> {
  const renamed = await trx.updateTable("team").set({ name_zh: input.nameZh, name_en: input.nameEn }).where("id", "=", input.teamId).executeTakeFirst();
  if (renamed.numUpdatedRows === 0n) return fail({ code: "unknown-team" });
  await writeAudit(trx, { actorId: actor.id, action: "rename-team", subject: { kind: "team", id: input.teamId }, details: { name: input.nameZh } });
  return ok();
}

/** Closes a team that has nobody in it and no open team below; its history stays. */
export async function closeTeam(trx: Transaction<DB>, actor: Actor, input: { teamId: string; now: Date }): Promise<Result<undefined, TeamError>> {
  const team = await trx.selectFrom("team").select("id").where("id", "=", input.teamId).where("kind", "!=", "company").where("closed_at", "is", null).forUpdate().executeTakeFirst();
  if (!team) return fail({ code: "unknown-team" });
  const people = await trx.selectFrom("team_membership").select((eb) => eb.fn.countAll<string>().as("n")).where("team_id", "=", team.id).where("valid_to", "is", null).executeTakeFirstOrThrow();
  const teams = await trx.selectFrom("team").select((eb) => eb.fn.countAll<string>().as("n")).where("parent_id", "=", team.id).where("closed_at", "is", null).executeTakeFirstOrThrow();
  if (people.n !== "0" || teams.n !== "0") return fail({ code: "team-not-empty", people: Number(people.n), teams: Number(teams.n) });
  await trx.updateTable("team").set({ closed_at: input.now }).where("id", "=", team.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "close-team", subject: { kind: "team", id: team.id } });
  return ok();
}
