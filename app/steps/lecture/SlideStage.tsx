import clsx from "clsx";
import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { DeckSlide } from "./DeckSlide";
import { type Deck, type PlacedSlide } from "./slides";
import { useFit } from "./use-fit";

export interface SlideStageProps {
  slide: PlacedSlide;
  decks: readonly Deck[];
  total: number;
  locale: Locale;
  /** In place of the slide's text: its poll. */
  instead?: ReactNode;
  /** `stage` keeps a screen's proportions, `sheet` flows like a page (phones). */
  look?: "stage" | "sheet";
  level?: 1 | 2;
  className?: string;
}

/** A slide on its paper: the chapter above, the road of the class below. */
export function SlideStage({ slide, decks, total, locale, instead, look = "stage", level, className }: SlideStageProps) {
  const { t } = useTranslation("lecture");
  const deck = decks.find((candidate) => candidate.chapter === slide.chapter);
  const stage = useRef<HTMLDivElement>(null);
  useFit(stage);
  return (
    <div ref={stage} className={clsx(look === "stage" ? "slide-stage" : "slide-sheet", className)}>
      <div className="slide-frame">
        <p className="slide-mark">{deck && t("chapter", { number: deck.number, title: deck.title })}</p>
        <DeckSlide slide={slide} locale={locale} instead={instead} level={level} />
        <p className="slide-foot">
          <RoadLine share={total <= 1 ? 1 : slide.position / (total - 1)} />
          <span className="tabular" aria-label={t("deck.slide", { number: slide.position + 1, total })}>
            {slide.position + 1} / {total}
          </span>
        </p>
      </div>
    </div>
  );
}

const CLIMB = "M0 29C18 28 26 30 40 27s20-8 32-7 18 3 30-1 16-9 28-9 18 5 30 2 20-9 34-9 22 0 46 0";

/** How far the class has come, as the climb of the house. */
function RoadLine({ share }: { share: number }) {
  const clip = useId().replaceAll(":", "");
  return (
    <svg viewBox="0 0 240 32" preserveAspectRatio="none" aria-hidden fill="none" strokeLinecap="round">
      <clipPath id={clip}>
        <rect x="-2" y="-4" width={2 + share * 240} height="40" />
      </clipPath>
      <path d={CLIMB} className="stroke-line" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      <path d={CLIMB} clipPath={`url(#${clip})`} className="stroke-pine" strokeWidth="2.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
