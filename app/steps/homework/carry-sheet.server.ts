import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { fail, ok, type Result } from "~/platform/result";
import { createSheet, sheetsOfMember } from "~/sheets/index.server";
import { type BeginError, beginHomework } from "./begin-homework.server";
import { takes } from "./homework";
import type { HomeworkOf } from "./rows.server";

export type CarryError = BeginError | { code: "not-open" } | { code: "no-such-part" } | { code: "no-such-sheet" };

/**
 * Gives a part its sheet: a copy of one of the learner's sheets of that kind in this cohort (which stays as it is, and
 * is named as the source), or an empty one. It is the learner's own from then on. What the part had before is put aside.
 */
export async function carrySheet(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { part: string; from: string | null; title: string; locale: Locale; now: Date }): Promise<Result<{ sheetId: string }, CarryError>> {
  const { part, from, now } = input;
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  const homework = begun.value;
  if (!takes(homework.state, "write")) return fail({ code: "not-open" });
  const asked = homework.assignment.parts.find(({ id }) => id === part);
  if (asked?.kind !== "sheet") return fail({ code: "no-such-part" });
  const source = from === null ? null : (await sheetsOfMember(trx, { personId: actor.id, cohortId: homework.cohortId, key: asked.sheet })).find(({ id }) => id === from);
  if (source === undefined) return fail({ code: "no-such-sheet" });
  const created = await createSheet(trx, {
    key: asked.sheet,
    title: (source?.title ?? input.title).slice(0, 160),
    cohortId: homework.cohortId,
    teamId: null,
    locale: input.locale,
    members: [{ personId: actor.id, may: "edit" }],
    createdBy: actor.id,
    now,
    ...(source === null ? {} : { copyFrom: { sheetId: source.id } }),
  });
  if (!created.ok) return fail({ code: "no-such-sheet" });
  await trx.updateTable("homework_sheet").set({ replaced_at: now }).where("homework_id", "=", homework.id).where("part", "=", part).where("replaced_at", "is", null).execute();
  await trx.insertInto("homework_sheet").values({ homework_id: homework.id, part, sheet_id: created.value.sheetId, begun_at: now }).execute();
  return ok({ sheetId: created.value.sheetId });
}
