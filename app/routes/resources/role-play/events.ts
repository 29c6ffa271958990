import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { knownSession, sessionTopic } from "~/steps/role-play/index.server";
import { eventStream } from "../event-stream.server";

/** Often enough that no proxy takes the silence for the end. */
const HEARTBEAT_MS = 25_000;

/** That something changed in a session, and nothing of what: each page reads for itself what its reader may know. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, context, request }) => {
  const session = await knownSession(db, actor, uuidParam(params, "session"));
  if (!session) throw notFound();
  return eventStream(request.signal, (send) => {
    const stop = context.live.subscribe(sessionTopic(session.id), () => send(""));
    const heart = setInterval(() => send(""), HEARTBEAT_MS);
    return () => {
      clearInterval(heart);
      stop();
    };
  });
});
