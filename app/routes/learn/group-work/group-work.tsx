import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { chapterNames, ownEnrolment, peopleAround } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { sheetPath } from "~/sheets/paths";
import { OwnGroupPage } from "~/steps/group-work";
import { mayBeTold, openGroupWork, ownGroupWork } from "~/steps/group-work/index.server";
import { actOnOwnWork } from "./act-on-own-work.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const LEARN = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "road", "group-work"], title: (t) => t("group-work:title") };

export const loader = guardedLoader(LEARN, async ({ db, params, context, actor, now }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!enrolment) throw notFound();
  const key = { ...enrolment, locale: context.locale, now };
  const first = await ownGroupWork(db, key);
  if (!first) throw notFound();
  // The first time this begins the step.
  const told = mayBeTold(first);
  if (told) await inTransaction(db, "open group work", (trx) => openGroupWork(trx, actor, key));
  const [work, names, people] = await Promise.all([told ? ownGroupWork(db, key) : first, chapterNames(db, [enrolment.chapterSlug]), peopleAround(db, [enrolment.enrolmentId])]);
  return { enrolment, work: work ?? first, chapter: names.get(enrolment.chapterSlug) ?? null, instructors: (people.get(enrolment.enrolmentId)?.instructor ?? []).map((person) => person.name), locale: context.locale, now };
});

export const action = guardedAction(LEARN, async (args) => {
  const enrolment = await ownEnrolment(args.db, args.actor.id, uuidParam(args.params, "enrolment"), args.params.chapter ?? "");
  if (!enrolment) throw notFound();
  const answer = await actOnOwnWork(args, enrolment);
  if (answer.begun) throw redirect(sheetPath(answer.begun), 303);
  return data(answer, { status: answer.failure ? 409 : 200 });
});

export default function GroupWork() {
  const { chapter, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("group-work");
  const title = chapter ? t("chapter", { number: chapter.number, title: pick(chapter.title, page.locale) }) : page.enrolment.chapterSlug;
  const messages = answer?.done ? [{ id: answer.done.id, tone: "ok" as const, text: t(`done.${answer.done.intent}`) }] : [];
  return <OwnGroupPage {...page} chapterTitle={title} messages={messages} failure={answer?.failure ?? null} about={answer?.about ?? null} />;
}
