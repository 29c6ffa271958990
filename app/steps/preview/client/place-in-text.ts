/** Where in a text the reader is: as a share of it and as the block at eye level, which survives another screen width. */

export interface Place {
  position: number;
  anchor: string | null;
}

/** Eyes rest above the middle of the window. */
const EYE_LEVEL = 0.35;

/** Where the reader is now. */
export function placeIn(text: HTMLElement): Place {
  const eye = window.innerHeight * EYE_LEVEL;
  const { top, height } = text.getBoundingClientRect();
  let anchor: string | null = null;
  for (const block of text.querySelectorAll("[id]")) {
    if (block.getBoundingClientRect().top > eye) break;
    anchor = block.id;
  }
  return { position: height <= 0 ? 0 : Math.min(1, Math.max(0, (eye - top) / height)), anchor };
}

/** Brings the window to a place; false when it is near the beginning anyway. */
export function scrollToPlace(text: HTMLElement, { position, anchor }: Place): boolean {
  if (position < 0.03) return false;
  const block = anchor === null ? null : text.querySelector(`#${CSS.escape(anchor)}`);
  const { top, height } = text.getBoundingClientRect();
  const wanted = block === null ? top + height * position : block.getBoundingClientRect().top;
  const distance = wanted - window.innerHeight * EYE_LEVEL;
  if (distance < window.innerHeight * 0.3) return false;
  window.scrollBy({ top: distance, behavior: "instant" });
  return true;
}
