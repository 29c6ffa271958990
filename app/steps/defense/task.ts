/** What a chapter's defense asks of a candidate: the task, the exhibits, the prompts, the minutes. Pure. */
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";

/** A question that examiners may ask. */
export interface Prompt {
  /** Stable for ever: examiners' marks are recorded under it. */
  id: string;
  /** Candidates read it beforehand. */
  theme: Bilingual;
  /** Examiners only, until the defense is signed. */
  text: Bilingual;
  /** What a good answer contains. Examiners only, always. */
  looksFor: Bilingual[];
  followUp?: Bilingual | undefined;
  /** Criteria of the rubric that the answer speaks for. */
  criteria: string[];
}

/** How long each part takes. */
export interface TaskMinutes {
  presentation: number;
  questions: number;
  deliberation: number;
}

export interface DefenseTask {
  /** Key of the rubric it is judged by. */
  rubric: string;
  minutes: TaskMinutes;
  /** Paragraphs, set apart by an empty line. */
  task: Bilingual;
  /** Keys of the sheets that lie on the table. */
  exhibits: string[];
  prompts: Prompt[];
}

/** What candidates read beforehand, in one language: nothing of what they will be asked but the themes. */
export interface CandidateTask {
  minutes: TaskMinutes;
  task: string[];
  exhibits: string[];
  themes: string[];
}

/** A prompt in one language, for examiners. */
export interface ShownPrompt {
  id: string;
  theme: string;
  text: string;
  looksFor: string[];
  followUp: string | null;
  criteria: string[];
}

/** The task as candidates may read it before and during their defense. */
export function taskForCandidate({ minutes, task, exhibits, prompts }: DefenseTask, locale: Locale): CandidateTask {
  return { minutes, task: paragraphs(pick(task, locale)), exhibits, themes: prompts.map(({ theme }) => pick(theme, locale)) };
}

/** The prompts as examiners read them. */
export function promptsForExaminer({ prompts }: DefenseTask, locale: Locale): ShownPrompt[] {
  return prompts.map(({ id, theme, text, looksFor, followUp, criteria }) => ({
    id,
    theme: pick(theme, locale),
    text: pick(text, locale),
    looksFor: looksFor.map((line) => pick(line, locale)),
    followUp: followUp === undefined ? null : pick(followUp, locale),
    criteria,
  }));
}

/** A text's paragraphs. */
export function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, " ").trim()).filter((paragraph) => paragraph !== "");
}
