import { data, redirect } from "@remix-run/node";
import type { Guarded } from "~/auth/guard.server";
import { checkinAnchor } from "~/courseware";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { previewPath } from "~/steps/preview";
import { answerCheckin, dismissChanges, finishSection, type NoReading } from "~/steps/preview/index.server";

interface Place {
  enrolmentId: string;
  chapterSlug: string;
  sectionId: string;
}

/** Why a form of the page was not taken: the questions are still open, or an answer was none. */
export type SectionRefusal = { code: "missing" } | { code: "answer"; id: string; key: string };

/** What the forms of a section's page do, told apart by their intent. Success leads on; a refusal comes back to the page. */
export async function actOnSection(args: Guarded, place: Place) {
  const form = await args.request.formData();
  switch (form.get("intent")) {
    case "finish":
      return finish(args, place);
    case "answer":
      return answer(args, place, form);
    case "noted":
      return noted(args, place);
    default:
      throw new Response("Unknown intent", { status: 400 });
  }
}

async function finish({ db, actor, now }: Guarded, place: Place) {
  const result = await inTransaction(db, "finish section", (trx) => finishSection(trx, actor, { ...place, now }));
  const { enrolmentId, chapterSlug } = place;
  // A browser keeps the anchor of the form it posted, which is the end of this section, unless the address has its own.
  if (result.ok) throw redirect(`${previewPath(enrolmentId, chapterSlug, result.value.next ?? undefined)}#main`, 303);
  if (result.error.code === "checkins-missing") return data<SectionRefusal>({ code: "missing" }, { status: 400 });
  throw noReading(result.error, place);
}

async function answer({ db, actor, now, context }: Guarded, place: Place, form: FormData) {
  const { enrolmentId, chapterSlug, sectionId } = place;
  const id = String(form.get("checkin") ?? "");
  const version = String(form.get("version") ?? "");
  const result = await inTransaction(db, "answer check-in", (trx) => answerCheckin(trx, actor, { enrolmentId, chapterSlug, checkinId: id, version, form, locale: context.locale, now }));
  if (result.ok) throw redirect(`${previewPath(enrolmentId, chapterSlug, sectionId)}#${checkinAnchor(id)}`, 303);
  if (result.error.code === "empty" || result.error.code === "unfit") return data<SectionRefusal>({ code: "answer", id, key: `checkin.${result.error.code}` }, { status: 400 });
  throw noReading(result.error, place);
}

async function noted({ db, actor, now }: Guarded, place: Place): Promise<never> {
  const result = await inTransaction(db, "dismiss changes", (trx) => dismissChanges(trx, actor, { ...place, now }));
  if (result.ok) throw redirect(previewPath(place.enrolmentId, place.chapterSlug, place.sectionId), 303);
  throw noReading(result.error, place);
}

/** Not theirs is not there; what is not open yet says so on the contents page. */
function noReading(error: NoReading, { enrolmentId, chapterSlug }: Place): Response {
  return error.code === "not-open" ? redirect(previewPath(enrolmentId, chapterSlug), 303) : notFound();
}
