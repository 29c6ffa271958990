/** What a content comes to at a moment, in the form in which it is stored. */
import { isoDay } from "~/i18n/dates";
import type { SheetContent } from "./content";
import type { SheetDefinition } from "./definition";
import { evaluate } from "./evaluate";
import type { Evaluation, Finding } from "./evaluation";
import type { Sheet } from "./rows.server";

export interface Assessment {
  evaluation: Evaluation;
  /** Columns of `sheet`. */
  counts: { done_count: number; of_count: number; complete: boolean; problem_count: number; warning_count: number; findings: string[] };
}

/** A finding's name in ledgers: the same check at the same place is the same finding. */
export function findingKey({ checkId, at }: Pick<Finding, "checkId" | "at">): string {
  return `${checkId}@${at ?? ""}`;
}

/** Evaluates a content as it stands at `now`. */
export function assess(definition: SheetDefinition, content: SheetContent, sheet: Pick<Sheet, "locale" | "currency" | "timeZone">, now: Date): Assessment {
  const evaluation = evaluate(definition, content, { locale: sheet.locale, currency: sheet.currency, today: isoDay(now, sheet.timeZone) });
  const { complete, done, of } = evaluation.completeness;
  const count = (severity: Finding["severity"]): number => evaluation.findings.filter((finding) => finding.severity === severity).length;
  return {
    evaluation,
    counts: { done_count: done, of_count: of, complete, problem_count: count("problem"), warning_count: count("warning"), findings: [...new Set(evaluation.findings.map(findingKey))].sort() },
  };
}
