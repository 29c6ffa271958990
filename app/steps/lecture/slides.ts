/** The slides of a session: the decks of its chapters, one after another. */
import type { SlideUse } from "~/courseware/chapter";

/** A chapter's slides in one language. */
export interface Deck {
  chapter: string;
  number: number;
  title: string;
  /** Names the compiled module. */
  codeHash: string;
  slides: SlideUse[];
}

/** Which slide, across chapters. */
export interface SlideKey {
  chapter: string;
  slide: string;
}

/** A slide with its place. */
export interface PlacedSlide extends SlideUse {
  chapter: string;
  codeHash: string;
  /** From 0, over all chapters of the session. */
  position: number;
  /** Minutes that the slides before it are planned to take. */
  minutesBefore: number;
}

/** All slides of a session in order. */
export function placedSlides(decks: readonly Deck[]): PlacedSlide[] {
  let minutesBefore = 0;
  return decks
    .flatMap((deck) => deck.slides.map((slide) => ({ ...slide, chapter: deck.chapter, codeHash: deck.codeHash })))
    .map((slide, position) => {
      const placed = { ...slide, position, minutesBefore };
      minutesBefore += slide.minutes;
      return placed;
    });
}

/** The slide that `key` names; the first when there is none such (nothing shown yet, or it went in a new version). */
export function slideAt(slides: readonly PlacedSlide[], key: SlideKey | null): PlacedSlide | undefined {
  return slides.find((slide) => key !== null && slide.chapter === key.chapter && slide.id === key.slide) ?? slides[0];
}

/** A slide's key. */
export function keyOf(slide: PlacedSlide): SlideKey {
  return { chapter: slide.chapter, slide: slide.id };
}

/** Whether both name the same slide. */
export function sameSlide(one: SlideKey | null, other: SlideKey | null): boolean {
  return one?.chapter === other?.chapter && one?.slide === other?.slide;
}
