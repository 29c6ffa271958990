/** What can be uploaded: kinds with their limits, states, chunks. Pure; browser and server share it. */

export const UPLOAD_KINDS = ["role-play-recording", "homework-file", "homework-recording"] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

export const UPLOAD_STATES = ["open", "complete", "deleted"] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Why the bytes of an upload are gone. */
export const DELETION_REASONS = ["retention", "unfinished", "withdrawn"] as const;
export type DeletionReason = (typeof DELETION_REASONS)[number];

/** What a kind of upload may be. */
export interface UploadRule {
  /** Of the whole, in bytes. */
  maxBytes: number;
  /** Every chunk but the last has exactly this size, in bytes. */
  chunkBytes: number;
  /** Media types by content; see `mediaTypeOf`. */
  types: readonly string[];
  /** Uploads of one person for one subject that are not deleted. */
  perSubject: number;
  /** Days after completion that the bytes are kept. */
  retentionDays: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** What browsers' recorders make, and what phones hand over: WebM, MP4, Ogg, MP3, AAC, WAV. */
const RECORDING_TYPES = ["video/webm", "video/mp4", "video/quicktime", "video/x-matroska", "audio/webm", "audio/mp4", "audio/ogg", "audio/mpeg", "audio/aac", "audio/wav"] as const;
const FILE_TYPES = [
  ...RECORDING_TYPES,
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "text/plain",
] as const;

/** Limits of each kind. A recording's chunks are small, so that little is lost with the device: 256 KiB are a few seconds of video. */
export const UPLOAD_RULES: Record<UploadKind, UploadRule> = {
  "role-play-recording": { maxBytes: 300 * MIB, chunkBytes: 256 * KIB, types: RECORDING_TYPES, perSubject: 5, retentionDays: 180 },
  "homework-file": { maxBytes: 100 * MIB, chunkBytes: MIB, types: FILE_TYPES, perSubject: 30, retentionDays: 730 },
  "homework-recording": { maxBytes: 300 * MIB, chunkBytes: 256 * KIB, types: RECORDING_TYPES, perSubject: 10, retentionDays: 365 },
};

/** An unfinished upload is given up this many days after it began. */
export const UNFINISHED_DAYS = 7;

/** A chunk that the server holds. */
export interface ReceivedChunk {
  position: number;
  sha256: string;
}

/** How an upload stands, for the device that sends it. */
export interface UploadStatus {
  uploadId: string;
  state: UploadState;
  chunkBytes: number;
  maxBytes: number;
  received: ReceivedChunk[];
}

/** Where a chunk of `bytes` at `position` goes wrong, null when nowhere. `last` is not known before the end: only too much is wrong. */
export function chunkProblem(rule: Pick<UploadRule, "maxBytes" | "chunkBytes">, position: number, bytes: number): "empty" | "too-long" | "too-large" | null {
  if (bytes === 0) return "empty";
  if (bytes > rule.chunkBytes) return "too-long";
  return position * rule.chunkBytes + bytes > rule.maxBytes ? "too-large" : null;
}

/** The chunks that a part of the whole touches: `from` and `to` inclusive, each with the part of it that is wanted. */
export function chunksOfRange(chunkBytes: number, from: number, to: number): { position: number; from: number; to: number }[] {
  const first = Math.floor(from / chunkBytes);
  const last = Math.floor(to / chunkBytes);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const position = first + at;
    const start = position * chunkBytes;
    return { position, from: Math.max(from, start) - start, to: Math.min(to, start + chunkBytes - 1) - start };
  });
}

/** Types that a page may show in place; everything else is only offered to be saved. */
export function isShownInPlace(mediaType: string): boolean {
  return /^(video|audio)\//.test(mediaType) || mediaType === "application/pdf" || ["image/jpeg", "image/png", "image/webp"].includes(mediaType);
}

/** A file's name as it is kept: without a path, without control characters or marks of direction, at most 200 characters. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  return base.replace(/[\p{Cc}\p{Cf}]/gu, "").trim().slice(-200) || "file";
}
