/** What the content check is told by other rooms: how questions are written and papers drawn. */
import type { z } from "zod";
import type { BlueprintCell } from "../chapter";
import type { ContentProblem } from "~/platform/content-error";
import type { CheckinFileSchema } from "../load-chapter.server";

/** What the check needs to know of a question of the bank. */
export interface BankQuestion {
  id: string;
  kind: string;
  competencies: string[];
  section: string;
}

export interface ContentRules<Q extends BankQuestion = BankQuestion> {
  checkinSchema: CheckinFileSchema;
  questionSchema: z.ZodType<Q[]>;
  /** The cells that a bank cannot fill for three papers without a question in common. */
  shortfall(bank: readonly Q[], blueprint: readonly BlueprintCell[]): { competency: string; wanted: number; found: number }[];
  /** Keys of pipeline steps, for `omits`. */
  steps: readonly string[];
  /** Keys of tool sheets; null while there are none to compare with. */
  tools: readonly string[] | null;
}

/** What is known of the whole content while one chapter is checked. */
export interface Known {
  competencies: ReadonlySet<string>;
  terms: ReadonlySet<string>;
}

/** Collects problems of one file. */
export function reporter(problems: ContentProblem[], file: string): (line: number, message: string) => void {
  return (line, message) => void problems.push({ file, line, message });
}
