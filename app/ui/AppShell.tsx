import { Link, NavLink } from "@remix-run/react";
import clsx from "clsx";
import Ellipsis from "lucide-react/icons/ellipsis";
import Settings2 from "lucide-react/icons/settings-2";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Wordmark } from "./mark";
import { Menu } from "./Menu";

export interface NavItem {
  to: string;
  label: string;
  /** A Lucide icon; shown in the phone's tab bar. */
  icon: ReactNode;
  /** Only the exact address counts as here. */
  end?: boolean;
  /** How many things wait there. */
  count?: number;
}

export interface AppShellProps {
  /** What the person's roles open, in the order of use; the first four are one tap away on a phone. */
  nav?: readonly NavItem[];
  home?: string;
  languageSwitch?: ReactNode;
  themeSwitch?: ReactNode;
  /** Name, settings, sign out. */
  account?: ReactNode;
  /** Messages above the page (`<Flash>`). */
  flash?: ReactNode;
  /** `wide` for grids and dashboards, `full` for screens that own the whole width. */
  width?: "page" | "wide" | "full";
  children: ReactNode;
}

const WIDTHS = { page: "max-w-5xl", wide: "max-w-7xl", full: "max-w-none" } as const;

/** The frame of every page: skip link, top bar, page, and on phones a tab bar within reach of the thumb. Works without JavaScript. */
export function AppShell({ nav = [], home = "/", languageSwitch, themeSwitch, account, flash, width = "page", children }: AppShellProps) {
  const { t } = useTranslation("ui");
  const slots = [account, languageSwitch, themeSwitch].filter(Boolean);
  return (
    <div className={clsx("flex min-h-dvh flex-col", nav.length > 0 && "max-lg:pb-[calc(4rem+env(safe-area-inset-bottom))]")}>
      <a href="#main" className="sr-only z-50 rounded-md bg-pine px-4 py-3 font-semibold text-on-pine focus:not-sr-only focus:fixed focus:start-3 focus:top-3">
        {t("nav.skip")}
      </a>
      <header data-print="no" className="sticky top-0 z-30 border-b border-line bg-paper">
        <div className="mx-auto flex h-14 max-w-7xl items-center gap-6 px-4 sm:px-6">
          <Link to={home} aria-label={t("nav.home")} className="-mx-1 flex min-h-11 shrink-0 items-center rounded-md px-1">
            <Wordmark name={t("product")} />
          </Link>
          {nav.length > 0 && (
            <nav aria-label={t("nav.main")} className="-mb-px h-full min-w-0 flex-1 overflow-x-auto max-lg:hidden">
              <ul className="flex h-full gap-1">
                {nav.map((item) => (
                  <li key={item.to} className="h-full">
                    <NavLink
                      to={item.to}
                      end={item.end}
                      className={({ isActive }) =>
                        clsx(
                          "flex h-full items-center gap-1.5 border-b-2 px-3 text-sm whitespace-nowrap -outline-offset-4",
                          isActive ? "border-pine font-semibold text-pine-deep" : "border-transparent text-ink-soft hover:text-ink",
                        )
                      }
                    >
                      {item.label}
                      <Count value={item.count} />
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="ms-auto hidden shrink-0 items-center gap-2 lg:flex">
            {themeSwitch}
            {languageSwitch}
            {account}
          </div>
          {slots.length > 0 && (
            <Menu className="relative ms-auto lg:hidden" name={t("nav.settings")} triggerClass="tap -me-2 flex items-center justify-center rounded-md text-ink-soft" label={<Settings2 aria-hidden className="size-5" />}>
              <div className="absolute end-0 top-full z-40 mt-1 grid w-max max-w-[88vw] min-w-52 gap-2 rounded-lg border border-line bg-surface p-3 shadow-lift">
                {account}
                {languageSwitch}
                {themeSwitch}
              </div>
            </Menu>
          )}
        </div>
      </header>
      {flash && <div className={clsx("mx-auto w-full px-4 sm:px-6", WIDTHS[width])}>{flash}</div>}
      <main id="main" tabIndex={-1} className={clsx("mx-auto w-full flex-1 px-4 py-6 sm:px-6 sm:py-8", WIDTHS[width])}>
        {children}
      </main>
      {nav.length > 0 && <TabBar nav={nav} />}
    </div>
  );
}

/** The phone's tab bar: four places and, where there are more, the rest behind one. */
function TabBar({ nav }: { nav: readonly NavItem[] }) {
  const { t } = useTranslation("ui");
  const near = nav.length <= 5 ? nav : nav.slice(0, 4);
  const rest = nav.slice(near.length);
  return (
    <nav aria-label={t("nav.main")} data-print="no" className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
      <ul className="grid auto-cols-fr grid-flow-col">
        {near.map((item) => (
          <li key={item.to} className="min-w-0">
            <NavLink to={item.to} end={item.end} className={({ isActive }) => clsx(TAB, isActive ? "border-pine font-semibold text-pine-deep" : "border-transparent text-ink-soft")}>
              <span className="relative [&>svg]:size-5.5">
                {item.icon}
                <span className="absolute start-4 -top-1.5">
                  <Count value={item.count} />
                </span>
              </span>
              <span className="max-w-full truncate">{item.label}</span>
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="relative min-w-0">
            <Menu triggerClass={clsx(TAB, "border-transparent text-ink-soft")} label={<><Ellipsis aria-hidden className="size-5.5" /><span>{t("nav.more")}</span></>}>
              <ul className="absolute end-2 bottom-full mb-2 w-max min-w-44 rounded-lg border border-line bg-surface py-1 shadow-lift">
                {rest.map((item) => (
                  <li key={item.to}>
                    <NavLink to={item.to} end={item.end} className={({ isActive }) => clsx("flex min-h-12 items-center gap-3 px-4 [&>svg]:size-5", isActive && "font-semibold text-pine-deep")}>
                      {item.icon}
                      {item.label}
                      <Count value={item.count} />
                    </NavLink>
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}

const TAB = "flex h-16 flex-col items-center justify-center gap-0.5 border-t-2 px-1 text-xs -outline-offset-4";

function Count({ value }: { value: number | undefined }) {
  if (!value) return null;
  return <span className="inline-block min-w-5 rounded-full bg-pine px-1.5 text-center text-xs leading-5 font-semibold text-on-pine tabular">{value > 99 ? "99+" : value}</span>;
}
