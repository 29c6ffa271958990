/** A mark by a rubric as lines of the ledger: of each criterion the share of its levels. */
import type { Bilingual } from "~/i18n/locale";
import type { CapabilityLine } from "./entry";

interface Criterion {
  id: string;
  title: Bilingual;
  competencies: readonly string[];
  levels: readonly { points: number }[];
}

/** Criteria without points are passed over. The share is how far up its levels the mark stands: 0 the lowest, 1 the highest. */
export function rubricLines({ criteria }: { criteria: readonly Criterion[] }, points: Readonly<Record<string, number>>): CapabilityLine[] {
  return criteria.flatMap(({ id, title, competencies, levels }) => {
    const given = points[id];
    const all = levels.map((level) => level.points);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return given === undefined || high === low ? [] : [{ item: id, competencies, share: (given - low) / (high - low), label: title }];
  });
}
