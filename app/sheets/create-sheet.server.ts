import type { Transaction } from "kysely";
import { encodeStateAsUpdate } from "yjs";
import type { DB, JsonValue } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { fail, ok, type Result } from "~/platform/result";
import { assess } from "./assess.server";
import { contentAt } from "./content-at.server";
import { EMPTY_CONTENT, type SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { sharedDefinition } from "./definitions.server";
import { docOf, stateOf } from "./live/document";
import { differences, visible } from "./live/state";
import { findSheet } from "./rows.server";
import { type Member, setSheetMembers } from "./set-sheet-members.server";
import { keepSnapshot } from "./snapshot.server";
import { insertChanges } from "./write-sheet.server";

export interface NewSheet {
  /** Of the definition, e.g. `pain-analysis`. */
  key: string;
  title: string;
  cohortId: string | null;
  teamId: string | null;
  locale: Locale;
  /** ISO 4217; CNY when left out, or the copied sheet's. */
  currency?: string;
  members: readonly Member[];
  createdBy: string | null;
  now: Date;
  /** Begins as a copy of another sheet of the same kind, as it stood at a version (as it stands, when left out). Rights to that sheet are the caller's matter. */
  copyFrom?: { sheetId: string; version?: number };
}

/** `unknown-kind`: no such tool sheet, or it is no longer begun · `nothing-to-copy`: no such sheet, version, or another kind. */
export type CreateSheetError = { code: "unknown-kind" } | { code: "nothing-to-copy" };

/** Makes a sheet for its members. A copy keeps the definition it was filled by, and says where it comes from. */
export async function createSheet(trx: Transaction<DB>, input: NewSheet): Promise<Result<{ sheetId: string }, CreateSheetError>> {
  const begun = input.copyFrom ? await beginAsCopy(trx, input.key, input.copyFrom, input.now) : await beginEmpty(trx, input.key);
  if (!begun.ok) return begun;
  const { hash, definition, content, source } = begun.value;
  const doc = docOf(content, definition);
  const state = stateOf(doc, definition);
  const currency = input.currency ?? source?.currency ?? "CNY";
  const cohort = input.cohortId === null ? undefined : await trx.selectFrom("cohort").select("time_zone").where("id", "=", input.cohortId).executeTakeFirst();
  const { counts } = assess(definition, visible(state), { locale: input.locale, currency, timeZone: cohort?.time_zone ?? "Asia/Shanghai" }, input.now);
  const { id: sheetId } = await trx
    .insertInto("sheet")
    .values({
      definition_key: input.key,
      definition_hash: hash,
      title: input.title.trim(),
      cohort_id: input.cohortId,
      team_id: input.teamId,
      locale: input.locale,
      currency,
      copied_from: source?.id ?? null,
      copied_version: source?.version ?? null,
      doc: encodeStateAsUpdate(doc),
      content: visible(state) as unknown as JsonValue,
      ...counts,
      created_by: input.createdBy,
      created_at: input.now,
      changed_at: input.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const empty = stateOf(docOf(EMPTY_CONTENT, definition), definition);
  await insertChanges(trx, sheetId, 1, differences(empty, state).map((change) => ({ ...change, authorId: null, how: "copy" as const })), input.now);
  await setSheetMembers(trx, { sheetId, members: input.members, now: input.now });
  return ok({ sheetId });
}

interface Beginning {
  hash: string;
  definition: SheetDefinition;
  content: SheetContent;
  source: { id: string; version: number; currency: string } | null;
}

async function beginEmpty(trx: Transaction<DB>, key: string): Promise<Result<Beginning, CreateSheetError>> {
  const kind = await trx
    .selectFrom("sheet_kind as k")
    .innerJoin("sheet_definition as d", "d.hash", "k.current_hash")
    .select(["d.hash", "d.body"])
    .where("k.key", "=", key)
    .where("k.retired_at", "is", null)
    .executeTakeFirst();
  if (!kind) return fail({ code: "unknown-kind" });
  return ok({ hash: kind.hash, definition: sharedDefinition(kind.hash, kind.body), content: EMPTY_CONTENT, source: null });
}

async function beginAsCopy(trx: Transaction<DB>, key: string, from: { sheetId: string; version?: number }, now: Date): Promise<Result<Beginning, CreateSheetError>> {
  const source = await findSheet(trx, from.sheetId);
  if (!source || source.key !== key) return fail({ code: "nothing-to-copy" });
  const version = from.version ?? source.version;
  const at = await contentAt(trx, from.sheetId, version);
  if (!at) return fail({ code: "nothing-to-copy" });
  await keepSnapshot(trx, { sheetId: source.id, version, content: at.content, now });
  return ok({ hash: source.definitionHash, definition: at.definition, content: at.content, source: { id: source.id, version, currency: source.currency } });
}
