import { redirect } from "@remix-run/node";
import { guardedLoader } from "~/auth/guard.server";
import { stepPath } from "~/cohorts";
import { notFound } from "~/platform/errors";
import { previewPath, roadPath } from "~/steps/preview";
import { contentsView } from "~/steps/preview/index.server";
import { LEARN, ownPlace, placeParams } from "./own-place.server";

/** Leads on in one tap: to the section to read next, to the next step when all are read. */
export const loader = guardedLoader(LEARN, async (args) => {
  const { db, now, context } = args;
  const [{ enrolmentId, chapterSlug }, contents] = await Promise.all([ownPlace(args), contentsView(db, placeParams(args), context.locale, now)]);
  if (contents === null) throw notFound();
  const { open, goOn, done, nextStep } = contents;
  if (open && goOn !== null) throw redirect(previewPath(enrolmentId, chapterSlug, goOn.id));
  if (!done) throw redirect(previewPath(enrolmentId, chapterSlug));
  throw redirect(nextStep === null ? roadPath(enrolmentId, chapterSlug) : stepPath(enrolmentId, chapterSlug, nextStep));
});

/** Nobody stays here. */
export default function PreviewContinue() {
  return null;
}
