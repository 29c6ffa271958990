import { Form, Link } from "@remix-run/react";
import FilePlus from "lucide-react/icons/file-plus-2";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { sheetPath, SheetProgress } from "~/sheets";
import { ButtonLink, Card, ConfirmButton } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import { dealSheetsPath } from "../paths";
import { SheetOrigin } from "./SheetOrigin";

/** The tool sheets on the deal: how far each is, which method checks find something, and where it came from. */
export function DealSheets({ page, locale }: { page: DealPage; locale: Locale }) {
  const { t } = useTranslation("deals");
  const { deal, sheets, right } = page;
  return (
    <Card
      id="sheets"
      title={t("sheets.title")}
      aside={
        right === "work" && (
          <ButtonLink to={dealSheetsPath(deal.id)} size="sm" icon={<FilePlus aria-hidden className="size-4" />}>
            {t("sheets.add")}
          </ButtonLink>
        )
      }
    >
      {sheets.length === 0 ? (
        <p className="text-ink-soft">{t(right === "work" ? "sheets.none" : "sheets.noneOthers")}</p>
      ) : (
        <ul className="grid gap-2">
          {sheets.map((sheet) => (
            <li key={sheet.sheetId}>
              <Link to={sheetPath(sheet.sheetId)} className="grid gap-1 rounded-md border border-line px-3 py-2.5 hover:border-pine">
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="font-semibold">{pick(sheet.kind, locale)}</span>
                  <span className="text-sm text-ink-soft">{sheet.title}</span>
                </span>
                <SheetProgress {...sheet} />
                {sheet.from && <SheetOrigin from={sheet.from} />}
              </Link>
              {right === "work" && (
                <Form method="post" className="flex justify-end">
                  <input type="hidden" name="sheet" value={sheet.sheetId} />
                  <ConfirmButton name="intent" value="remove-sheet" size="sm" variant="quiet" harmless title={t("sheets.removeTitle", { title: sheet.title })} consequence={t("sheets.removeText")} confirmLabel={t("sheets.remove")}>
                    {t("sheets.remove")}
                  </ConfirmButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
