import { randomBytes } from "node:crypto";
import { data, redirect } from "@remix-run/node";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { type SheetAnswer, sheetPath } from "~/sheets";
import { addComment, applyEdits, readSheetForm, resolveComment, restoreSheet, type SheetEdit, sheetPage } from "~/sheets/index.server";

const REFUSED = { status: 422 } as const;

/** Does what a form of the page asks for. With scripts comments come by fetcher and get an answer; without, the page comes back. */
export async function actOnSheet(args: Guarded, sheetId: string) {
  const form = await args.request.formData();
  const intent = String(form.get("intent") ?? "");
  switch (intent.split(":")[0]) {
    case "comment":
      return comment(args, sheetId, form);
    case "resolve-comment":
    case "reopen-comment":
      return settle(args, sheetId, form, intent === "resolve-comment");
    case "restore":
      return restore(args, sheetId, form);
    case "save":
    case "add-row":
    case "remove-row":
      return write(args, sheetId, form, intent);
    default:
      throw notFound();
  }
}

async function comment({ db, actor, now }: Guarded, sheetId: string, form: FormData) {
  const replyTo = String(form.get("replyTo") ?? "");
  const address = String(form.get("about") ?? "");
  const result = await inTransaction(db, "comment on sheet", (trx) =>
    addComment(trx, actor, { sheetId, address, body: String(form.get("body") ?? ""), ...(replyTo === "" ? {} : { replyTo }), mentions: form.getAll("mention").map(String), now }),
  );
  if (result.ok) return data<SheetAnswer>({ code: "commented" });
  if (result.error.code === "not-found") throw notFound();
  return data<SheetAnswer>({ code: result.error.code }, REFUSED);
}

async function settle({ db, actor, now }: Guarded, sheetId: string, form: FormData, resolved: boolean) {
  const result = await inTransaction(db, "settle comment", (trx) => resolveComment(trx, actor, { commentId: String(form.get("comment") ?? ""), resolved, now }));
  if (result.ok && result.value.sheetId === sheetId) return data<SheetAnswer>({ code: "settled" });
  if (result.ok || result.error.code === "not-found") throw notFound();
  return data<SheetAnswer>({ code: result.error.code }, REFUSED);
}

async function restore({ db, actor, now }: Guarded, sheetId: string, form: FormData) {
  const result = await inTransaction(db, "restore sheet", (trx) => restoreSheet(trx, actor, { sheetId, version: Number(form.get("to")), now }));
  if (result.ok) throw redirect(sheetPath(sheetId, { panel: "history" }), 303);
  if (result.error.code === "not-found") throw notFound();
  return data<SheetAnswer>({ code: result.error.code }, REFUSED);
}

/** A plain form: its cells, a new row, or a row that goes. `save:<row>` saves and leads to that row. */
async function write({ db, actor, now, url, context }: Guarded, sheetId: string, form: FormData, intent: string) {
  const screen = await sheetPage(db, actor, { sheetId, locale: context.locale, now, history: null });
  if (!screen) throw notFound();
  const scope = String(form.get("scope") ?? "");
  const table = String(form.get("table") ?? "");
  const row = randomBytes(9).toString("base64url");
  const cells = readSheetForm(form, screen);
  const [inTable = "", id = ""] = scope.split("/");
  const entries: SheetEdit[] = intent === "add-row" ? [{ do: "add-row", table, row }] : intent === "remove-row" ? [{ do: "remove-row", table: inTable, row: id }] : cells;
  const baseVersion = Number(form.get("version"));
  const result = await inTransaction(db, "fill in sheet", (trx) => applyEdits(trx, actor, { sheetId, baseVersion, entries, now }));
  if (!result.ok) {
    if (result.error.code === "not-found") throw notFound();
    return data<SheetAnswer>({ code: result.error.code }, REFUSED);
  }
  const { conflicts } = result.value;
  if (conflicts.length > 0) return data<SheetAnswer>({ code: "conflicts", conflicts }, { status: 409 });
  const next = intent === "add-row" ? `${table}/${row}` : intent.startsWith("save:") ? intent.slice("save:".length) : intent === "save" ? url.searchParams.get("row") : null;
  throw redirect(sheetPath(sheetId, next === null ? {} : { row: next }), 303);
}
