/** How texts are made comparable for search, and how a hit is shown in its surroundings. */

/** Part of a snippet; `hit` marks what was searched for. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

/** Lower case, full-width forms as ordinary ones: what is stored for search and searched for. */
export function fold(text: string): string {
  return [...text].map(foldChar).join("");
}

function foldChar(char: string): string {
  return char.normalize("NFKC").toLowerCase();
}

/** The words of a query, folded, without repetitions; at most six. */
export function queryTerms(query: string): string[] {
  return [...new Set(fold(query).split(/[\s,，、。;；]+/u))].filter((term) => term !== "").slice(0, 6);
}

/** A pattern for LIKE that finds `term` anywhere. */
export function likePattern(term: string): string {
  return `%${term.replace(/[\\%_]/g, "\\$&")}%`;
}

/** About `length` characters of the text around the first hit, with every hit in it marked. */
export function snippet(text: string, terms: readonly string[], length = 96): SnippetPart[] {
  const chars = [...text];
  const marks = markHits(chars, terms);
  const first = Math.max(0, marks.indexOf(true));
  const start = first <= length / 3 ? 0 : backToBreak(chars, first - Math.floor(length / 3));
  const end = Math.min(chars.length, start + length);
  const parts: SnippetPart[] = start > 0 ? [{ text: "…", hit: false }] : [];
  for (let at = start; at < end; at++) {
    const hit = marks[at] === true;
    const last = parts.at(-1);
    if (last !== undefined && last.hit === hit) last.text += chars[at];
    else parts.push({ text: chars[at] ?? "", hit });
  }
  if (end === chars.length) return parts;
  const last = parts.at(-1);
  if (last?.hit === false) last.text += "…";
  else parts.push({ text: "…", hit: false });
  return parts;
}

/** For every character whether it belongs to a hit. One character may fold to several, so positions are kept. */
function markHits(chars: readonly string[], terms: readonly string[]): boolean[] {
  const marks = chars.map(() => false);
  const origin: number[] = [];
  let folded = "";
  chars.forEach((char, at) => {
    const piece = foldChar(char);
    for (let i = 0; i < piece.length; i++) origin.push(at);
    folded += piece;
  });
  for (const term of terms) {
    for (let at = folded.indexOf(term); term !== "" && at >= 0; at = folded.indexOf(term, at + term.length)) {
      for (let i = at; i < at + term.length; i++) marks[origin[i] ?? 0] = true;
    }
  }
  return marks;
}

/** English begins a snippet at a word, Chinese anywhere. */
function backToBreak(chars: readonly string[], wanted: number): number {
  for (let at = wanted; at > Math.max(0, wanted - 16); at--) {
    if (/[\s，。；：、！？]/u.test(chars[at - 1] ?? "")) return at;
  }
  return wanted;
}
