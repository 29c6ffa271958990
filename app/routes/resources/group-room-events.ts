import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { groupStream } from "./group-stream.server";

/** News of all groups at work on a chapter, for who sees the cohort. */
export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async (args) => {
  return groupStream(args, { cohortId: uuidParam(args.params, "cohort"), chapterSlug: args.params.chapter ?? "", enrolmentId: null });
});
