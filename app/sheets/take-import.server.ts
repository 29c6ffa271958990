import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, type Result } from "~/platform/result";
import { applyEdits, type EditConflict, type EditError } from "./apply-edits.server";
import type { SheetEdit } from "./live/document";
import { openSheet } from "./open-sheet.server";
import { referencesOf } from "./references.server";

const name = z.string().min(1).max(200);
const value = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(100), z.object({ value: name, unit: name }).strict(), z.object({ sheetId: z.uuid(), rowId: name, label: z.string().min(1).max(500) }).strict(), z.null()]);

/** The acts of a plan, as they come back from the page that showed them. */
export const importEditsSchema = z
  .array(
    z.discriminatedUnion("do", [
      z.object({ do: z.literal("set"), address: name, value }).strict(),
      z.object({ do: z.literal("add-row"), table: name, row: name, after: name.nullable() }).strict(),
      z.object({ do: z.literal("remove-row"), table: name, row: name }).strict(),
    ]),
  )
  .max(20_000);

/**
 * Takes over what a plan showed: `edits` and `version` are the plan's (JSON in a hidden field). What somebody changed since the
 * plan was shown is not overwritten, and comes back as a conflict.
 */
export async function takeImport(trx: Transaction<DB>, actor: Actor, { sheetId, version, edits, now }: { sheetId: string; version: number; edits: string; now: Date }): Promise<Result<{ version: number; conflicts: EditConflict[] }, EditError | { code: "not-a-plan" }>> {
  const entries = parseEdits(edits);
  if (!entries || !(await pointsAtOwn(trx, actor, sheetId, entries))) return fail({ code: "not-a-plan" });
  return applyEdits(trx, actor, { sheetId, baseVersion: version, entries, now, how: "import" });
}

/** Whether every reference is to a row that the person is offered: a plan makes no other. */
async function pointsAtOwn(db: Kysely<DB>, actor: Actor, sheetId: string, edits: readonly SheetEdit[]): Promise<boolean> {
  const pointed = edits.flatMap((edit) => (edit.do === "set" && typeof edit.value === "object" && edit.value !== null && "rowId" in edit.value ? [edit.value] : []));
  if (pointed.length === 0) return true;
  const opened = await openSheet(db, actor, sheetId);
  if (!opened) return true;
  const offered = Object.values(await referencesOf(db, actor, { definition: opened.definition, sheetId, locale: opened.sheet.locale })).flat();
  return pointed.every((value) => offered.some((row) => row.sheetId === value.sheetId && row.rowId === value.rowId));
}

function parseEdits(text: string): SheetEdit[] | null {
  try {
    const parsed = importEditsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
