import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { dealPath, SheetChooser } from "~/deals";
import { addSheetToDeal, findDeal, sheetChoices } from "~/deals/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "sheets", "deals"], title: (t) => t("deals:chooser.title") };
const schema = z.union([z.object({ sheetId: z.uuid() }), z.object({ key: z.string().min(1).max(60) })]);

export const loader = guardedLoader(access, async ({ db, actor, params, context }) => {
  const deal = await findDeal(db, actor, uuidParam(params, "deal"));
  if (deal?.right !== "work") throw notFound();
  return { deal: { id: deal.id, title: deal.title, accountName: deal.accountName }, choices: await sheetChoices(db, actor, deal.id), locale: context.locale };
});

export const action = guardedAction(access, async ({ request, db, actor, params, now, context }) => {
  const form = await request.formData();
  const from = schema.safeParse({ sheetId: form.get("sheet") ?? undefined, key: form.get("key") ?? undefined });
  const dealId = uuidParam(params, "deal");
  if (!from.success) throw notFound();
  const result = await inTransaction(db, "sheet to deal", (trx) => addSheetToDeal(trx, { dealId, from: from.data, actor, now, locale: context.locale }));
  if (!result.ok) throw notFound();
  throw redirect(dealPath(dealId, "sheets"), 303);
});

export default function Sheets() {
  return <SheetChooser {...useLoaderData<typeof loader>()} />;
}
