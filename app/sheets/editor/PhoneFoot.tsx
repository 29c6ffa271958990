import { Link } from "@remix-run/react";
import Bookmark from "lucide-react/icons/bookmark";
import ListChecks from "lucide-react/icons/list-checks";
import MessageSquare from "lucide-react/icons/message-square";
import Shapes from "lucide-react/icons/shapes";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "./desk";
import type { PanelTab } from "./panel-tabs";
import type { PanelPlace } from "./use-panel";

/** On a phone, within reach of the thumb: how far the sheet is and what a coach would say, the picture, remarks. */
export function PhoneFoot({ panel }: { panel: PanelPlace }) {
  const { t } = useTranslation("sheets");
  const { screen, evaluation } = useDesk();
  const { done, of } = evaluation.completeness;
  const open = screen.comments.filter(({ resolved }) => resolved === null).length;
  const problems = evaluation.findings.length + Object.keys(evaluation.problems).length;
  const item = (tab: PanelTab, icon: ReactNode, text: ReactNode) => (
    <li className="min-w-0">
      <Link to={`${panel.href({ tab, about: null })}#panel`} preventScrollReset className="flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-xs text-ink-soft -outline-offset-3">
        {icon}
        <span className="max-w-full truncate">{text}</span>
      </Link>
    </li>
  );
  return (
    <nav aria-label={t("panel.tabs")} data-print="no" className="sheet-foot fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
      <ul className="grid auto-cols-fr grid-flow-col">
        {item(
          "checks",
          <span className="flex items-center gap-1.5 text-sm font-semibold text-ink tabular">
            <ListChecks aria-hidden className="size-5 text-pine" />
            {t("foot.share", { done, of })}
          </span>,
          problems > 0 ? t("foot.problems", { count: problems }) : t("panel.checks"),
        )}
        {item("picture", <Shapes aria-hidden className="size-5" />, t("panel.picture"))}
        {item("comments", <MessageSquare aria-hidden className="size-5" />, open > 0 ? t("foot.comments", { count: open }) : t("panel.comments"))}
        {item("example", <Bookmark aria-hidden className="size-5" />, t("panel.example"))}
      </ul>
    </nav>
  );
}
