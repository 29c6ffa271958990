import { randomUUID } from "node:crypto";
import type { JsonValue } from "~/db/index.server";
import type { Services } from "~/platform/context";
import { publishLive } from "~/platform/live.server";
import { Presence, type PresenceNews, presenceTopic } from "./presence.server";

/** Looks again whether a process went silent. */
const REVIEW_MS = 15_000;

/**
 * Tells who has a sheet open, now and whenever that changes, in all processes: for who looks on without being in the sheet.
 * Call the answer to stop.
 */
export function watchPresence({ db, live, log }: Pick<Services, "db" | "live" | "log">, sheetId: string, onChange: (personIds: string[]) => void): () => void {
  const presence = new Presence();
  let told = "";
  const tell = (): void => {
    const people = [...new Set(presence.all(Date.now()).map((peer) => peer.personId))].sort();
    if (people.join() === told) return;
    told = people.join();
    onChange(people);
  };
  const stop = live.subscribe(presenceTopic(sheetId), (news) => {
    const { from, peers } = news as unknown as PresenceNews;
    if (presence.hear(from, peers, Date.now())) tell();
  });
  const timer = setInterval(tell, REVIEW_MS);
  const question: PresenceNews = { from: randomUUID(), peers: [], ask: true };
  publishLive(db, presenceTopic(sheetId), question as unknown as JsonValue).catch((error: unknown) => log.warn({ err: error, sheetId }, "presence could not be asked for"));
  return () => {
    stop();
    clearInterval(timer);
  };
}
