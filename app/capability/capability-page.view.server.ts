import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { COMPETENCIES, type Competency, COMPETENCY_IDS, type CompetencyGroup } from "./competency";
import type { Estimate } from "./estimate";
import { ledgerLines } from "./ledger.server";
import { nextEvidence, type NextEvidence } from "./next-evidence.server";
import { workOut } from "./refresh-estimates.server";
import { type Standing, standingOf } from "./standing";
import { type Gap, gapsBetween, type SeenBy, seenBy } from "./views";

/** One competency of a person as a page shows it. */
export interface CompetencyView {
  competency: Competency;
  group: CompetencyGroup;
  estimate: Estimate;
  standing: Standing;
  /** When the newest evidence was seen. */
  newestAt: Date | null;
  views: Pick<SeenBy, "view" | "estimate">[];
  gaps: Gap[];
  /** What would bring the next evidence, the most telling first. */
  next: NextEvidence[];
}

export interface CapabilityPage {
  /** Competencies with evidence, or with evidence to come on the person's road; in their order. */
  competencies: CompetencyView[];
  /** The others: nothing is known, and nothing planned. */
  untouched: Competency[];
}

/** The first whose turn has come, and the most telling one. */
function telling(coming: readonly NextEvidence[]): NextEvidence[] {
  const first = coming.find((one) => one.open) ?? coming[0];
  const most = coming.reduce<NextEvidence | undefined>((best, one) => (best === undefined || one.worth > best.worth ? one : best), undefined);
  return [...new Set([first, most])].filter((one) => one !== undefined);
}

const NOTHING: Estimate = { kind: "insufficient", n: 0, needed: 0, rows: 0 };

/** Everything about one person's capability; whether the reader may see it, `capabilityRight` says. */
export async function capabilityPage(db: Kysely<DB>, personId: string, now: Date): Promise<CapabilityPage> {
  const [figures, lines, next] = await Promise.all([workOut(db, { personIds: [personId], at: now }), ledgerLines(db, { personIds: [personId] }), nextEvidence(db, personId)]);
  const byCompetency = new Map(figures.map((figure) => [figure.competency, figure]));
  const views = COMPETENCY_IDS.map((competency): CompetencyView => {
    const figure = byCompetency.get(competency);
    const seen = seenBy(lines.filter((line) => line.competency === competency), now);
    const estimate = figure?.estimate ?? NOTHING;
    return {
      competency,
      group: COMPETENCIES[competency],
      estimate,
      standing: standingOf(estimate),
      newestAt: figure?.newestAt ?? null,
      views: seen.map(({ view, estimate: one }) => ({ view, estimate: one })),
      gaps: gapsBetween(seen),
      next: telling(next.filter((one) => one.competencies.includes(competency))),
    };
  });
  const touched = views.filter(({ estimate, views: seen, next: coming }) => estimate.rows > 0 || seen.length > 0 || coming.length > 0);
  return { competencies: touched, untouched: COMPETENCY_IDS.filter((id) => !touched.some(({ competency }) => competency === id)) };
}
