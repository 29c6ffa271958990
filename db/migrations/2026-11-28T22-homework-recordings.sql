-- Consent to recordings that are made on the page of a homework. The first word about an upload is the author's yes, for
-- everybody who can be heard or seen; a no takes it back and deletes the bytes, also where a handed-in version names them.
create table homework_recording_consent (
  id bigint generated always as identity primary key,
  homework_id uuid not null references homework (id),
  upload_id uuid not null references upload (id),
  person_id uuid not null references person (id),
  agrees boolean not null,
  at timestamptz not null
);
create index homework_recording_consent_latest on homework_recording_consent (homework_id, upload_id, id desc);
create trigger homework_recording_consent_append_only before update or delete on homework_recording_consent for each row execute function reject_change();
