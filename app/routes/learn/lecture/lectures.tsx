import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { roadPath } from "~/cohorts";
import { chapterNames, ownEnrolment, peopleAround } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { OwnSessionCard } from "~/steps/lecture";
import { learnerLectures } from "~/steps/lecture/index.server";
import { EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "lecture"], title: (t) => t("lecture:own.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, params, context, actor, now }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!enrolment) throw notFound();
  const [sessions, names, people] = await Promise.all([
    learnerLectures(db, { ...enrolment, now }),
    chapterNames(db, [enrolment.chapterSlug]),
    peopleAround(db, [enrolment.enrolmentId]),
  ]);
  const instructors = (people.get(enrolment.enrolmentId)?.instructor ?? []).map((person) => person.name);
  return { enrolment, sessions, chapter: names.get(enrolment.chapterSlug) ?? null, instructors, locale: context.locale, timeZone: actor.timeZone };
});

export default function OwnLectures() {
  const { enrolment, sessions, chapter, instructors, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("lecture");
  const title = chapter ? t("chapter", { number: chapter.number, title: pick(chapter.title, locale) }) : enrolment.chapterSlug;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("own.title")} lead={t("own.lead")} crumbs={[{ to: roadPath(enrolment.enrolmentId, enrolment.chapterSlug), label: title }]} />
      {sessions.length === 0 ? (
        <EmptyState title={t("own.empty")}>{instructors.length > 0 ? t("own.emptyText", { names: instructors.join(t("roll.and")) }) : t("own.emptyNobody")}</EmptyState>
      ) : (
        <div className="grid gap-6">
          {sessions.map((session) => (
            <OwnSessionCard key={session.id} session={session} instructors={instructors} locale={locale} readerZone={timeZone} />
          ))}
        </div>
      )}
    </div>
  );
}
