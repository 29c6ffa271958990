import { Link } from "@remix-run/react";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import ListTree from "lucide-react/icons/list-tree";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface ReadingFootProps {
  /** Changes with the page: the contents close. */
  page: string;
  previous: string | null;
  next: string | null;
  at: number;
  total: number;
  /** The contents, in a sheet over the text. */
  children: ReactNode;
}

const SLOT = "flex h-14 w-full items-center justify-center gap-1 px-1 text-sm font-semibold whitespace-nowrap -outline-offset-4 [&>svg]:shrink-0";

/** On a phone, within reach of the thumb: the sections before and after, and the contents. Works before JavaScript. */
export function ReadingFoot({ page, previous, next, at, total, children }: ReadingFootProps) {
  const { t } = useTranslation("preview");
  const drawer = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event): void => {
      const details = drawer.current;
      if (!details?.open) return;
      const escape = event instanceof KeyboardEvent && event.key === "Escape";
      const link = event.type === "click" && event.target instanceof Element && event.target.closest("a") !== null && details.contains(event.target);
      const elsewhere = event.type === "pointerdown" && event.target instanceof Node && !details.contains(event.target);
      if (!escape && !link && !elsewhere) return;
      details.open = false;
      if (escape) details.querySelector("summary")?.focus();
    };
    const names = ["click", "pointerdown", "keydown"] as const;
    names.forEach((name) => document.addEventListener(name, close));
    return () => names.forEach((name) => document.removeEventListener(name, close));
  }, []);
  return (
    <nav aria-label={t("page.sections")} data-print="no" className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden">
      <div className="grid grid-cols-[1fr_1.3fr_1fr]">
        <Step to={previous} label={t("page.previous")} before={<ChevronLeft aria-hidden className="size-5" />} />
        <details key={page} ref={drawer} className="group border-x border-line">
          <summary className={`${SLOT} text-ink`}>
            <ListTree aria-hidden className="size-4.5 text-pine" />
            {t("page.contents")}
            <span className="font-normal text-ink-soft tabular">{t("section.of", { at, total })}</span>
          </summary>
          <div className="absolute inset-x-0 bottom-full max-h-[70dvh] overflow-y-auto overscroll-contain rounded-t-lg border-t border-line-strong bg-surface p-3 shadow-lift">{children}</div>
        </details>
        <Step to={next} label={t("page.next")} after={<ChevronRight aria-hidden className="size-5" />} />
      </div>
    </nav>
  );
}

function Step({ to, label, before, after }: { to: string | null; label: string; before?: ReactNode; after?: ReactNode }) {
  const inside = (
    <>
      {before}
      {label}
      {after}
    </>
  );
  if (to === null) return <span role="link" aria-disabled="true" className={`${SLOT} text-ink-faint opacity-50`}>{inside}</span>;
  return (
    <Link to={to} className={`${SLOT} text-pine hover:bg-pine-soft`}>
      {inside}
    </Link>
  );
}
