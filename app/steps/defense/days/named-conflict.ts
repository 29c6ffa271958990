import type { NumberedDay } from "./problem-of";
import { type Conflict, type ConflictCode, conflictsIn, isFlag, type Placement } from "./schedule/schedule";

/** A conflict with the people in it by their ids. */
export interface NamedConflict {
  code: ConflictCode;
  /** Whose slot breaks the rule. */
  enrolmentId: string;
  examinerId: string | null;
  /** Whose slot it collides with. */
  withEnrolmentId: string | null;
}

/** Everything that a schedule breaks, flags included. */
export function namedConflicts(numbered: NumberedDay, placements: readonly Placement[]): NamedConflict[] {
  return conflictsIn(numbered.problem, placements).map((conflict) => named(numbered, placements, conflict));
}

/** What a change would break that was whole before; flags are not counted. */
export function newConflicts(numbered: NumberedDay, after: readonly Placement[]): NamedConflict[] {
  const key = ({ code, enrolmentId, examinerId, withEnrolmentId }: NamedConflict): string => [code, examinerId, ...[enrolmentId, withEnrolmentId].sort()].join(" ");
  const known = new Set(namedConflicts(numbered, numbered.placements).map(key));
  return namedConflicts(numbered, after).filter((conflict) => !isFlag(conflict) && !known.has(key(conflict)));
}

function named({ enrolmentIds, examinerIds }: NumberedDay, placements: readonly Placement[], conflict: Conflict): NamedConflict {
  const enrolment = (at: number | undefined): string | null => (at === undefined ? null : enrolmentIds[placements[at]!.candidate]!);
  return {
    code: conflict.code,
    enrolmentId: enrolment(conflict.at)!,
    examinerId: conflict.examiner === undefined ? null : (examinerIds[conflict.examiner] ?? null),
    withEnrolmentId: enrolment(conflict.with),
  };
}
