import { redirect } from "@remix-run/node";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, groupRoomPath, groupsPath } from "~/cohorts";
import { cohortHead } from "~/cohorts/index.server";
import { notFound } from "~/platform/errors";
import { roomToOpen } from "~/steps/group-work/index.server";
import { VIEW } from "./access";

/** Leads to the chapter whose groups are at work, else to the first that has group work. */
export const loader = guardedLoader(VIEW, async ({ db, params }) => {
  const cohortId = uuidParam(params, "cohort");
  const cohort = await cohortHead(db, cohortId);
  if (!cohort) throw notFound();
  const chapters = cohort.chapters.filter((chapter) => chapter.steps.includes("group-work")).map((chapter) => chapter.slug);
  const slug = await roomToOpen(db, cohortId, chapters);
  throw redirect(slug ? groupRoomPath(cohortId, slug) : chapters.length === 0 ? cohortPath(cohortId) : groupsPath(cohortId));
});

export default function First() {
  return null;
}
