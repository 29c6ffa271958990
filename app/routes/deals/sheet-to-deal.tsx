import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { DealChooser, dealPath } from "~/deals";
import { addSheetToDeal, dealsOf } from "~/deals/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { readSheet, sheetRight } from "~/sheets/index.server";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:toDeal.title") };

export const loader = guardedLoader(access, async ({ db, actor, params, context }) => {
  const sheetId = uuidParam(params, "sheet");
  const read = (await sheetRight(db, actor, sheetId)) === null ? undefined : await readSheet(db, sheetId);
  if (!read) throw notFound();
  return { sheet: { id: sheetId, title: read.sheet.title }, deals: await dealsOf(db, actor, { mine: true, state: "open" }), locale: context.locale };
});

export const action = guardedAction(access, async ({ request, db, actor, params, now }) => {
  const sheetId = uuidParam(params, "sheet");
  const dealId = z.uuid().safeParse((await request.formData()).get("deal"));
  if (!dealId.success) throw notFound();
  const result = await inTransaction(db, "sheet to deal", (trx) => addSheetToDeal(trx, { dealId: dealId.data, from: { sheetId }, actor, now }));
  if (!result.ok) throw notFound();
  throw redirect(dealPath(dealId.data, "sheets"), 303);
});

export default function SheetToDeal() {
  return <DealChooser {...useLoaderData<typeof loader>()} />;
}
