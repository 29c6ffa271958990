-- Uploads: recordings and files, in chunks, kept in the database (docs/decisions/0006). CHECKs mirror app/platform/uploads/upload.ts.
create table upload (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  -- The thing in the room that it belongs to; who may read it, that room says.
  subject_id text not null check (length(subject_id) between 1 and 200),
  owner_id uuid not null references person (id),
  name text not null check (length(btrim(name)) between 1 and 200),
  state text not null default 'open',
  chunk_bytes int not null check (chunk_bytes between 1024 and 1048576),
  -- What the device said of a file before it sent it; null where nobody knows yet (a recording under way).
  declared_bytes int check (declared_bytes > 0),
  received_bytes int not null default 0 check (received_bytes >= 0),
  -- Known when it is complete: the type by its content, SHA-256 over the chunks' SHA-256 in order.
  size_bytes int check (size_bytes > 0),
  media_type text,
  checksum text check (checksum ~ '^[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  completed_at timestamptz,
  -- When the bytes go: the retention period, or for an unfinished one a week after it began.
  delete_after timestamptz not null,
  deleted_at timestamptz,
  deleted_because text,
  constraint upload_kind check (kind in ('role-play-recording', 'homework-file', 'homework-recording')),
  constraint upload_state check (state in ('open', 'complete', 'deleted')),
  constraint upload_deleted_because check (deleted_because in ('retention', 'unfinished', 'withdrawn')),
  constraint upload_complete_whole check ((completed_at is null) = (size_bytes is null) and (completed_at is null) = (media_type is null) and (completed_at is null) = (checksum is null)),
  constraint upload_complete check (state <> 'complete' or completed_at is not null),
  constraint upload_open check (state <> 'open' or completed_at is null),
  constraint upload_deleted check ((state = 'deleted') = (deleted_at is not null) and (deleted_at is null) = (deleted_because is null))
);
create index upload_subject on upload (kind, subject_id, begun_at);
create index upload_owner_open on upload (owner_id) where state = 'open';
create index upload_due on upload (delete_after) where state <> 'deleted';

create table upload_chunk (
  upload_id uuid not null references upload (id) on delete cascade,
  position int not null check (position >= 0),
  bytes bytea not null check (octet_length(bytes) > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  primary key (upload_id, position)
);
-- Recordings are compressed already: store them as they are, so that a part of a chunk is read as a part.
alter table upload_chunk alter column bytes set storage external;

-- The recording of a role-play's round.
create table role_play_recording (
  upload_id uuid primary key references upload (id),
  round_id uuid not null references role_play_round (id),
  recorded_by uuid not null references enrolment (id),
  -- The first moment of the recording, by the server's clock; marks stand on its timeline from here.
  started_at timestamptz not null,
  stopped_at timestamptz check (stopped_at >= started_at),
  withdrawn_at timestamptz
);
create index role_play_recording_round on role_play_recording (round_id, started_at);
