import { Link } from "@remix-run/react";
import clsx from "clsx";
import PanelRight from "lucide-react/icons/panel-right";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { CoachLine } from "./editor/CoachLine";
import { DeskProvider } from "./editor/desk";
import { EditorNotices } from "./editor/EditorNotices";
import { EditorTop } from "./editor/EditorTop";
import { FieldsSection } from "./editor/FieldsSection";
import { SidePanel } from "./editor/panel/SidePanel";
import { PhoneFoot } from "./editor/PhoneFoot";
import { Results } from "./editor/Results";
import { RowForm } from "./editor/RowForm";
import { Said } from "./editor/Said";
import { TableSection } from "./editor/TableSection";
import { type Connect, rowOfAddress, useEditor } from "./editor/use-editor";
import { useFreshness } from "./editor/use-freshness";
import { useLeading } from "./editor/use-leading";
import { usePanel } from "./editor/use-panel";
import { useRoomy, useWide } from "./editor/use-wide";
import { SheetPicture } from "./SheetPicture";
import type { SheetAnswer } from "./sheet-answer";
import type { SheetScreen } from "./sheet-screen";

export interface SheetEditorProps {
  screen: SheetScreen;
  locale: Locale;
  /** How it is connected to where it is kept: `connectLive` of the page, a store of the window's own in the gallery, or null to only look. */
  connect: Connect;
  /** What a plain form was answered. */
  answer?: SheetAnswer | undefined;
  back: { to: string; label: string };
  /** Above the sheet: what its room has to say. */
  notices?: ReactNode;
}

/** A tool sheet to be worked on, over the whole window. Sent by the server as plain forms; comes to life when scripts and connection are there. */
export function SheetEditor({ screen: given, locale, connect, answer, back, notices }: SheetEditorProps) {
  const { t } = useTranslation("sheets");
  // Read again, a definition is another object that says the same; the engine compiles by object.
  const first = useRef(given.definition);
  const screen = useMemo(() => ({ ...given, definition: first.current }), [given]);
  const panel = usePanel();
  const roomy = useRoomy();
  const wide = useWide();
  const [folded, setFolded] = useState(false);
  const leading = useLeading(panel, (address) => rowOfAddress(screen, address), wide);
  const { desk, said, hush } = useEditor(screen, locale, connect, panel, leading.lead);
  useFreshness(desk);
  const { definition } = screen;
  const calculator = definition.shape === "calculator";
  useEffect(() => leading.arrive(desk.target));
  const beside = !folded || panel.tab !== null;

  const panelButton = (
    <Link
      to={panel.href({ tab: panel.tab === null ? "checks" : null, about: null })}
      replace
      preventScrollReset
      aria-expanded={roomy ? beside : panel.tab !== null}
      aria-label={t("panel.toggle")}
      title={t("panel.toggle")}
      onClick={(event) => {
        if (!roomy) return;
        event.preventDefault();
        if (panel.tab !== null) panel.close();
        setFolded(beside);
      }}
      className="tap inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-pine-soft hover:text-pine-deep max-lg:hidden"
    >
      <PanelRight aria-hidden className="size-5" />
    </Link>
  );

  return (
    <DeskProvider value={desk}>
      <div className={clsx("sheet-page", beside && "sheet-page-beside")}>
        <EditorTop back={back} panelButton={panelButton} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and of a sheet to read nothing in it takes the focus */}
        <main id="main" tabIndex={0} className="sheet-surface">
          {notices}
          {panel.row !== null && wide !== true ? (
            <>
              <EditorNotices answer={answer} />
              <RowForm key={panel.row} address={panel.row} />
            </>
          ) : panel.row !== null ? (
            <RowForm key={panel.row} address={panel.row} />
          ) : (
            <div className="grid gap-8 px-4 pt-5 pb-8 sm:px-6">
              <div className="sheet-still">
                <EditorNotices answer={answer} />
                <p className="measure text-ink-soft">{pick(definition.purpose, locale)}</p>
              </div>
              <div className={clsx("sheet-still grid gap-8", calculator && "xl:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)] xl:items-start")}>
                <FieldsSection results={calculator} />
                {calculator && (
                  <section aria-label={t("results.title")} className="grid gap-5 rounded-lg border border-line bg-surface p-5 xl:sticky xl:top-5">
                    <h2 className="text-lg">{t("results.title")}</h2>
                    <Results />
                    <SheetPicture definition={definition} content={desk.content} evaluation={desk.evaluation} locale={locale} currency={screen.currency} />
                  </section>
                )}
              </div>
              {definition.tables.map((table) => (
                <TableSection key={table.id} table={table} />
              ))}
            </div>
          )}
        </main>
        {(panel.tab !== null || (roomy !== false && !folded)) && (
          <div className={clsx("sheet-panel", panel.tab === null && "max-lg:hidden", roomy === false && "sheet-panel-over")}>
            {roomy === false && <button type="button" tabIndex={-1} aria-hidden onClick={panel.close} className="sheet-shade" />}
            <SidePanel panel={panel} sheet={roomy === false} />
          </div>
        )}
        {panel.row === null && <CoachLine />}
        {panel.row === null && <PhoneFoot panel={panel} />}
        <Said said={said} onClose={hush} />
      </div>
    </DeskProvider>
  );
}
