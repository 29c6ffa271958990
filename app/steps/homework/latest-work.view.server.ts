import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { type ExhibitPart, loadExhibit } from "./exhibit.view.server";
import { findHomework, type HomeworkOf, versionsOf } from "./rows.server";

/** The version of somebody's homework that was handed in last. */
export interface LatestWork {
  number: number;
  submittedAt: Date;
  parts: ExhibitPart[];
}

/** The latest version, to be read by somebody the caller has admitted; null where nothing was handed in. */
export async function latestWork(db: Kysely<DB>, key: HomeworkOf, { locale, now }: { locale: Locale; now: Date }): Promise<LatestWork | null> {
  const homework = await findHomework(db, key);
  const [latest] = homework === undefined ? [] : await versionsOf(db, homework.id);
  return latest === undefined ? null : { number: latest.number, submittedAt: latest.submittedAt, parts: await loadExhibit(db, latest, { locale, now }) };
}
