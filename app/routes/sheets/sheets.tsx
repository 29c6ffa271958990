import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { parseForm } from "~/platform/forms.server";
import { OwnSheets, sheetPath } from "~/sheets";
import { sheetList, startPractice } from "~/sheets/index.server";

export const handle: RouteHandle = { i18n: ["ui", "sheets"], title: (t) => t("sheets:list.title") };

export const loader = guardedLoader("signed-in", async ({ db, actor, context }) => ({ list: await sheetList(db, actor, context.locale), locale: context.locale, timeZone: actor.timeZone }));

const schema = z.object({ key: z.string({ error: "choose" }).max(60), title: z.string().trim().max(160, "tooLong").optional() });

/** Begins a sheet to practise alone. */
export const action = guardedAction("signed-in", async ({ request, db, actor, now, context }) => {
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return parsed.error.failure;
  const { key, title } = parsed.value;
  const result = await inTransaction(db, "start practice sheet", (trx) => startPractice(trx, actor, { key, title, locale: context.locale, now }));
  if (!result.ok) return { formErrors: [], fieldErrors: { key: ["choose"] }, values: { ...(title ? { title } : {}) } };
  throw redirect(sheetPath(result.value.sheetId), 303);
});

export default function Sheets() {
  const { list, locale, timeZone } = useLoaderData<typeof loader>();
  return <OwnSheets list={list} locale={locale} timeZone={timeZone} failure={useActionData<typeof action>()} />;
}
