import { Link } from "@remix-run/react";
import clsx from "clsx";
import type { ButtonHTMLAttributes, ReactNode } from "react";

const LOOKS = "tap inline-flex items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-pine-soft hover:text-pine-deep disabled:text-ink-faint";

interface Named {
  /** What it does, in words: the accessible name and the hover title. */
  label: string;
  icon: ReactNode;
}

/** A button with an icon alone: for small acts beside a thing whose name is in view. */
export function IconButton({ label, icon, className, ...rest }: Named & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={clsx(LOOKS, className)}>
      {icon}
    </button>
  );
}

/** The same, as a link. */
export function IconLink({ label, icon, to, className }: Named & { to: string; className?: string }) {
  return (
    <Link to={to} aria-label={label} title={label} className={clsx(LOOKS, className)}>
      {icon}
    </Link>
  );
}
