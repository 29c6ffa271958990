import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/index.server";
import { SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { checkInPath } from "~/steps/lecture";
import { openSessions } from "~/steps/lecture/index.server";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "lecture"], title: (t) => t("lecture:checkIn.title") };

/** The address on the wall, without a class in it: leads to the only one that is open, or lets choose. */
export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, now, context }) => {
  const sessions = await openSessions(db, actor.id, now);
  const [only] = sessions;
  if (only && sessions.length === 1) throw redirect(checkInPath(only.id));
  return { sessions, locale: context.locale, timeZone: actor.timeZone };
});

export default function CheckInNow() {
  const { sessions, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("lecture");
  return (
    <div className="mx-auto max-w-md">
      <PageHeader title={t("checkIn.title")} />
      {sessions.length === 0 ? (
        <EmptyState title={t("checkIn.nowhere")}>{t("checkIn.nowhereText")}</EmptyState>
      ) : (
        <ul className="grid gap-4" aria-label={t("checkIn.now")}>
          {sessions.map((session) => (
            <Card as="li" key={session.id} title={session.title} footer={<ButtonLink to={checkInPath(session.id)} variant="primary">{t("checkIn.submit")}</ButtonLink>}>
              <SessionTime session={session} locale={locale} readerZone={timeZone} />
            </Card>
          ))}
        </ul>
      )}
    </div>
  );
}
