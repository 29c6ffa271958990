import { Link } from "@remix-run/react";
import clsx from "clsx";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "./button-class";

export interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  /** The address of a page, with the list's filters kept. */
  to: (page: number) => string;
}

/** The way through a long list. Nothing when it fits on one page. */
export function Pagination({ page, pageSize, total, to }: PaginationProps) {
  const { t } = useTranslation("ui");
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages);
  return (
    <nav aria-label={t("nav.pages")} className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm">
      <p className="text-ink-soft tabular">{t("nav.range", { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total), total })}</p>
      <ul className="flex items-center gap-1">
        <li>{page > 1 && <Step to={to(page - 1)} label={t("nav.previous")} icon={<ChevronLeft aria-hidden className="size-4" />} />}</li>
        {shown.map((number, index) => (
          <li key={number} className="flex items-center max-sm:hidden">
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 && <span aria-hidden className="px-1 text-ink-faint">…</span>}
            <Link
              to={to(number)}
              aria-label={t("nav.page", { page: number })}
              aria-current={number === page ? "page" : undefined}
              className={clsx("grid min-h-9 min-w-9 place-items-center rounded-md tabular coarse:min-h-11 coarse:min-w-11", number === page ? "bg-pine font-semibold text-on-pine" : "hover:bg-pine-soft")}
            >
              {number}
            </Link>
          </li>
        ))}
        <li>{page < pages && <Step to={to(page + 1)} label={t("nav.next")} icon={<ChevronRight aria-hidden className="size-4" />} after />}</li>
      </ul>
    </nav>
  );
}

function Step({ to, label, icon, after = false }: { to: string; label: string; icon: ReactNode; after?: boolean }) {
  return (
    <Link to={to} rel={after ? "next" : "prev"} className={buttonClass("quiet", "sm")}>
      {!after && icon}
      {label}
      {after && icon}
    </Link>
  );
}
