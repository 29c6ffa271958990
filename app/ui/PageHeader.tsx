import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface Crumb {
  label: ReactNode;
  to: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** The way here, from the top; the page itself is not in it. */
  crumbs?: readonly Crumb[];
  /** One sentence below the title. */
  lead?: ReactNode;
  /** Beside the title: a state, a count. */
  badge?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: where we are, what this is, what can be done. Holds the page's only h1. */
export function PageHeader({ title, crumbs = [], lead, badge, actions }: PageHeaderProps) {
  const { t } = useTranslation("ui");
  return (
    <header className="mb-6 sm:mb-8">
      {crumbs.length > 0 && (
        <nav aria-label={t("nav.crumbs")} className="-mt-2 mb-1">
          <ol className="flex flex-wrap items-center text-sm text-ink-soft">
            {crumbs.map((crumb) => (
              <li key={crumb.to} className="flex items-center">
                <Link to={crumb.to} className="inline-flex min-h-9 items-center underline-offset-4 hover:text-pine hover:underline coarse:min-h-11">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="mx-1 size-3.5 text-ink-faint" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl sm:text-3xl">{title}</h1>
            {badge}
          </div>
          {lead && <p className="measure mt-1 text-ink-soft">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-3" data-print="no">{actions}</div>}
      </div>
    </header>
  );
}
