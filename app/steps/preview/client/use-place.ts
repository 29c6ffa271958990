import { type RefObject, useEffect, useState } from "react";
import type { SectionPage } from "../packed-page";
import { newestPlace } from "./kept-place";
import { scrollToPlace } from "./place-in-text";

interface Options {
  scope: string;
  sectionId: string;
  /** Where the server saw the reader last, on whatever device. */
  place: SectionPage["place"];
  finished: boolean;
  text: RefObject<HTMLElement>;
}

/** Brings the reader back to where they were, once per visit; an address with an anchor, or a finished section, starts as asked. */
export function usePlace({ scope, sectionId, place, finished, text }: Options): { toTop: () => void; close: () => void } | null {
  const [resumed, setResumed] = useState(false);
  useEffect(() => {
    if (finished || !["", "#main"].includes(window.location.hash) || window.scrollY > 8 || text.current === null) return;
    const newest = newestPlace(scope, sectionId, place);
    if (newest !== null && scrollToPlace(text.current, newest)) setResumed(true);
    // oxlint-disable-next-line react/exhaustive-deps -- what is recorded while reading must not move the page
  }, [scope, sectionId]);
  if (!resumed) return null;
  const close = (): void => setResumed(false);
  return {
    close,
    toTop() {
      window.scrollTo({ top: 0 });
      close();
    },
  };
}
