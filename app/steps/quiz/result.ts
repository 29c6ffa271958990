/** What a marked paper says: the total, what each competency got, and which sections to read again. */
import { reachesMark, total } from "./attempt";
import type { ScoreState } from "./score";

/** One place of a paper with what it speaks for and what it earned; `needs-marking` has earned nothing yet. */
export type ResultItem = {
  competencies: readonly string[];
  section: string;
  points: number;
  max: number;
  state: ScoreState;
};

export type CompetencyResult = { competency: string; points: number; max: number };
export type SectionToRead = { section: string; lost: number };

export type QuizResult = {
  points: number;
  max: number;
  /** The points that are marked already; `max` once nothing is pending. */
  markedMax: number;
  /** Rounded down to a whole percent, so that what is shown never reaches a mark that was missed. */
  percent: number;
  /** How many answers wait for a person; while any does, `passed` is null. */
  pending: number;
  passed: boolean | null;
  competencies: CompetencyResult[];
  /** Most points lost first. */
  sections: SectionToRead[];
};

/** Sums a paper up. A question that speaks for several competencies counts for each of them in full. */
export function resultOf(items: readonly ResultItem[], passMark: number): QuizResult {
  const pending = items.filter((item) => item.state === "needs-marking").length;
  const { points, max } = total(items);
  const competencies = new Map<string, CompetencyResult>();
  const sections = new Map<string, number>();
  for (const item of items) {
    if (item.state === "needs-marking") continue;
    for (const competency of item.competencies) {
      const sum = competencies.get(competency) ?? { competency, points: 0, max: 0 };
      competencies.set(competency, { competency, points: sum.points + item.points, max: sum.max + item.max });
    }
    const lost = item.max - item.points;
    if (lost > 1e-9) sections.set(item.section, (sections.get(item.section) ?? 0) + lost);
  }
  return {
    points,
    max,
    markedMax: total(items.filter((item) => item.state !== "needs-marking")).max,
    percent: max === 0 ? 0 : Math.floor((points / max) * 100 + 1e-7),
    pending,
    passed: pending > 0 ? null : reachesMark(points, max, passMark),
    competencies: [...competencies.values()],
    sections: [...sections].map(([section, lost]) => ({ section, lost })).sort((a, b) => b.lost - a.lost),
  };
}
