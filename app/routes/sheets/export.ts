import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { exportSheet } from "~/sheets/index.server";

/** The sheet as a workbook, with its formulas. */
export const loader = guardedLoader("signed-in", async ({ db, params, actor, now }) => {
  const textsIn = (locale: "zh" | "en") => {
    const t = textsOf(locale, "sheet-export");
    return { field: t("field"), value: t("value"), unit: t("unit") };
  };
  const exported = await exportSheet(db, actor, { sheetId: uuidParam(params, "sheet"), textsIn, now });
  if (!exported) throw notFound();
  const name = `${exported.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim() || "sheet"}.xlsx`;
  return new Response(new Uint8Array(exported.file), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "no-store",
    },
  });
});
