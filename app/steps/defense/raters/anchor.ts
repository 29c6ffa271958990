/** Anchor defenses: written cases with scores that a panel agreed on. Pure: comparing, and who counts as calibrated. */
import type { Bilingual } from "~/i18n/locale";
import type { CriterionPoints, Rubric } from "~/marking";

const DAY_MS = 86_400_000;

/** content/anchors/*.yaml. */
export interface Anchor {
  chapter: string;
  /** Key of the rubric that its agreed scores are by. */
  rubric: string;
  title: Bilingual;
  /** Who stands there, in words that judge nothing. */
  candidate: Bilingual;
  exhibits: { title: Bilingual; items: { term: Bilingual; text: Bilingual }[] }[];
  transcript: { who: "candidate" | "examiner"; text: Bilingual }[];
  /** One per criterion of the rubric. Nobody sees them before having scored. */
  consensus: { criterion: string; points: number; reason: Bilingual }[];
  /** What this case shows about scoring; read afterwards. */
  lesson: Bilingual;
}

/** What calibration rests on, in one place. */
export const CALIBRATION = {
  /** For how long a scored anchor speaks for an examiner: a season and its preparation. */
  validDays: 180,
  /** Anchors scored within that time before anything is said: two have at least eight judgements, one is a matter of luck. */
  leastAnchors: 2,
  /** After how many days an anchor may be scored again: before that one remembers the scores rather than the case. */
  againAfterDays: 60,
  /** Judgements that must hit the agreed level exactly, and within one level: usual asks of scorers of written exams are 60–70 % and 90–95 %. */
  leastExact: 0.6,
  leastWithin: 0.9,
  /** The mean distance from the agreed scores, in levels, beyond which somebody is too severe or too lenient as a whole. */
  mostShift: 0.4,
} as const;

/** One examiner's scores of one anchor beside the agreed ones; levels count from 0. */
export interface Comparison {
  rows: { criterion: string; given: number; agreed: number }[];
  /** Shares of the criteria. */
  exact: number;
  within: number;
  /** Given − agreed, in levels, averaged: above 0 is lenient. */
  shift: number;
}

type Levels = Pick<Rubric, "criteria">;

/** Compares in steps of levels, whatever points they carry. Criteria that one side lacks are passed over; null when none is left. */
export function compareWithConsensus(rubric: Levels, consensus: readonly { criterion: string; points: number }[], given: CriterionPoints): Comparison | null {
  const rows = rubric.criteria.flatMap(({ id, levels }) => {
    const levelOf = (points: number | undefined): number => levels.findIndex((level) => level.points === points);
    const [mine, agreed] = [levelOf(given[id]), levelOf(consensus.find(({ criterion }) => criterion === id)?.points)];
    return mine < 0 || agreed < 0 ? [] : [{ criterion: id, given: mine, agreed }];
  });
  if (rows.length === 0) return null;
  const share = (most: number): number => rows.filter((row) => Math.abs(row.given - row.agreed) <= most).length / rows.length;
  return { rows, exact: share(0), within: share(1), shift: rows.reduce((sum, row) => sum + row.given - row.agreed, 0) / rows.length };
}

/** A scored anchor, as calibration looks at it. */
export interface AnchorResult {
  anchorKey: string;
  ratedAt: Date;
  comparison: Comparison;
}

export type Calibration =
  /** Too few anchors scored in time. */
  | { state: "open"; anchors: number; needed: number }
  | { state: "calibrated" | "apart"; anchors: number; judgements: number; exact: number; within: number; shift: number; until: Date };

/** Where an examiner stands by the anchors of one chapter: the latest result of each, as far as it is still valid. */
export function calibrationOf(results: readonly AnchorResult[], now: Date): Calibration {
  const validFrom = now.getTime() - CALIBRATION.validDays * DAY_MS;
  const latest = new Map<string, AnchorResult>();
  for (const result of results) {
    if (result.ratedAt.getTime() < validFrom || result.ratedAt > now) continue;
    const before = latest.get(result.anchorKey);
    if (before === undefined || before.ratedAt < result.ratedAt) latest.set(result.anchorKey, result);
  }
  const counted = [...latest.values()].sort((a, b) => b.ratedAt.getTime() - a.ratedAt.getTime());
  if (counted.length < CALIBRATION.leastAnchors) return { state: "open", anchors: counted.length, needed: CALIBRATION.leastAnchors };
  const rows = counted.flatMap(({ comparison }) => comparison.rows);
  const share = (most: number): number => rows.filter((row) => Math.abs(row.given - row.agreed) <= most).length / rows.length;
  const [exact, within] = [share(0), share(1)];
  const shift = rows.reduce((sum, row) => sum + row.given - row.agreed, 0) / rows.length;
  const good = exact >= CALIBRATION.leastExact && within >= CALIBRATION.leastWithin && Math.abs(shift) <= CALIBRATION.mostShift;
  // It holds until the anchor that made it enough runs out.
  const until = new Date(counted[CALIBRATION.leastAnchors - 1]!.ratedAt.getTime() + CALIBRATION.validDays * DAY_MS);
  return { state: good ? "calibrated" : "apart", anchors: counted.length, judgements: rows.length, exact, within, shift, until };
}

/** From when somebody who scored an anchor at `ratedAt` may score it again. */
export function againFrom(ratedAt: Date): Date {
  return new Date(ratedAt.getTime() + CALIBRATION.againAfterDays * DAY_MS);
}
