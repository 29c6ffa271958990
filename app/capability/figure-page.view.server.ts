import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Competency } from "./competency";
import type { Estimate, Posterior, WeighedLine } from "./estimate";
import { estimateOf, posteriorOf, weigh } from "./estimate";
import { ledgerLines } from "./ledger.server";
import { NO_PRIOR, type TakenPrior } from "./priors.server";
import { workOut } from "./refresh-estimates.server";
import { type Gap, gapsBetween, type SeenBy, seenBy } from "./views";

/** A row of the ledger with all that its part in the figure is made of, and where it comes from. */
export interface FigureRow extends WeighedLine {
  label: Bilingual | null;
  /** Who judged; null where a rule did, or where peers are not named. */
  by: string | null;
  enrolmentId: string | null;
  chapterSlug: string | null;
  chapterNumber: number | null;
  dealId: string | null;
  /** How often its source spoke before this. */
  corrections: number;
}

export interface FigurePage {
  competency: Competency;
  prior: TakenPrior & { cohortName: string | null };
  posterior: Posterior;
  estimate: Estimate;
  /** Rows that make the figure, the newest first. */
  rows: FigureRow[];
  /** One's own word: shown beside, no part of it. */
  self: FigureRow[];
  views: SeenBy[];
  gaps: Gap[];
}

/** One figure with every row it is made of: adding up the rows over the prior gives the posterior that is shown. */
export async function figurePage(db: Kysely<DB>, { personId, competency, now }: { personId: string; competency: Competency; now: Date }): Promise<FigurePage> {
  const [[figure], lines] = await Promise.all([workOut(db, { personIds: [personId], competencies: [competency], at: now }), ledgerLines(db, { personIds: [personId], competencies: [competency] })]);
  const views = seenBy(lines, now);
  const own = weigh(lines, { at: now, views: ["self"], inView: true });
  const prior = figure?.prior ?? NO_PRIOR;
  const posterior = figure?.posterior ?? posteriorOf(prior, []);
  const [facts, cohortName] = await Promise.all([factsOf(db, lines.map((line) => line.entryId)), nameOf(db, prior.cohortId)]);
  const toRow = (line: WeighedLine): FigureRow => ({ ...line, ...(facts.get(`${line.entryId} ${line.item}`) ?? NO_FACTS) });
  return {
    competency,
    prior: { ...prior, cohortName },
    posterior,
    estimate: figure?.estimate ?? estimateOf(posterior),
    rows: (figure?.lines ?? []).map(toRow).reverse(),
    self: own.map(toRow).reverse(),
    views,
    gaps: gapsBetween(views),
  };
}

type Facts = Pick<FigureRow, "label" | "by" | "enrolmentId" | "chapterSlug" | "chapterNumber" | "dealId" | "corrections">;
const NO_FACTS: Facts = { label: null, by: null, enrolmentId: null, chapterSlug: null, chapterNumber: null, dealId: null, corrections: 0 };

async function factsOf(db: Kysely<DB>, entryIds: readonly string[]): Promise<Map<string, Facts>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("capability_entry as e")
    .innerJoin("capability_line as l", "l.entry_id", "e.id")
    .leftJoin("person as p", "p.id", "e.by_id")
    .leftJoin("chapter as h", "h.slug", "e.chapter_slug")
    .select(["e.id", "e.view", "l.item", "l.label", "p.name as by", "e.enrolment_id as enrolmentId", "e.chapter_slug as chapterSlug", "h.number as chapterNumber", "e.deal_id as dealId"])
    .select((eb) =>
      eb
        .selectFrom("capability_entry as earlier")
        .select((inner) => inner.fn.countAll<number>().as("n"))
        .whereRef("earlier.person_id", "=", "e.person_id")
        .whereRef("earlier.source_kind", "=", "e.source_kind")
        .whereRef("earlier.source_id", "=", "e.source_id")
        .whereRef("earlier.id", "<", "e.id")
        .as("corrections"),
    )
    .where("e.id", "in", [...new Set(entryIds)])
    .execute();
  // Peers are not named: they shall say what they see.
  return new Map(rows.map(({ id, view, item, by, corrections, ...row }) => [`${id} ${item}`, { ...row, by: view === "peer" ? null : by, corrections: Number(corrections ?? 0) }]));
}

async function nameOf(db: Kysely<DB>, cohortId: string | null): Promise<string | null> {
  if (cohortId === null) return null;
  return (await db.selectFrom("cohort").select("name").where("id", "=", cohortId).executeTakeFirst())?.name ?? null;
}
