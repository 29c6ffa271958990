/** A stem in pieces: text, and the gaps that it names as `{{id}}`. */
export type StemPart = { key: string; text: string; blank?: undefined } | { key: string; blank: string };

const GAP = /\{\{\s*([a-z0-9-]+)\s*\}\}/giu;

/** Cuts a stem at its gaps. */
export function stemParts(stem: string): StemPart[] {
  const parts: StemPart[] = [];
  let from = 0;
  for (const match of stem.matchAll(GAP)) {
    if (match.index > from) parts.push({ key: `t${from}`, text: stem.slice(from, match.index) });
    parts.push({ key: `b${match.index}`, blank: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < stem.length) parts.push({ key: `t${from}`, text: stem.slice(from) });
  return parts;
}

/** The stem as a sentence to read out or to list: gaps are shown as a line. */
export function plainStem(stem: string): string {
  return stem.replace(GAP, "____");
}
