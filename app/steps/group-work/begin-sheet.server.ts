import type { Transaction } from "kysely";
import { groupOf, lockGroups, membersOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { fail, ok, type Result } from "~/platform/result";
import { createSheet } from "~/sheets/index.server";
import { announceGroupWork } from "./announce.server";
import { openGroupWork } from "./open-group-work.server";
import { pickedTools } from "./tools-of-chapter.server";

export type BeginSheetError = { code: "no-group" } | { code: "unknown-tool" } | { code: "not-now" } | /** Another member was faster. */ { code: "already-begun"; sheetId: string };

export interface OwnChapter {
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
}

/** A member begins the group's sheet by naming the customer that it is about; all members write in it. */
export async function beginGroupSheet(
  trx: Transaction<DB>,
  actor: { id: string },
  input: OwnChapter & { tool: string; customer: string; locale: Locale; now: Date },
): Promise<Result<{ groupSheetId: string; sheetId: string }, BeginSheetError>> {
  const { enrolmentId, cohortId, chapterSlug, now } = input;
  await lockGroups(trx, cohortId);
  const group = await groupOf(trx, { enrolmentId, purpose: "class" });
  if (!group || group.dissolvedAt !== null) return fail({ code: "no-group" });
  const tool = (await pickedTools(trx, input)).find((one) => one.key === input.tool);
  if (!tool) return fail({ code: "unknown-tool" });
  const there = await trx.selectFrom("group_sheet").select("sheet_id").where("group_id", "=", group.id).where("chapter_slug", "=", chapterSlug).where("sheet_key", "=", tool.key).executeTakeFirst();
  if (there) return fail({ code: "already-begun", sheetId: there.sheet_id });
  const members = (await membersOf(trx, [group.id])).get(group.id) ?? [];
  const made = await createSheet(trx, {
    key: tool.key,
    title: `${input.customer.trim()} · ${pick(tool.title, input.locale)}`,
    cohortId,
    teamId: null,
    locale: input.locale,
    members: members.map(({ personId }) => ({ personId, may: "edit" })),
    createdBy: actor.id,
    now,
  });
  if (!made.ok) return fail({ code: "not-now" });
  const { sheetId } = made.value;
  const { id } = await trx
    .insertInto("group_sheet")
    .values({ group_id: group.id, cohort_id: cohortId, chapter_slug: chapterSlug, sheet_key: tool.key, sheet_id: sheetId, customer: input.customer.trim(), created_by: actor.id, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await openGroupWork(trx, actor, { enrolmentId, cohortId, chapterSlug, now });
  await announceGroupWork(trx, input);
  return ok({ groupSheetId: id, sheetId });
}
