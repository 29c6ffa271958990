/** How large a poll can be written on a slide so that nothing of it falls off. Lengths in hundredths of the slide's width. */

export const POLL_SIZES = { large: 2.6, medium: 2.1, small: 1.72, tiny: 1.4 } as const;
export type PollSize = keyof typeof POLL_SIZES;

/** The room between title and foot, and the widths of the two columns (lecture.css). */
const HEIGHT = 35;
const LEFT = 34;
const RIGHT = 48;
const LINE = 1.5;
const GAP = 1.3;

export interface PollTexts {
  /** What stands in the left column, one paragraph each. */
  paragraphs: readonly string[];
  choices: readonly string[];
}

/** The largest size at which question and choices with their bars fit. */
export function pollSize({ paragraphs, choices }: PollTexts): PollSize {
  const sizes = Object.entries(POLL_SIZES) as [PollSize, number][];
  const fitting = sizes.find(([, em]) => {
    const question = paragraphs.reduce((sum, text) => sum + linesOf(text, LEFT / em) * LINE * em + 0.8 * em, 0);
    // Every choice has its text and, below it, its bar.
    const answers = choices.reduce((sum, text) => sum + (linesOf(text, RIGHT / em - 2.2) + 0.8) * LINE * em + GAP, 0);
    return Math.max(question, answers) <= HEIGHT;
  });
  return fitting?.[0] ?? "tiny";
}

/** Lines that a text takes at so many ems a line; a Chinese character is one em, a Latin one about half. */
function linesOf(text: string, ems: number): number {
  const width = [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.53), 0);
  return Math.max(1, Math.ceil((width * 1.04) / ems));
}
