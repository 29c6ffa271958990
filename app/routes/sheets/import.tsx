import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Guarded, guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { SheetImport, type SheetImportAnswer, sheetPath } from "~/sheets";
import { planImport, readSheet, sheetRight, takeImport } from "~/sheets/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "sheets"], title: (t) => t("sheets:import.title") };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader("signed-in", async ({ db, params, actor, context }) => {
  const sheetId = uuidParam(params, "sheet");
  const read = (await sheetRight(db, actor, sheetId)) === "edit" ? await readSheet(db, sheetId) : undefined;
  if (!read) throw notFound();
  const { sheet, definition, content } = read;
  return { sheet: { id: sheet.id, title: sheet.title, currency: sheet.currency, locked: sheet.lockedAt !== null }, definition, content, locale: context.locale };
});

/** A workbook comes in and is compared; then what was seen is taken over. */
export const action = guardedAction("signed-in", async (args) => {
  const form = await args.request.formData();
  const sheetId = uuidParam(args.params, "sheet");
  return form.get("intent") === "take" ? take(args, sheetId, form) : plan(args, sheetId, form);
});

async function plan({ db, actor }: Guarded, sheetId: string, form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return data<SheetImportAnswer>({ code: "no-file" }, { status: 422 });
  const result = await planImport(db, actor, { sheetId, file: new Uint8Array(await file.arrayBuffer()) });
  if (!result.ok && result.error.code === "not-found") throw notFound();
  return result.ok ? data<SheetImportAnswer>({ code: "planned", plan: result.value }) : data<SheetImportAnswer>({ code: result.error.code as Exclude<typeof result.error.code, "not-found"> }, { status: 422 });
}

async function take({ db, actor, now }: Guarded, sheetId: string, form: FormData) {
  const input = { sheetId, version: Number(form.get("version")), edits: String(form.get("edits") ?? ""), now };
  const result = await inTransaction(db, "import sheet", (trx) => takeImport(trx, actor, input));
  if (!result.ok) {
    if (result.error.code === "not-found") throw notFound();
    return data<SheetImportAnswer>({ code: result.error.code }, { status: 422 });
  }
  const { conflicts } = result.value;
  if (conflicts.length > 0) return data<SheetImportAnswer>({ code: "conflicts", conflicts }, { status: 409 });
  throw redirect(sheetPath(sheetId), 303);
}

export default function Import() {
  return <SheetImport {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
