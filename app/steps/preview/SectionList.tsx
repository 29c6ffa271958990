import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { TocEntry } from "~/courseware";
import type { RailSection } from "./packed-page";
import { SectionMark } from "./SectionMark";

interface SectionListProps {
  sections: readonly RailSection[];
  /** The section that is shown. */
  current: string;
  /** Headings of the section that is shown. */
  toc: readonly TocEntry[];
  pathOf: (sectionId: string) => string;
}

/** The sections of a chapter beside or over the text, with the headings of the one that is read. */
export function SectionList({ sections, current, toc, pathOf }: SectionListProps) {
  const { t } = useTranslation("preview");
  return (
    <ol className="grid gap-0.5">
      {sections.map((section) => {
        const here = section.id === current;
        return (
          <li key={section.id}>
            <Link
              to={pathOf(section.id)}
              aria-current={here ? "page" : undefined}
              className={clsx("flex min-h-11 items-start gap-2.5 rounded-md px-2.5 py-[0.7rem] text-sm leading-normal", here ? "bg-pine-soft font-semibold text-pine-deep" : "text-ink-soft hover:bg-paper-deep hover:text-ink")}
            >
              <span className="flex h-[1lh] items-center">
                <SectionMark state={section.state} label={t(`section.${section.state}`)} />
              </span>
              <span className="min-w-0 flex-1">
                {section.title}
                {section.changed && <span className="ms-1.5 text-xs font-semibold whitespace-nowrap text-mist">{t("contents.changed")}</span>}
              </span>
            </Link>
            {here && toc.length > 0 && (
              <ul aria-label={t("page.inThisSection")} className="my-1 ms-[1.1rem] border-s border-line ps-2">
                {toc.filter(({ level }) => level === 2).map(({ anchor, text }) => (
                  <li key={anchor}>
                    <a href={`#${anchor}`} className="flex min-h-9 items-center rounded-md px-2 py-1 text-sm leading-snug text-ink-soft hover:bg-paper-deep hover:text-ink coarse:min-h-11">
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
