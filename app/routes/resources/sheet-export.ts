import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { exportSheet } from "~/sheets/index.server";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A sheet as a spreadsheet, for whoever may open it. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, now }) => {
  const exported = await exportSheet(db, actor, {
    sheetId: uuidParam(params, "sheet"),
    now,
    textsIn(locale) {
      const t = textsOf(locale, "sheet-export");
      return { field: t("field"), value: t("value"), unit: t("unit") };
    },
  });
  if (!exported) throw notFound();
  const name = `${exported.title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").trim()}.xlsx`;
  return new Response(new Uint8Array(exported.file), {
    headers: { "Content-Type": XLSX, "Content-Disposition": `attachment; filename="roadbook-sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`, "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" },
  });
});
