import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { ownEnrolment } from "~/cohorts/index.server";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { sheetTopic, watchPresence } from "~/sheets/index.server";
import { groupWorkTopic, roomSheets } from "~/steps/group-work/index.server";
import { eventStream } from "./event-stream.server";

/** Often enough that no proxy takes the silence for the end. */
const HEARTBEAT_MS = 25_000;

/**
 * News of a chapter's group work as server-sent events: that something is to be read again (for learners, of their own
 * group's sheets and of what the instructor says); with `room`, for who sees the cohort, of all sheets and who has them open.
 */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, url, context, request }) => {
  const key = { cohortId: uuidParam(params, "cohort"), chapterSlug: params.chapter ?? "" };
  const cohort = await db.selectFrom("cohort as c").innerJoin("cohort_chapter as k", "k.cohort_id", "c.id").select("c.team_id").where("c.id", "=", key.cohortId).where("k.chapter_slug", "=", key.chapterSlug).executeTakeFirst();
  if (!cohort) throw notFound();
  const sees = holds(actor, "cohort:view", { kind: "cohort", cohortId: key.cohortId, teamId: cohort.team_id });
  const wholeRoom = sees && url.searchParams.has("room");
  const enrolment = await db.selectFrom("enrolment").select("id").where("cohort_id", "=", key.cohortId).where("person_id", "=", actor.id).executeTakeFirst();
  const own = enrolment && (await ownEnrolment(db, actor.id, enrolment.id, key.chapterSlug));
  if (!sees && !own) throw notFound();

  return eventStream(request.signal, (send) => {
    const watched = new Map<string, () => void>();
    const report = (error: unknown): void => context.log.warn({ err: error, ...key }, "group work events: the sheets could not be read");
    /** Listens to sheets that were begun since. */
    const watch = async (): Promise<void> => {
      for (const sheetId of await roomSheets(db, key, wholeRoom ? null : (own?.enrolmentId ?? null))) {
        if (watched.has(sheetId)) continue;
        const stops = [context.live.subscribe(sheetTopic(sheetId), () => send("sheet"))];
        if (wholeRoom) stops.push(watchPresence(context, sheetId, (personIds) => send(JSON.stringify({ sheetId, personIds }), "presence")));
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
      clearInterval(heart);
      stop();
      watched.forEach((end) => end());
    };
  });
});
