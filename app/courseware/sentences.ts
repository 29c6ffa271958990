/** Splits a text into sentences for reading aloud. */

export interface Sentence {
  text: string;
  /** Position in the text. */
  from: number;
  to: number;
}

/** A voice stumbles over longer pieces (and some stop after some 200 characters). */
const LONGEST = 160;

/** Sentences by Intl.Segmenter where it exists, by punctuation elsewhere; without blank ones. */
export function splitSentences(text: string, tag: string): Sentence[] {
  return segments(text, tag).flatMap(cut).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}

function segments(text: string, tag: string): Sentence[] {
  if (typeof Intl.Segmenter === "function") {
    return [...new Intl.Segmenter(tag, { granularity: "sentence" }).segment(text)].map(({ segment, index }) => ({ text: segment, from: index, to: index + segment.length }));
  }
  return [...text.matchAll(/[^。！？!?.]+[。！？!?.]*/gu)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));
}

/** A long sentence in pieces, cut after a comma. */
function cut(sentence: Sentence): Sentence[] {
  if (sentence.text.length <= LONGEST) return [sentence];
  const commas = [...sentence.text.slice(0, LONGEST).matchAll(/[，；：、,;:]/gu)];
  const at = (commas.at(-1)?.index ?? LONGEST - 1) + 1;
  const middle = sentence.from + at;
  return [{ text: sentence.text.slice(0, at), from: sentence.from, to: middle }, ...cut({ text: sentence.text.slice(at), from: middle, to: sentence.to })];
}
