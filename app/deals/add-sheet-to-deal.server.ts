import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { createSheet, readSheet, sheetKinds, sheetRight } from "~/sheets/index.server";
import type { Via } from "./deal";
import { findDeal } from "./find-deal.server";
import { writeDealEvent } from "./timeline-event.server";

export interface AddSheetInput {
  dealId: string;
  /** A sheet that the actor may see (its content is copied, and the copy says so), or a kind of sheet to begin empty. */
  from: { sheetId: string } | { key: string };
  actor: Actor;
  now: Date;
  /** Language of an empty sheet's title; the actor's own when left out. */
  locale?: Locale;
  via?: Via;
}

/** `not-found`: no such deal, or none of the actor's own · `no-such-sheet`: none that they may see, or no such kind. */
export type AddSheetError = { code: "not-found" } | { code: "no-such-sheet" };

/**
 * Puts a tool sheet on a deal. It is the salesperson's own from then on; who leads their team looks in and comments. A sheet
 * that is copied stays as it is, and is named with its version.
 */
export async function addSheetToDeal(trx: Transaction<DB>, { dealId, from, actor, now, locale = actor.locale, via = "page" }: AddSheetInput): Promise<Result<{ sheetId: string }, AddSheetError>> {
  const deal = await findDeal(trx, actor, dealId);
  if (deal?.right !== "work") return fail({ code: "not-found" });
  const begun = "key" in from ? await emptyKind(trx, from.key, locale) : await source(trx, actor, from.sheetId);
  if (!begun) return fail({ code: "no-such-sheet" });
  const created = await createSheet(trx, {
    key: begun.key,
    title: `${deal.accountName} · ${begun.name}`.slice(0, 160),
    cohortId: null,
    teamId: deal.teamId,
    locale: begun.locale,
    currency: deal.currency,
    members: [{ personId: deal.ownerId, may: "edit" }],
    createdBy: actor.id,
    now,
    ...("sheetId" in from ? { copyFrom: { sheetId: from.sheetId } } : {}),
  });
  if (!created.ok) return fail({ code: "no-such-sheet" });
  const { sheetId } = created.value;
  await trx.insertInto("deal_sheet").values({ deal_id: dealId, sheet_id: sheetId, added_by: actor.id, added_at: now }).execute();
  await writeDealEvent(trx, { dealId, kind: "sheet-added", details: { sheetId, title: begun.title, ...("sheetId" in from ? { from: { sheetId: from.sheetId, version: begun.version, title: begun.from } } : {}) }, byId: actor.id, via, now });
  return ok({ sheetId });
}

/** Takes a sheet off a deal: it stays its owner's, and the timeline tells of it. */
export async function removeSheetFromDeal(trx: Transaction<DB>, { dealId, sheetId, actor, now }: { dealId: string; sheetId: string; actor: Actor; now: Date }): Promise<Result<undefined, { code: "not-found" }>> {
  const deal = await findDeal(trx, actor, dealId);
  if (deal?.right !== "work") return fail({ code: "not-found" });
  const gone = await trx.updateTable("deal_sheet").set({ removed_at: now }).where("deal_id", "=", dealId).where("sheet_id", "=", sheetId).where("removed_at", "is", null).returning("sheet_id").executeTakeFirst();
  if (!gone) return fail({ code: "not-found" });
  const { title } = await trx.selectFrom("sheet").select("title").where("id", "=", sheetId).executeTakeFirstOrThrow();
  await writeDealEvent(trx, { dealId, kind: "sheet-removed", details: { sheetId, title: { zh: title, en: title } }, byId: actor.id, via: "page", now });
  return ok();
}

async function emptyKind(trx: Transaction<DB>, key: string, locale: Locale) {
  const kind = (await sheetKinds(trx)).find((known) => known.key === key);
  return kind && { key, locale, name: pick(kind.definition.title, locale), title: kind.definition.title, from: "", version: undefined };
}

async function source(trx: Transaction<DB>, actor: Actor, sheetId: string) {
  if ((await sheetRight(trx, actor, sheetId)) === null) return undefined;
  const read = await readSheet(trx, sheetId);
  return read && { key: read.sheet.key, locale: read.sheet.locale, name: pick(read.definition.title, read.sheet.locale), title: read.definition.title, from: read.sheet.title, version: read.sheet.version };
}
