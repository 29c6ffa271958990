/**
 * How wide a text will be in a picture, before there is a browser to measure it. SVG neither wraps nor cuts text, and pictures are
 * drawn on the server too, so widths are estimated from the kind of each character: generously, so that nothing runs out of its box.
 */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201f\u2026]/;
/** What must not stand at the beginning of a line. */
const NOT_FIRST = /^[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff09\u300b\u300d\u201d\u2019\u2026,.;:!?)%]/;

/** Estimated width of a text in the units of the font size. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    if (WIDE.test(character)) ems += 1;
    else if (/[A-Z@%&mw+]/.test(character)) ems += 0.78;
    else if (/[ .,:;'|ijlt()]/.test(character)) ems += 0.36;
    else ems += 0.61;
  }
  return ems * size;
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Pieces that may not be torn apart: a wide character with the punctuation that follows it, a word with the space behind it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (const character of text.replace(/\s+/g, " ").trim()) {
    const last = found[found.length - 1];
    const joins = last !== undefined && (NOT_FIRST.test(character) || character === " " || (!WIDE.test(character) && !WIDE.test(last) && !last.endsWith(" ")));
    if (joins) found[found.length - 1] = last + character;
    else found.push(character);
  }
  return found;
}

/** The text in lines of at most `width`, `maxLines` of them; what doesn't fit ends in an ellipsis. No lines for an empty text. */
export function wrapText(text: string, size: number, width: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  if (line !== "") lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines.map((one) => fitText(one, size, width));
  const kept = lines.slice(0, maxLines);
  const rest = lines.slice(maxLines - 1).join(WIDE.test(lines[maxLines - 1] ?? "") ? "" : " ");
  kept[maxLines - 1] = fitText(rest, size, width);
  return kept.map((one) => fitText(one, size, width));
}
