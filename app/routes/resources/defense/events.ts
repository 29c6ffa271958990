import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { roomMember, roomTopic } from "~/steps/defense/index.server";
import { eventStream } from "../event-stream.server";

/** Often enough that no proxy takes the silence for the end. */
const HEARTBEAT_MS = 25_000;

/** That something changed in a room, for its panel, and nothing of what: each page reads for itself what its reader may know. */
export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async ({ db, actor, params, context, request }) => {
  const slotId = uuidParam(params, "slot");
  if (!(await roomMember(db, actor, slotId))) throw notFound();
  return eventStream(request.signal, (send) => {
    const stop = context.live.subscribe(roomTopic(slotId), () => send(""));
    const heart = setInterval(() => send(""), HEARTBEAT_MS);
    return () => {
      clearInterval(heart);
      stop();
    };
  });
});
