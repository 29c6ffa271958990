import { Link } from "@remix-run/react";
import clsx from "clsx";
import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { PANEL_TABS, type PanelTab } from "../panel-tabs";
import type { PanelPlace } from "../use-panel";
import { ChecksTab } from "./ChecksTab";
import { CommentsTab } from "./CommentsTab";
import { ExampleTab } from "./ExampleTab";
import { HistoryTab } from "./HistoryTab";
import { PictureTab } from "./PictureTab";

/** Beside the sheet, on a phone a page from below: what is missing and doubtful, the picture, remarks, an example, what happened. */
export function SidePanel({ panel, sheet }: { panel: PanelPlace; /** It lies over the page, as a sheet from below. */ sheet: boolean }) {
  const { t } = useTranslation("sheets");
  const { screen, evaluation } = useDesk();
  const box = useRef<HTMLElement>(null);
  const tab = panel.tab ?? "checks";
  const open = panel.tab !== null;
  const { close } = panel;
  useEffect(() => {
    if (!sheet || !open) return;
    box.current?.focus();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", escape);
    return () => document.removeEventListener("keydown", escape);
  }, [sheet, open, close]);
  const counts: Partial<Record<PanelTab, number>> = {
    checks: evaluation.completeness.missing.length + evaluation.findings.length,
    comments: screen.comments.filter(({ resolved }) => resolved === null).length,
  };
  return (
    <aside ref={box} id="panel" tabIndex={-1} aria-label={t("panel.label")} data-print="no" className="sheet-panel-inner flex min-h-0 flex-1 flex-col outline-none">
      <div className="flex items-stretch border-b border-line">
        <nav aria-label={t("panel.tabs")} className="min-w-0 flex-1 overflow-x-auto">
          <ul className="flex w-max min-w-full">
            {PANEL_TABS.map((one) => (
              <li key={one} className="flex-1">
                <Link
                  to={panel.href({ tab: one, about: null })}
                  replace
                  preventScrollReset
                  aria-current={one === tab ? "true" : undefined}
                  className={clsx("flex min-h-11 items-center justify-center gap-1 border-b-2 px-2.5 text-sm whitespace-nowrap -outline-offset-3", one === tab ? "border-pine font-semibold text-pine-deep" : "border-transparent text-ink-soft hover:text-ink")}
                >
                  {t(`panel.${one}`)}
                  {(counts[one] ?? 0) > 0 && <span className="rounded-full bg-paper-deep px-1.5 text-xs font-normal text-ink-soft tabular">{counts[one]}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {sheet && (
          <button type="button" onClick={close} aria-label={t("panel.close")} className="tap inline-flex items-center justify-center text-ink-soft">
            <X aria-hidden className="size-5" />
          </button>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {tab === "checks" && <ChecksTab picture={!sheet} />}
        {tab === "picture" && <PictureTab />}
        {tab === "comments" && <CommentsTab panel={panel} />}
        {tab === "example" && <ExampleTab />}
        {tab === "history" && <HistoryTab panel={panel} />}
      </div>
    </aside>
  );
}
