import { useSyncExternalStore } from "react";

/** Where a grid has room: the breakpoint `md`, as in the classes. */
const WIDE = "(min-width: 48rem)";
/** Where the side panel has a column of its own: `lg`. */
const ROOMY = "(min-width: 64rem)";

function useMedia(query: string): boolean | null {
  return useSyncExternalStore<boolean | null>(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
    () => null,
  );
}

/** Whether rows stand in a grid (true) or as cards; null on the server, which sends both and lets the screen choose. */
export function useWide(): boolean | null {
  return useMedia(WIDE);
}

/** Whether the side panel stands beside the sheet; null on the server. */
export function useRoomy(): boolean | null {
  return useMedia(ROOMY);
}
