import { type ReactElement, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TermText } from "./chapter";
import { glossaryPath } from "./paths";
import { useSectionActivity } from "./section-activity";

const GAP = 8;

/**
 * Shows a term's definition where it stands in the text. Terms are plain links to the glossary in compiled HTML; this one component
 * listens for all of them. Without scripts, without the popover API or with a modifier key the link is a link.
 */
export function TermPopover({ within }: { within: RefObject<HTMLElement> }): ReactElement {
  const { t } = useTranslation("courseware");
  const { terms } = useSectionActivity();
  const [term, setTerm] = useState<TermText | null>(null);
  const popover = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    const text = within.current;
    const open = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-term]") : null;
      const found = terms[link?.dataset["term"] ?? ""];
      const box = popover.current;
      if (link === null || found === undefined || box === null || !("showPopover" in box)) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      setTerm(found);
      if (box.matches(":popover-open")) box.hidePopover();
      box.showPopover();
      requestAnimationFrame(() => {
        place(box, link);
        box.focus({ preventScroll: true });
      });
    };
    text?.addEventListener("click", open);
    return () => text?.removeEventListener("click", open);
  }, [within, terms]);

  return (
    <div
      ref={popover}
      {...{ popover: "auto" }}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed m-0 w-[min(22rem,calc(100vw-1.5rem))] rounded-lg border border-line-strong bg-surface p-4 text-base text-ink shadow-lift"
    >
      <div id={titleId} className="font-semibold">
        {term?.term}
      </div>
      <div className="mt-1 leading-relaxed">{term?.definition}</div>
      <div className="mt-2 flex items-center justify-between gap-3">
        <a className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4" href={glossaryPath(term?.id)}>
          {t("term.glossary")}
        </a>
        <button type="button" className="tap rounded-md px-3 text-sm font-semibold text-pine hover:bg-pine-soft" onClick={() => popover.current?.hidePopover()}>
          {t("term.close")}
        </button>
      </div>
    </div>
  );
}

/** Below the term, or above where there is no room; never outside the window. */
function place(box: HTMLElement, link: HTMLElement): void {
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(line.left, GAP), window.innerWidth - width - GAP);
  const below = line.bottom + GAP;
  const top = below + height < window.innerHeight - GAP ? below : Math.max(GAP, line.top - height - GAP);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
