import { type Guarded, uuidParam } from "~/auth/guard.server";
import { ownEnrolment, type OwnEnrolment } from "~/cohorts/index.server";
import { notFound } from "~/platform/errors";
import { advanceIfDue, homeworkPlace } from "~/steps/homework/index.server";

/** The enrolment and chapter in the address, if they are the actor's own; otherwise there is no such page. */
export async function ownHomework({ db, params, actor }: Pick<Guarded, "db" | "params" | "actor">): Promise<OwnEnrolment> {
  const own = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!own) throw notFound();
  return own;
}

/** The same for a page: peer reviews whose time has run out are seen to, and the head is read. */
export async function homeworkPageOf(args: Pick<Guarded, "db" | "params" | "actor" | "now">) {
  const own = await ownHomework(args);
  await advanceIfDue(args.db, { cohortId: own.cohortId, chapterSlug: own.chapterSlug, now: args.now });
  return { own, place: await homeworkPlace(args.db, own, args.now) };
}
