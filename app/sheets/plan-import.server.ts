import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { contentAt } from "./content-at.server";
import { openSheet } from "./open-sheet.server";
import { referencesOf } from "./references.server";
import { type ImportChanges, planChanges } from "./xlsx/plan-import";
import { type ReadProblem, readWorkbook } from "./xlsx/read-workbook.server";

export interface ImportPlan extends ImportChanges {
  sheetId: string;
  /** What the sheet said when this was worked out; `takeImport` wants it back. */
  version: number;
  /** What it said when the workbook was made. */
  madeAt: number;
}

/** `other-sheet`: exported from another sheet, or by a definition that this one does not have. */
export type PlanImportError = { code: "not-found" } | { code: "forbidden" } | { code: "locked" } | { code: "other-sheet" } | { code: ReadProblem };

/** Works out what a workbook that was exported from a sheet would change in it. Nothing is written. */
export async function planImport(db: Kysely<DB>, actor: Actor, { sheetId, file }: { sheetId: string; file: Uint8Array }): Promise<Result<ImportPlan, PlanImportError>> {
  const opened = await openSheet(db, actor, sheetId);
  if (!opened) return fail({ code: "not-found" });
  const { sheet, definition, content, right } = opened;
  if (right !== "edit") return fail({ code: "forbidden" });
  if (sheet.lockedAt !== null) return fail({ code: "locked" });
  const workbook = await readWorkbook(file);
  if (typeof workbook === "string") return fail({ code: workbook });
  const base = workbook.sheetId === sheetId && workbook.definitionHash === sheet.definitionHash ? await contentAt(db, sheetId, workbook.version) : undefined;
  if (!base) return fail({ code: "other-sheet" });
  const references = await referencesOf(db, actor, { definition, sheetId, locale: sheet.locale });
  const changes = planChanges({ definition, base: base.content, now: content, tables: workbook.tables, locale: sheet.locale, currency: sheet.currency, references, newRowId: () => randomBytes(9).toString("base64url") });
  return ok({ sheetId, version: sheet.version, madeAt: workbook.version, ...changes });
}
