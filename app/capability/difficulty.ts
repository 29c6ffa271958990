/** How hard a question is: what people did with it, leaning on the author's word while few have answered it. */
import { AUTHORS_DIFFICULTY } from "./weights";

/** What is known of a question: answers at first attempts, and how much of them was missed (parts of an answer count as parts). */
export interface Tried {
  answers: number;
  failed: number;
}

/** Share of people who fail it, 0…1: (missed + 10 × the author's word) ÷ (answers + 10). `level`: 1 understand, 2 apply, 3 judge. */
export function difficultyOf(level: 1 | 2 | 3, tried: Tried = { answers: 0, failed: 0 }): number {
  const { answers, failing } = AUTHORS_DIFFICULTY;
  return (tried.failed + answers * failing[level]) / (tried.answers + answers);
}
