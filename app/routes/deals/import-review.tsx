import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { dealImportPath, ImportScreen } from "~/deals";
import { importPage, mapImport, takeDealImport } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "deals"], title: (t) => t("deals:import.title") };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async ({ db, actor, params, now, context }) => {
  const page = await context.timing.measure("plan", () => importPage(db, actor, uuidParam(params, "import"), isoDay(now, actor.timeZone)));
  if (!page) throw notFound();
  return { page };
});

/** Says which column is what, or takes the file over. */
export const action = guardedAction(access, async ({ request, db, actor, params, now }) => {
  const importId = uuidParam(params, "import");
  const form = await request.formData();
  const mapping = Object.fromEntries([...form].flatMap(([name, value]) => (name.startsWith("column.") && /^\d{1,3}$/.test(String(value)) ? [[name.slice("column.".length), Number(value)]] : [])));
  const result = await inTransaction<{ ok: true } | { ok: false; error: { code: string } }>(db, "deal import", (trx) => (form.get("intent") === "take" ? takeDealImport(trx, actor, { importId, now }) : mapImport(trx, actor, { importId, mapping })));
  if (!result.ok && result.error.code === "not-found") throw notFound();
  throw redirect(dealImportPath(importId), 303);
});

export default function ImportReview() {
  return <ImportScreen {...useLoaderData<typeof loader>()} />;
}
