import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { anySession, loadSnapshot, ownSession, roomTopic, sessionTopic } from "~/steps/lecture/index.server";
import { eventStream } from "./event-stream.server";

/** Often enough that no proxy takes the silence for the end. */
const HEARTBEAT_MS = 25_000;

/**
 * What happens in a class, as server-sent events: the session as it stands, at once and after every change; with `room`,
 * for who teaches, also that somebody checked in or answered. `once` answers the present state as JSON.
 */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, url, context, request }) => {
  const sessionId = uuidParam(params, "session");
  const found = await anySession(db, sessionId);
  const seesCohort = found !== undefined && holds(actor, "cohort:view", { kind: "cohort", cohortId: found.session.cohortId, teamId: found.teamId });
  if (!found || !(seesCohort || (await ownSession(db, actor.id, sessionId)))) throw notFound();
  if (url.searchParams.has("once")) return Response.json(await loadSnapshot(db, sessionId), { headers: { "Cache-Control": "no-store" } });

  return eventStream(request.signal, (send) => {
    const read = async (): Promise<void> => {
      const snapshot = await loadSnapshot(db, sessionId);
      if (snapshot) send(JSON.stringify(snapshot));
    };
    const report = (error: unknown): void => context.log.warn({ err: error, sessionId }, "lecture events: the session could not be read");
    const stops = [context.live.subscribe(sessionTopic(sessionId), (snapshot) => send(JSON.stringify(snapshot)))];
    if (seesCohort && url.searchParams.has("room")) stops.push(context.live.subscribe(roomTopic(sessionId), () => send("", "room")));
    read().catch(report);
    // Also says again how things stand, in case a notification got lost with its connection.
    const heart = setInterval(() => void read().catch(report), HEARTBEAT_MS);
    return () => {
      clearInterval(heart);
      stops.forEach((stop) => stop());
    };
  });
});
