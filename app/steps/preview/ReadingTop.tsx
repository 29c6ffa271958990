import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface ReadingTopProps {
  back: string;
  chapter: string;
  section: string;
  text: RefObject<HTMLElement>;
  /** What else belongs to the page: display settings. */
  children?: ReactNode;
}

/** The line above the text: the way back, where we are, and how far the section is. */
export function ReadingTop({ back, chapter, section, text, children }: ReadingTopProps) {
  const { t } = useTranslation("preview");
  return (
    <header data-print="no" className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="mx-auto flex h-12 max-w-7xl items-center gap-2 px-2 sm:px-4 lg:h-14">
        <Link to={back} aria-label={t("page.back")} title={t("page.back")} className="tap flex items-center justify-center rounded-md text-ink-soft hover:bg-pine-soft hover:text-pine-deep">
          <ArrowLeft aria-hidden className="size-5" />
        </Link>
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="text-ink-soft max-sm:sr-only">{chapter} · </span>
          <span className="font-semibold">{section}</span>
        </p>
        {children}
      </div>
      <ProgressLine text={text} />
    </header>
  );
}

/** Follows the scrolling without rendering anything again. */
function ProgressLine({ text }: { text: RefObject<HTMLElement> }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const box = text.current?.getBoundingClientRect();
      if (box === undefined || line.current === null) return;
      const share = Math.min(1, Math.max(0, (window.innerHeight - box.top) / Math.max(1, box.height)));
      line.current.style.transform = `scaleX(${share})`;
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
    };
  }, [text]);
  return (
    <div aria-hidden className="absolute inset-x-0 -bottom-px h-0.5">
      <div ref={line} className="h-full origin-left [transform:scaleX(0)] bg-pine" />
    </div>
  );
}
