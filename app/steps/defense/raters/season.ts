/** Figures of a season of defenses, from the independent scores of its panels. Pure. */
import { randomFrom } from "~/platform/random";
import { addCoincidences, addSubject, agreementWithin, ALPHA_METRICS, bootstrapIntervals, type Coincidences, iccOfSums, krippendorffAlpha, namedCoincidences, namedSums, type Ratings, raterSumsLength, sparseOf, sumSparse, valuesOf } from "~/statistics";
import { EVIDENCE } from "./evidence";
import { AGREEMENT_FIGURES, type AgreementFigure, type Figure } from "./figure";

/** One examiner's level of one criterion, given before hearing the others. */
export interface SeasonScore {
  slotId: string;
  chapterSlug: string;
  rubricHash: string;
  criterionId: string;
  examinerId: string;
  level: number;
}

export interface CriterionFigures {
  chapterSlug: string;
  criterionId: string;
  exact: Figure;
  within: Figure;
  ordinal: Figure;
}

export interface SeasonAgreement {
  figures: Record<AgreementFigure, Figure>;
  criteria: CriterionFigures[];
  /** Examiners per panel behind ICC(A,k): the harmonic mean. */
  panel: number | null;
}

/** Scores of one defense, in order of appearance. */
interface Defense {
  slotId: string;
  scores: SeasonScore[];
}

/** Agreement over all criteria together, and per criterion, each with its interval. The same scores give the same figures. */
export function seasonAgreement(scores: readonly SeasonScore[]): SeasonAgreement {
  const defenses = sharedDefenses(scores);
  const values = valuesOf([scores.map(({ level }) => level)]);
  const criteria = distinct(scores.map(({ chapterSlug, criterionId }) => `${chapterSlug} ${criterionId}`));
  const totals = totalsOf(defenses);
  const columns = totals.examiners.length;
  // Everything that the figures are made of adds up over defenses: [all criteria] [criterion by criterion] [totals].
  const square = values.length ** 2;
  const ofTotals = square * (1 + criteria.length);
  const rows = defenses.map(({ scores: own }, defense) => {
    const row = new Float64Array(ofTotals + raterSumsLength(columns));
    addCoincidences(row, unitsOf(own), values);
    criteria.forEach((criterion, index) => addCoincidences(row, unitsOf(own.filter((score) => `${score.chapterSlug} ${score.criterionId}` === criterion)), values, square * (1 + index)));
    totals.rows.forEach((total, at) => total.defense === defense && addSubject(row.subarray(ofTotals), totals.table[at]!, columns));
    return sparseOf(row);
  });
  const sums = new Float64Array(ofTotals + raterSumsLength(columns));

  const statistics = (weights: readonly number[]): (number | null)[] => {
    sumSparse(rows, weights, sums);
    const all = namedCoincidences(sums, values);
    const icc = iccOfSums(namedSums(sums, columns, ofTotals));
    return [
      ...agreementOf(all),
      ...ALPHA_METRICS.map((metric) => krippendorffAlpha(all, metric)),
      icc?.single ?? null,
      icc?.average ?? null,
      ...criteria.flatMap((_, index) => {
        const one = namedCoincidences(sums, values, square * (1 + index));
        return [...agreementOf(one), krippendorffAlpha(one, "ordinal")];
      }),
    ];
  };
  const ones = defenses.map(() => 1);
  const whole = statistics(ones);
  const panel = iccOfSums(namedSums(sums, columns, ofTotals))?.k ?? null;
  // The season itself is the seed: whoever opens the page sees the same intervals.
  const random = randomFrom(`season ${defenses.map(({ slotId }) => slotId).join(" ")}`);
  const enough = defenses.length >= EVIDENCE.agreement;
  const intervals = enough ? bootstrapIntervals(defenses.length, statistics, { random, replicates: EVIDENCE.replicates, level: EVIDENCE.level }) : whole.map(() => null);
  const figure = (at: number, n: number, needed: number): Figure => {
    if (n < needed) return { kind: "insufficient", n, needed };
    const value = whole[at] ?? null;
    return value === null ? { kind: "undefined", n } : { kind: "estimate", value, interval: intervals[at] ?? null, n };
  };
  const inTotals = distinct(totals.rows.map(({ defense }) => String(defense))).length;
  return {
    figures: Object.fromEntries(AGREEMENT_FIGURES.map((key, at) => [key, key.startsWith("icc") ? figure(at, inTotals, EVIDENCE.icc) : figure(at, defenses.length, EVIDENCE.agreement)])) as Record<AgreementFigure, Figure>,
    criteria: criteria.map((criterion, index) => {
      const [chapterSlug = "", criterionId = ""] = criterion.split(" ");
      const n = rows.filter(({ places }) => places.some((place) => place >= square * (1 + index) && place < square * (2 + index))).length;
      const at = AGREEMENT_FIGURES.length + index * 3;
      return { chapterSlug, criterionId, exact: figure(at, n, EVIDENCE.agreement), within: figure(at + 1, n, EVIDENCE.agreement), ordinal: figure(at + 2, n, EVIDENCE.agreement) };
    }),
    panel,
  };
}

const agreementOf = (matrix: Coincidences): (number | null)[] => [agreementWithin(matrix, 0), agreementWithin(matrix, 1)];

/** The defenses that at least two examiners scored, in a fixed order. */
export function sharedDefenses<S extends SeasonScore>(scores: readonly S[]): { slotId: string; scores: S[] }[] {
  const bySlot = new Map<string, S[]>();
  for (const score of scores) bySlot.set(score.slotId, [...(bySlot.get(score.slotId) ?? []), score]);
  return [...bySlot.entries()]
    .map(([slotId, own]) => ({ slotId, scores: own }))
    .filter(({ scores: own }) => distinct(own.map(({ examinerId }) => examinerId)).length > 1)
    .sort((a, b) => (a.slotId < b.slotId ? -1 : 1));
}

/** A row per criterion of one defense; who gave which level does not matter here. */
function unitsOf(scores: readonly SeasonScore[]): Ratings {
  const units = new Map<string, number[]>();
  for (const { chapterSlug, criterionId, level } of scores) {
    const key = `${chapterSlug} ${criterionId}`;
    units.set(key, [...(units.get(key) ?? []), level]);
  }
  return [...units.values()];
}

/** One candidate's total in one chapter: a row of the table of means, a column per examiner. */
export interface Totals {
  examiners: string[];
  rows: { defense: number; slotId: string; chapterSlug: string; criteria: number }[];
  table: (number | null)[][];
}

/**
 * Mean level over the criteria of a chapter, per defense and examiner. Only of examiners who scored every criterion that
 * anybody scored there: means over different criteria would not compare.
 */
export function totalsOf(defenses: readonly Defense[]): Totals {
  const examiners = distinct(defenses.flatMap(({ scores }) => scores.map(({ examinerId }) => examinerId))).sort();
  const totals: Totals = { examiners, rows: [], table: [] };
  defenses.forEach(({ slotId, scores }, defense) => {
    for (const chapterSlug of distinct(scores.map((score) => score.chapterSlug)).sort()) {
      const own = scores.filter((score) => score.chapterSlug === chapterSlug);
      const criteria = distinct(own.map(({ criterionId }) => criterionId)).length;
      const row = examiners.map((examinerId) => {
        const levels = own.filter((score) => score.examinerId === examinerId).map(({ level }) => level);
        return levels.length < criteria ? null : levels.reduce((sum, level) => sum + level, 0) / criteria;
      });
      if (row.filter((value) => value !== null).length < 2) continue;
      totals.rows.push({ defense, slotId, chapterSlug, criteria });
      totals.table.push(row);
    }
  });
  return totals;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
