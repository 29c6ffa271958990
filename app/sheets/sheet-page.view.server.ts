/** All that the page of a sheet shows, for somebody who may open it. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Actor } from "~/people";
import { assess } from "./assess.server";
import type { CellAddress } from "./content";
import { contributions } from "./contributions.server";
import { openSheet } from "./open-sheet.server";
import { sheetPath } from "./paths";
import { readingOfChecks } from "./reading.server";
import { referencesOf } from "./references.server";
import type { Sheet } from "./rows.server";
import { sheetComments, sheetPeople } from "./sheet-comments.server";
import { historyPage } from "./history-page.view.server";
import { sheetRight } from "./sheet-right.server";
import type { SheetScreen } from "./sheet-screen";

export interface SheetPageInput {
  sheetId: string;
  locale: Locale;
  now: Date;
  /** Of which cell or row the history is wanted; null where none is shown. */
  history: CellAddress | null;
}

/** Undefined when the sheet is none of theirs, or there is none. */
export async function sheetPage(db: Kysely<DB>, actor: Actor, { sheetId, locale, now, history }: SheetPageInput): Promise<SheetScreen | undefined> {
  const opened = await openSheet(db, actor, sheetId);
  if (!opened) return undefined;
  const { sheet, definition, content, right, doc } = opened;
  const [comments, people, contributed, reading, references, around, past] = await Promise.all([
    sheetComments(db, sheetId),
    sheetPeople(db, sheetId),
    contributions(db, sheetId),
    readingOfChecks(db, actor, { definition, cohortId: sheet.cohortId, locale }),
    referencesOf(db, actor, { definition, sheetId, locale }),
    aroundOf(db, actor, sheet),
    history === null ? null : historyPage(db, sheetId, { about: history, before: null }),
  ]);
  return {
    id: sheet.id,
    title: sheet.title,
    definition,
    written: sheet.locale,
    currency: sheet.currency,
    version: sheet.version,
    content,
    evaluation: assess(definition, content, sheet, now).evaluation,
    right,
    locked: sheet.lockedAt && { at: sheet.lockedAt, by: around.lockedBy },
    changedAt: sheet.changedAt,
    origin: around.origin,
    cohort: around.cohort,
    today: isoDay(now, sheet.timeZone),
    timeZone: actor.timeZone,
    me: { id: actor.id, name: actor.name },
    people: people.some(({ id }) => id === actor.id) ? people : [...people, { id: actor.id, name: actor.name }],
    comments,
    contributions: contributed,
    reading,
    history: past,
    live: { doc },
    references,
  };
}

/** Names of what stands round a sheet: who handed it in, its cohort, what it was copied from. */
async function aroundOf(db: Kysely<DB>, actor: Actor, { lockedBy, cohortId, copiedFrom }: Sheet): Promise<Pick<SheetScreen, "cohort" | "origin"> & { lockedBy: string | null }> {
  const [locker, cohort, source, right] = await Promise.all([
    lockedBy === null ? undefined : db.selectFrom("person").select("name").where("id", "=", lockedBy).executeTakeFirst(),
    cohortId === null ? undefined : db.selectFrom("cohort").select("name").where("id", "=", cohortId).executeTakeFirst(),
    copiedFrom === null ? undefined : db.selectFrom("sheet").select("title").where("id", "=", copiedFrom.sheetId).executeTakeFirst(),
    copiedFrom === null ? null : sheetRight(db, actor, copiedFrom.sheetId),
  ]);
  return {
    lockedBy: locker?.name ?? null,
    cohort: cohort?.name ?? null,
    origin: copiedFrom && source ? { title: source.title, version: copiedFrom.version, path: right === null ? null : sheetPath(copiedFrom.sheetId) } : null,
  };
}
