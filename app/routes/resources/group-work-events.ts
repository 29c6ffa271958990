import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { ownEnrolment } from "~/cohorts/index.server";
import { notFound } from "~/platform/errors";
import { groupStream } from "./group-stream.server";

/** News of a learner's own group at work, and of what the instructor says to all. */
export const loader = guardedLoader({ permission: "learn", scope: "any" }, async (args) => {
  const own = await ownEnrolment(args.db, args.actor.id, uuidParam(args.params, "enrolment"), args.params.chapter ?? "");
  if (!own) throw notFound();
  return groupStream(args, own);
});
