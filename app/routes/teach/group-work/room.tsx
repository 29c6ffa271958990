import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortHead } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { GroupRoomPage } from "~/steps/group-work";
import { groupRoom } from "~/steps/group-work/index.server";
import { TEACH, VIEW } from "./access";
import { actInRoom } from "./act-in-room.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ cohort: { name: string } }> = { i18n: ["ui", "road", "cohorts", "group-work"], title: (t, page) => `${t("group-work:title")} · ${page.cohort.name}` };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor, now }) => {
  const cohort = await cohortHead(db, uuidParam(params, "cohort"));
  const chapter = cohort?.chapters.find((one) => one.slug === params.chapter && one.steps.includes("group-work"));
  if (!cohort || !chapter) throw notFound();
  const room = await groupRoom(db, { cohortId: cohort.id, chapterSlug: chapter.slug }, context.locale, now);
  return { cohort, chapter, room, mayTeach: holds(actor, "cohort:teach", { kind: "cohort", cohortId: cohort.id, teamId: cohort.teamId }), locale: context.locale, now };
});

export const action = guardedAction(TEACH, async (args) => {
  const answer = await actInRoom(args, { cohortId: uuidParam(args.params, "cohort"), chapterSlug: args.params.chapter ?? "" });
  return data(answer, { status: answer.failure ? 409 : 200 });
});

export default function GroupRoom() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("group-work");
  const inForm = answer?.intent === "hint" || answer?.intent === "timer";
  const messages = [
    ...(answer?.done ? [{ id: answer.done, tone: "ok" as const, text: t(`done.${answer.intent}`) }] : []),
    ...(answer?.failure && !inForm ? answer.failure.formErrors.map((text) => ({ id: text, tone: "danger" as const, text })) : []),
  ];
  return <GroupRoomPage {...page} messages={messages} failure={inForm ? (answer.failure ?? null) : null} failed={answer?.failure ? answer.intent : null} sent={answer?.done ?? ""} />;
}
