import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortHead } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { markingPlace, nextMarkingPath } from "~/marking/index.server";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { groupSheetPath, GroupSheetScreen } from "~/steps/group-work";
import { groupSheetPage } from "~/steps/group-work/index.server";
import { TEACH, VIEW } from "./access";
import { judgeSheet } from "./judge-sheet.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ page: { sheet: { groupName: string; customer: string } } }> = {
  i18n: ["ui", "marking", "cohorts", "sheets", "sheet-pictures", "group-work"],
  title: (_t, { page }) => `${page.sheet.groupName} · ${page.sheet.customer}`,
};

export const loader = guardedLoader(VIEW, async ({ db, params, url, context, actor, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), groupSheetId: uuidParam(params, "sheet") };
  const [page, cohort] = await Promise.all([groupSheetPage(db, key, context.locale, now), cohortHead(db, key.cohortId)]);
  if (!page || !cohort) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId: cohort.id, teamId: cohort.teamId });
  const place = mayTeach ? await markingPlace(db, { kind: "group-sheet", subjectId: key.groupSheetId, cohortId: key.cohortId, actor, query: url.searchParams, now }) : null;
  const chapter = cohort.chapters.find((one) => one.slug === page.sheet.chapterSlug) ?? null;
  const other = new URLSearchParams(url.searchParams);
  const byLevels = other.has("levels");
  if (byLevels) other.delete("levels");
  else other.set("levels", "1");
  return { page, byLevels, otherForm: `?${other.toString()}`, cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone }, chapter, place, mayTeach, done: url.searchParams.get("did"), locale: context.locale, now };
});

export const action = guardedAction(TEACH, async (args) => {
  const key = { cohortId: uuidParam(args.params, "cohort"), groupSheetId: uuidParam(args.params, "sheet") };
  const answer = await judgeSheet(args, key);
  if (!("done" in answer)) return data(answer, { status: 409 });
  // Who came through the queue goes on in it; who came from the room sees what came of it.
  const { db, actor, url, now } = args;
  if (url.searchParams.has("queue") && answer.done !== "take-back") throw redirect(await nextMarkingPath(db, { kind: "group-sheet", subjectId: key.groupSheetId, cohortId: key.cohortId, actor, query: url.searchParams, now }), 303);
  throw redirect(`${groupSheetPath(key.cohortId, key.groupSheetId)}?did=${answer.done}`, 303);
});

export default function GroupSheet() {
  return <GroupSheetScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
