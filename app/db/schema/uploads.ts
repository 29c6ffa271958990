import type { Generated, Timestamp } from "./columns";

export interface UploadTable {
  id: Generated<string>;
  kind: "role-play-recording" | "homework-file" | "homework-recording";
  subject_id: string;
  owner_id: string;
  name: string;
  state: Generated<"open" | "complete" | "deleted">;
  chunk_bytes: number;
  declared_bytes: number | null;
  received_bytes: Generated<number>;
  size_bytes: Generated<number | null>;
  media_type: Generated<string | null>;
  checksum: Generated<string | null>;
  begun_at: Timestamp;
  completed_at: Generated<Timestamp | null>;
  delete_after: Timestamp;
  deleted_at: Generated<Timestamp | null>;
  deleted_because: Generated<"retention" | "unfinished" | "withdrawn" | null>;
}

export interface UploadChunkTable {
  upload_id: string;
  position: number;
  bytes: Uint8Array;
  sha256: string;
  received_at: Timestamp;
}

export interface UploadsSchema {
  upload: UploadTable;
  upload_chunk: UploadChunkTable;
}
