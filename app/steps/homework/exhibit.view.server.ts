import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { SheetViewProps } from "~/sheets";
import { assessedSheet } from "~/sheets/index.server";
import type { PartKind } from "./assignment";
import { assignmentByHash } from "./load-assignment.server";
import type { HandedIn } from "./rows.server";

export type ExhibitFile = { uploadId: string; name: string; bytes: number; mediaType: string; /** Its bytes are gone: kept long enough. */ gone: boolean };
export type ExhibitSheet = Pick<SheetViewProps, "definition" | "content" | "evaluation" | "currency"> & {
  sheetId: string;
  title: string;
  version: number;
  /** What it was carried on from. */
  source: { title: string; version: number } | null;
};

/** One part of what was handed in, in the reader's language. */
export type ExhibitPart = { id: string; kind: PartKind; title: string; text: string | null; files: ExhibitFile[]; sheet: ExhibitSheet | null };

/** A handed-in version, to be read: every part as it stood when it was handed in. Whether somebody may see it, the caller asks. */
export async function loadExhibit(db: Kysely<DB>, submission: Pick<HandedIn, "assignmentHash" | "texts" | "files" | "sheets">, { locale, now }: { locale: Locale; now: Date }): Promise<ExhibitPart[]> {
  const [assignment, gone] = await Promise.all([assignmentByHash(db, submission.assignmentHash), goneUploads(db, submission.files.map(({ uploadId }) => uploadId))]);
  return Promise.all(
    assignment.parts.map(async (part): Promise<ExhibitPart> => {
      const sheet = submission.sheets.find((entry) => entry.part === part.id);
      return {
        id: part.id,
        kind: part.kind,
        title: pick(part.title, locale),
        text: submission.texts[part.id] ?? null,
        files: submission.files.filter((file) => file.part === part.id).map(({ uploadId, name, bytes, mediaType }) => ({ uploadId, name, bytes, mediaType, gone: gone.has(uploadId) })),
        sheet: sheet === undefined ? null : await loadSheetExhibit(db, sheet, now),
      };
    }),
  );
}

async function loadSheetExhibit(db: Kysely<DB>, { sheetId, version }: { sheetId: string; version: number }, now: Date): Promise<ExhibitSheet | null> {
  const read = await assessedSheet(db, sheetId, now, { version });
  if (read === undefined) return null;
  const { definition, content, evaluation, sheet } = read;
  return { sheetId, version, title: sheet.title, definition, content, evaluation, currency: sheet.currency, source: await sourceOf(db, sheetId) };
}

/** What a sheet was copied from. */
export async function sourceOf(db: Kysely<DB>, sheetId: string): Promise<{ title: string; version: number } | null> {
  const row = await db
    .selectFrom("sheet as s")
    .innerJoin("sheet as source", "source.id", "s.copied_from")
    .select(["source.title", "s.copied_version as version"])
    .where("s.id", "=", sheetId)
    .executeTakeFirst();
  return row === undefined || row.version === null ? null : { title: row.title, version: row.version };
}

async function goneUploads(db: Kysely<DB>, uploadIds: readonly string[]): Promise<Set<string>> {
  if (uploadIds.length === 0) return new Set();
  const rows = await db.selectFrom("upload").select("id").where("id", "in", uploadIds).where("state", "=", "deleted").execute();
  return new Set(rows.map(({ id }) => id));
}
