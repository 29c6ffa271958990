import type { Guarded } from "~/auth/guard.server";
import { sheetTopic, watchPresence } from "~/sheets/index.server";
import { groupWorkTopic, roomSheets } from "~/steps/group-work/index.server";
import { eventStream } from "./event-stream.server";

/** Often enough that no proxy takes the silence for the end. */
const HEARTBEAT_MS = 25_000;

export interface Listened {
  cohortId: string;
  chapterSlug: string;
  /** Whose group's sheets; null: all of the room, and who has them open. */
  enrolmentId: string | null;
}

/** News of a chapter's group work as server-sent events: a message says that something is to be read again, `presence` who has a sheet open. */
export function groupStream({ db, context, request }: Guarded, key: Listened): Response {
  return eventStream(request.signal, (send) => {
    const watched = new Map<string, () => void>();
    const report = (error: unknown): void => context.log.warn({ err: error, ...key }, "group work events: the sheets could not be read");
    let over = false;
    /** Listens to sheets that were begun since. */
    const watch = async (): Promise<void> => {
      for (const sheetId of await roomSheets(db, key, key.enrolmentId)) {
        if (over || watched.has(sheetId)) continue;
        const stops = [context.live.subscribe(sheetTopic(sheetId), () => send("sheet"))];
        if (key.enrolmentId === null) stops.push(watchPresence(context, sheetId, (personIds) => send(JSON.stringify({ sheetId, personIds }), "presence")));
        watched.set(sheetId, () => stops.forEach((stop) => stop()));
      }
    };
    const stop = context.live.subscribe(groupWorkTopic(key.cohortId, key.chapterSlug), () => {
      send("room");
      watch().catch(report);
    });
    watch().catch(report);
    const heart = setInterval(() => send("", "heartbeat"), HEARTBEAT_MS);
    return () => {
      over = true;
      clearInterval(heart);
      stop();
      watched.forEach((end) => end());
    };
  });
}
