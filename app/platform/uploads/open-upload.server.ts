import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { chunksOfRange, type UploadKind } from "./upload";

/** A complete upload, to be read in parts. */
export interface OpenUpload {
  id: string;
  kind: UploadKind;
  subjectId: string;
  ownerId: string;
  name: string;
  mediaType: string;
  /** In bytes. */
  size: number;
  checksum: string;
  completedAt: Date;
  /** The bytes from `from` to `to` (inclusive), chunk by chunk; no more than one chunk is in memory. */
  read(from: number, to: number): AsyncGenerator<Uint8Array>;
}

/** Opens a complete upload; undefined where there is none, or its bytes are gone. Who may read it, its room says. */
export async function openUpload(db: Kysely<DB>, uploadId: string): Promise<OpenUpload | undefined> {
  const row = await db
    .selectFrom("upload")
    .select(["id", "kind", "subject_id", "owner_id", "name", "media_type", "size_bytes", "checksum", "completed_at", "chunk_bytes"])
    .where("id", "=", uploadId)
    .where("state", "=", "complete")
    .executeTakeFirst();
  if (!row?.media_type || !row.size_bytes || !row.checksum || !row.completed_at) return undefined;
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    ownerId: row.owner_id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size_bytes,
    checksum: row.checksum,
    completedAt: row.completed_at,
    read: (from, to) => readParts(db, row.id, row.chunk_bytes, from, to),
  };
}

async function* readParts(db: Kysely<DB>, uploadId: string, chunkBytes: number, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (const part of chunksOfRange(chunkBytes, from, to)) {
    const row = await db
      .selectFrom("upload_chunk")
      .select(sql<Uint8Array>`substring(bytes from ${part.from + 1}::int for ${part.to - part.from + 1}::int)`.as("bytes"))
      .where("upload_id", "=", uploadId)
      .where("position", "=", part.position)
      .executeTakeFirst();
    if (!row) throw new Error(`chunk ${part.position} of upload ${uploadId} is gone`);
    yield row.bytes;
  }
}

/** What a list shows of an upload. */
export interface UploadSummary {
  id: string;
  subjectId: string;
  ownerId: string;
  name: string;
  mediaType: string;
  size: number;
  completedAt: Date;
  deletedAt: Date | null;
}

/** The complete uploads of these subjects, by time; with those whose bytes are gone, so that a page can say so. */
export async function uploadsOf(db: Kysely<DB>, kind: UploadKind, subjectIds: readonly string[]): Promise<UploadSummary[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom("upload")
    .select(["id", "subject_id as subjectId", "owner_id as ownerId", "name", "media_type", "size_bytes", "completed_at", "deleted_at as deletedAt"])
    .where("kind", "=", kind)
    .where("subject_id", "in", subjectIds)
    .where("completed_at", "is not", null)
    .orderBy("completed_at")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ media_type: mediaType, size_bytes: size, completed_at: completedAt, ...row }) => (mediaType && size && completedAt ? [{ ...row, mediaType, size, completedAt }] : []));
}
