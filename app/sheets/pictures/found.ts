/** Where method checks found something, for pictures that show it. */
import type { Evaluation } from "../evaluation";

/** Whether one of the checks found something at the row; any check when none is named. */
export function foundAt(evaluation: Evaluation, table: string, row: string, ...checks: string[]): boolean {
  const place = `${table}/${row}`;
  return evaluation.findings.some((finding) => finding.at !== null && (finding.at === place || finding.at.startsWith(`${place}/`)) && (checks.length === 0 || checks.includes(finding.checkId)));
}
