import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import Download from "lucide-react/icons/download";
import Ellipsis from "lucide-react/icons/ellipsis";
import Printer from "lucide-react/icons/printer";
import Redo2 from "lucide-react/icons/redo-2";
import Undo2 from "lucide-react/icons/undo-2";
import Upload from "lucide-react/icons/upload";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { IconButton, Menu } from "~/ui";
import { sheetExportPath, sheetImportPath, sheetPrintPath } from "../paths";
import { useDesk } from "./desk";
import { PeerSeals } from "./PeerRing";
import { SavingLine } from "./SavingLine";

/** The head of a sheet: the way back, what it is, whether it is saved, who else is here, what can be done with all of it. */
export function EditorTop({ back, panelButton }: { back: { to: string; label: string }; panelButton: ReactNode }) {
  const { t } = useTranslation("sheets");
  const { screen, store, writable, acts, io } = useDesk();
  const { definition, title } = screen;
  const kind = pick(definition.title, io.locale);
  return (
    <header data-print="no" className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="flex min-h-14 items-center gap-x-3 px-2 sm:px-4">
        <Link to={back.to} aria-label={back.label} title={back.label} className="tap inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-pine-soft hover:text-pine-deep">
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <div className="min-w-0 flex-1 py-1.5">
          <h1 className="truncate text-base leading-snug sm:text-lg" title={title}>
            {title}
          </h1>
          <p className="flex min-w-0 items-center gap-x-2 text-xs leading-snug text-ink-soft sm:text-sm">
            {kind !== title && <span className="truncate max-sm:hidden">{kind}</span>}
            {kind !== title && <span aria-hidden className="max-sm:hidden">·</span>}
            <SavingLine />
          </p>
        </div>
        <PeerSeals peers={store?.peers() ?? []} label={t("top.here")} most={4} />
        {store && writable && (
          <div className="flex max-sm:hidden">
            <IconButton label={t("top.undo")} icon={<Undo2 aria-hidden className="size-5" />} onClick={acts.undo} disabled={!store.canUndo()} />
            <IconButton label={t("top.redo")} icon={<Redo2 aria-hidden className="size-5" />} onClick={acts.redo} disabled={!store.canRedo()} />
          </div>
        )}
        <Menu className="relative" name={t("top.more")} triggerClass="tap inline-flex items-center justify-center rounded-md text-ink-soft hover:bg-pine-soft hover:text-pine-deep" label={<Ellipsis aria-hidden className="size-5" />}>
          <ul className="absolute end-0 top-full z-40 mt-1 w-max min-w-56 rounded-lg border border-line bg-surface py-1 shadow-lift">
            {store && writable && (
              <li className="flex border-b border-line px-2 pb-1 sm:hidden">
                <IconButton label={t("top.undo")} icon={<Undo2 aria-hidden className="size-5" />} onClick={acts.undo} disabled={!store.canUndo()} />
                <IconButton label={t("top.redo")} icon={<Redo2 aria-hidden className="size-5" />} onClick={acts.redo} disabled={!store.canRedo()} />
              </li>
            )}
            <li>
              <a href={sheetExportPath(screen.id)} download className={ITEM}>
                <Download aria-hidden className="size-4.5 text-ink-soft" />
                {t("top.export")}
              </a>
            </li>
            {screen.right === "edit" && !screen.locked && (
              <li>
                <Link to={sheetImportPath(screen.id)} className={ITEM}>
                  <Upload aria-hidden className="size-4.5 text-ink-soft" />
                  {t("top.import")}
                </Link>
              </li>
            )}
            <li>
              <Link to={sheetPrintPath(screen.id)} className={ITEM}>
                <Printer aria-hidden className="size-4.5 text-ink-soft" />
                {t("top.print")}
              </Link>
            </li>
          </ul>
        </Menu>
        {panelButton}
      </div>
    </header>
  );
}

const ITEM = "flex min-h-11 items-center gap-3 px-4 hover:bg-paper-deep";
