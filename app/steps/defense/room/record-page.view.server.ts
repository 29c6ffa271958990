import type { Kysely } from "kysely";
import { personName } from "~/cohorts";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Actor } from "~/people";
import { sightOf } from "./blindness";
import { pinnedChapters } from "./pinned.server";
import { type RevealedCriterion, revealTo } from "./reveal.server";
import { type DefenseRow, findDefense, viewerOf } from "./rows.server";
import { latestVerdict } from "./scores.server";
import { type ShownChapter, shownChapters, type ShownHead, shownHead, type ShownVerdict, shownVerdict } from "./shown.server";

/** Everything that a signed defense leaves behind. */
export interface RecordPage {
  head: ShownHead;
  cohortId: string;
  /** The reader looks after the cohort: who failed gets their new slot there. */
  ofCohort: boolean;
  times: DefenseRow["times"];
  closedReason: string | null;
  panel: { personId: string; name: string; chair: boolean }[];
  /** Who was on the panel and judged nothing, with the reason. */
  gone: { name: string; reason: string | null }[];
  chapters: ShownChapter[];
  reveal: RevealedCriterion[];
  verdict: ShownVerdict;
}

/** The record of a signed defense for its panel and those who may see the cohort; null for everybody else, and before that. */
export async function recordPage(db: Kysely<DB>, actor: Actor, { slotId, locale }: { slotId: string; locale: Locale }): Promise<RecordPage | null> {
  const row = await findDefense(db, slotId);
  if (!row || row.id === null || row.state !== "signed") return null;
  const viewer = viewerOf(actor, row);
  if (!sightOf(row, viewer).names) return null;
  const pinned = await pinnedChapters(db, row);
  const [chapters, reveal, verdict, gone] = await Promise.all([shownChapters(db, pinned, locale), revealTo(db, row, viewer, pinned), latestVerdict(db, row.id), goneFrom(db, row, locale)]);
  if (reveal === null || verdict === null) return null;
  return {
    head: shownHead(row, locale),
    cohortId: row.cohortId,
    ofCohort: viewer.kind === "cohort",
    times: row.times,
    closedReason: row.closedReason,
    panel: row.members.map(({ personId, chair, ...person }) => ({ personId, chair, name: personName(person, locale) })),
    gone,
    chapters,
    reveal,
    verdict: await shownVerdict(db, verdict, locale),
  };
}

async function goneFrom(db: Kysely<DB>, { slotId, members }: DefenseRow, locale: Locale): Promise<RecordPage["gone"]> {
  const judged = members.map(({ personId }) => personId);
  const rows = await db
    .selectFrom("defense_panelist as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["p.name", "p.name_latin as nameLatin", "m.left_reason as reason"])
    .where("m.slot_id", "=", slotId)
    .where("m.left_at", "is not", null)
    .where((eb) => (judged.length === 0 ? eb.val(true) : eb("m.person_id", "not in", judged)))
    .orderBy("m.id")
    .execute();
  return rows.map(({ reason, ...person }) => ({ name: personName(person, locale), reason }));
}
