import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { sheetPath, SheetView } from "~/sheets";
import { Card } from "~/ui";
import type { ExhibitPart } from "./exhibit.view.server";
import { FileItem } from "./FileItem";

interface Props {
  parts: readonly ExhibitPart[];
  locale: Locale;
  /** The reader may open the sheet itself, with its history and remarks. */
  opensSheets?: boolean;
}

/** What was handed in, part by part, to be read. */
export function ExhibitView({ parts, locale, opensSheets = false }: Props) {
  const { t } = useTranslation("homework");
  return (
    <>
      {parts.map((part) => (
        <Card key={part.id} title={part.title} level={3}>
          {part.kind === "text" && (part.text === null ? <Nothing /> : <p className="leading-relaxed whitespace-pre-line">{part.text}</p>)}
          {(part.kind === "files" || part.kind === "recording") && (part.files.length === 0 ? <Nothing /> : part.files.map((file) => <FileItem key={file.uploadId} file={file} play />))}
          {part.kind === "sheet" &&
            (part.sheet === null ? (
              <Nothing />
            ) : (
              <div className="grid gap-3">
                <p className="text-sm text-ink-soft">
                  {part.sheet.source ? t("sheet.carried", { title: part.sheet.source.title, version: part.sheet.source.version }) : t("sheet.own")}
                  {opensSheets && (
                    <Link to={sheetPath(part.sheet.sheetId)} className="ms-3 inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                      {t("sheet.open")}
                    </Link>
                  )}
                </p>
                <SheetView definition={part.sheet.definition} content={part.sheet.content} evaluation={part.sheet.evaluation} currency={part.sheet.currency} locale={locale} size="record" picture />
              </div>
            ))}
        </Card>
      ))}
    </>
  );
}

function Nothing() {
  const { t } = useTranslation("homework");
  return <p className="text-ink-soft">{t("notHandedIn")}</p>;
}
