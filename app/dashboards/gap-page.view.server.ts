import type { Kysely } from "kysely";
import type { Competency } from "~/capability";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { countWhatIsNew } from "./count-again.server";
import { type DecidedGap, decisionsOf, owners } from "./decide-gap.server";
import type { Counts } from "./ready";
import { below, inOrder } from "./scope.server";
import { countsOf, loadFigures } from "./tallies.server";

export interface GapPage {
  team: { id: string; name: Bilingual };
  counts: Counts;
  owners: { id: string; name: string; nameLatin: string | null }[];
  /** Newest first. */
  decisions: DecidedGap[];
}

/** A team's standing in one competency, with who can own the gap and what was decided; null when there is no such team. */
export async function gapPage(db: Kysely<DB>, teamId: string, competency: Competency): Promise<GapPage | null> {
  await countWhatIsNew(db);
  const teams = await db.selectFrom("team").select(["id", "parent_id as parentId", "name_zh", "name_en"]).where("closed_at", "is", null).execute();
  const team = teams.find(({ id }) => id === teamId);
  if (!team) return null;
  const within = below(inOrder(teams), teamId);
  const [figures, able, decisions] = await Promise.all([loadFigures(db, { within, day: null }), owners(db, teamId), decisionsOf(db, teamId, competency)]);
  return { team: { id: team.id, name: { zh: team.name_zh, en: team.name_en } }, counts: countsOf(figures.of(within), competency), owners: able, decisions };
}
