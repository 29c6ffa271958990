import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Actor } from "~/people";
import { actsOf, applicationList, type ShownAct, type ShownApplication } from "./application-list.view.server";
import { coachedBy } from "./rows.server";
import { type CellChange, sheetChanges } from "./sheet-changes.server";

/** Changed cells that are shown; the sheet itself has them all. */
const MOST_CHANGES = 24;

export interface ApplicationPage {
  application: ShownApplication;
  acts: ShownAct[];
  changes: CellChange[];
  /** Changed cells beyond those. */
  more: number;
  chapter: Bilingual;
  /** The reader may decide; otherwise they are the learner. */
  mayDecide: boolean;
}

/** One application, for its learner and for who coaches them; null for anybody else. */
export async function applicationPage(db: Kysely<DB>, actor: Actor, applicationId: string, now: Date): Promise<ApplicationPage | null> {
  const [application] = await applicationList(db, (query) => query.where("a.id", "=", applicationId).where((eb) => eb.or([eb("a.person_id", "=", actor.id), coachedBy(actor, "a.person_id")])), now);
  if (!application) return null;
  const { sheetId, versionBefore, versionAfter } = application;
  const [acts, changes, chapter] = await Promise.all([
    actsOf(db, applicationId),
    sheetId !== null && versionBefore !== null && versionAfter !== null ? sheetChanges(db, sheetId, { before: versionBefore, after: versionAfter }) : [],
    db.selectFrom("chapter").select("title").where("slug", "=", application.chapterSlug).executeTakeFirst(),
  ]);
  return {
    application,
    acts,
    changes: changes.slice(0, MOST_CHANGES),
    more: Math.max(0, changes.length - MOST_CHANGES),
    chapter: (chapter?.title as Bilingual | undefined) ?? { zh: application.chapterSlug, en: application.chapterSlug },
    mayDecide: application.personId !== actor.id,
  };
}
