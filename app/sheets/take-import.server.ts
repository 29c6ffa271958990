import type { Transaction } from "kysely";
import { z } from "zod";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, type Result } from "~/platform/result";
import { applyEdits, type EditConflict, type EditError } from "./apply-edits.server";
import type { SheetEdit } from "./live/document";

const name = z.string().min(1).max(200);
const value = z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(100), z.object({ value: name, unit: name }).strict(), z.null()]);

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
  if (!entries) return fail({ code: "not-a-plan" });
  return applyEdits(trx, actor, { sheetId, baseVersion: version, entries, now, how: "import" });
}

function parseEdits(text: string): SheetEdit[] | null {
  try {
    const parsed = importEditsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
