/** The icons of callouts (Lucide, ISC licence), as elements: they stand in compiled text, where no React component is. */
import type { Element } from "hast";
import { element } from "./hast";

const PATHS = {
  key: ["m15.5 7.5 2.3 2.3a1 1 0 0 0 1.4 0l2.1-2.1a1 1 0 0 0 0-1.4L19 4", "m21 2-9.6 9.6", "M7.5 21a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z"],
  mistake: ["m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3", "M12 9v4", "M12 17h.01"],
  example: ["M12 7v14", "M3 18a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h5a4 4 0 0 1 4 4 4 4 0 0 1 4-4h5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-6a3 3 0 0 0-3 3 3 3 0 0 0-3-3z"],
  try: ["M4 15s1-1 4-1 5 2 8 2 4-1 4-1V3s-1 1-4 1-5-2-8-2-4 1-4 1z", "M4 22v-7"],
} as const;

/** The icon of a kind of callout; decoration, the label says the same. */
export function calloutIcon(kind: keyof typeof PATHS): Element {
  const frame = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: "2", strokeLinecap: "round", strokeLinejoin: "round", ariaHidden: "true" };
  return element(
    "svg",
    frame,
    PATHS[kind].map((d) => element("path", { d }, [])),
  );
}
