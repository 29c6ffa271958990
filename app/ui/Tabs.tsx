import { NavLink } from "@remix-run/react";
import clsx from "clsx";

export interface TabLink {
  to: string;
  label: string;
  end?: boolean;
  count?: number;
}

/** Parts of one thing, each with its own address. Scrolls sideways in its own box on a phone. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line max-sm:-mx-4 max-sm:px-4">
      <ul className="flex w-max gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink
              to={tab.to}
              end={tab.end}
              preventScrollReset
              className={({ isActive }) =>
                clsx(
                  "flex min-h-11 items-center gap-1.5 border-b-2 px-3 whitespace-nowrap -outline-offset-3",
                  isActive ? "border-pine font-semibold text-pine-deep" : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
                )
              }
            >
              {tab.label}
              {tab.count !== undefined && <span className="text-sm font-normal text-ink-faint tabular">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
