import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Printer from "lucide-react/icons/printer";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Button, buttonClass } from "~/ui";
import { sheetPath } from "./paths";
import type { SheetScreen } from "./sheet-screen";
import { SheetView } from "./SheetView";

/** A sheet on paper: A4 across, what it is and from when on every page, the sheet, and the picture that follows from it. */
export function SheetPrint({ screen, locale, now }: { screen: SheetScreen; locale: Locale; now: Date }) {
  const { t } = useTranslation("sheets");
  const { definition, content, evaluation, title, currency, version, timeZone } = screen;
  const customer = content.fields.customer;
  const printed = formatDate(now, { locale, timeZone, style: "date" });
  const parts = [pick(definition.title, locale), typeof customer === "string" ? customer : null, screen.cohort, t("print.version", { version }), printed].filter((part): part is string => part !== null && part !== title);
  return (
    <div className="sheet-paper mx-auto max-w-6xl px-4 py-6 sm:px-6">
      <div data-print="no" className="mb-6 flex flex-wrap items-center justify-between gap-3 border-b border-line pb-4">
        <Link to={sheetPath(screen.id)} className={buttonClass("quiet")}>
          <ArrowLeft aria-hidden className="size-4.5" />
          {t("print.back")}
        </Link>
        <Button type="button" variant="primary" icon={<Printer aria-hidden className="size-4.5" />} onClick={() => window.print()}>
          {t("top.print")}
        </Button>
      </div>
      <main id="main" tabIndex={-1}>
        <header className="mb-4 border-b-2 border-pine pb-2">
          <h1 className="text-2xl">{title}</h1>
          <p className="text-sm text-ink-soft">{parts.join(t("list.dot"))}</p>
        </header>
        <SheetView definition={definition} content={content} evaluation={evaluation} locale={locale} currency={currency} notes={false} picture />
      </main>
      <footer className="sheet-paper-foot mt-6 flex justify-between gap-4 border-t border-line pt-2 text-xs text-ink-soft">
        <span className="truncate">{[title, ...parts].join(t("list.dot"))}</span>
        <span className="shrink-0">{t("print.product")}</span>
      </footer>
    </div>
  );
}
