/** What a piece of work is judged by: criteria with described levels. Pure; the form, the store and the rooms share it. */
import { type Bilingual, type Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { fail, ok, type Result } from "~/platform/result";

/** What a rubric can be for; role-plays have their checklist, quiz questions bring their own. */
export const RUBRIC_USES = ["homework", "group-sheet", "defense"] as const;
export type RubricUse = (typeof RUBRIC_USES)[number];

export interface RubricLevel {
  points: number;
  text: Bilingual;
}

export interface RubricCriterion {
  /** Stable for ever: marks are recorded under it. */
  id: string;
  title: Bilingual;
  /** What to look at. */
  hint?: Bilingual | undefined;
  /** The competencies that this criterion speaks for. */
  competencies: string[];
  /** From the weakest to the best; at most five, one for each of the keys 1–5. */
  levels: RubricLevel[];
}

export interface Rubric {
  key: string;
  use: RubricUse;
  title: Bilingual;
  criteria: RubricCriterion[];
}

/** A rubric in the reader's language, as the form shows it. */
export interface ShownRubric {
  criteria: { id: string; title: string; hint?: string | undefined; levels: { points: number; text: string }[] }[];
}

/** Points by criterion: of each exactly those of one of its levels. */
export type CriterionPoints = Record<string, number>;

export type RubricError =
  | { code: "criterion-missing"; criterion: string }
  | { code: "criterion-unknown"; criterion: string }
  | { code: "not-a-level"; criterion: string; levels: number[] };

type Scorable = { criteria: readonly { id: string; levels: readonly { points: number }[] }[] };

/** The rubric in one language. */
export function showRubric(rubric: Pick<Rubric, "criteria">, locale: Locale): ShownRubric {
  return {
    criteria: rubric.criteria.map(({ id, title, hint, levels }) => ({
      id,
      title: pick(title, locale),
      ...(hint === undefined ? {} : { hint: pick(hint, locale) }),
      levels: levels.map(({ points, text }) => ({ points, text: pick(text, locale) })),
    })),
  };
}

/** The most points that a rubric gives. */
export function rubricMost({ criteria }: Scorable): number {
  return criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
}

/** The points of a mark, when every criterion has those of one of its levels. */
export function rubricPoints(rubric: Scorable, given: CriterionPoints): Result<{ points: number; max: number }, RubricError> {
  for (const id of Object.keys(given)) {
    if (!rubric.criteria.some((criterion) => criterion.id === id)) return fail({ code: "criterion-unknown", criterion: id });
  }
  let points = 0;
  for (const { id, levels } of rubric.criteria) {
    const chosen = given[id];
    if (chosen === undefined) return fail({ code: "criterion-missing", criterion: id });
    if (!levels.some((level) => level.points === chosen)) return fail({ code: "not-a-level", criterion: id, levels: levels.map((level) => level.points) });
    points += chosen;
  }
  return ok({ points, max: rubricMost(rubric) });
}

/**
 * How far apart two marks by the same rubric lie: the mean over the criteria of the distance in points, as a share of the
 * criterion's range. 0 is the same, 1 is opposite ends everywhere. Criteria that one of them lacks are passed over; null when none is left.
 */
export function rubricDistance(rubric: Scorable, a: CriterionPoints, b: CriterionPoints): number | null {
  const distances = rubric.criteria.flatMap(({ id, levels }) => {
    const [x, y] = [a[id], b[id]];
    const points = levels.map((level) => level.points);
    const range = Math.max(...points) - Math.min(...points);
    return x === undefined || y === undefined || range === 0 ? [] : [Math.abs(x - y) / range];
  });
  return distances.length === 0 ? null : distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}
