import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/index.server";
import type { Actor } from "~/people";
import { mayReadRecording, recordingCompleted } from "~/steps/role-play/index.server";
import type { UploadKind } from "~/platform/uploads";
import { liesOnTable } from "~/steps/defense/index.server";
import { attachFile, mayReadUpload } from "~/steps/homework/index.server";
import type { CompleteUpload, OpenUpload } from "~/platform/uploads/index.server";

/** What the room of a kind of upload says about it. */
interface UploadReaders {
  /** Whether the person may read it; its owner asks like everybody else. */
  mayRead(db: Kysely<DB>, actor: Actor, upload: OpenUpload): Promise<boolean>;
  /** Hears that an upload is complete, in the same transaction; again when the device says it again. */
  completed?(trx: Transaction<DB>, upload: CompleteUpload, now: Date): Promise<void>;
}

/** Homework is read by the panel, too, before which its author defends it. */
const HOMEWORK: UploadReaders = { mayRead: async (db, actor, upload) => (await mayReadUpload(db, actor, upload)) || (await liesOnTable(db, actor, upload)), completed: attachFile };

/** Who reads what: each kind's room decides. A room that lands puts its rule here. */
export const UPLOAD_READERS: Record<UploadKind, UploadReaders> = {
  "role-play-recording": { mayRead: mayReadRecording, completed: recordingCompleted },
  "homework-file": HOMEWORK,
  "homework-recording": HOMEWORK,
};
