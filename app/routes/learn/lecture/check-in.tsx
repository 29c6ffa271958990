import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { CheckInForm, livePath, ownLecturesPath, StatusBadge } from "~/steps/lecture";
import { livePage, ownSession } from "~/steps/lecture/index.server";
import { ButtonLink, Card, PageHeader } from "~/ui";
import { deviceOf } from "./device-cookie.server";
import { takeCheckIn } from "./take-check-in.server";

export const handle: RouteHandle = { i18n: ["ui", "lecture"], title: (t) => t("lecture:checkIn.title") };
const LEARN = { permission: "learn", scope: "any" } as const;

export const loader = guardedLoader(LEARN, async ({ db, params, context, actor, now, url }) => {
  const place = await ownSession(db, actor.id, uuidParam(params, "session"));
  if (!place) throw notFound();
  const { status, mayCheckIn } = await livePage(db, place, context.locale, now);
  const code = /^\d{6}$/.exec(url.searchParams.get("code") ?? "")?.[0] ?? "";
  return { session: place.session, enrolmentId: place.enrolmentId, status, mayCheckIn, code, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(LEARN, async ({ request, db, params, context, actor, now }) => {
  const form = await request.formData();
  const code = String(form.get("code") ?? "").normalize("NFKC").replace(/\D/g, "").slice(0, 6);
  const { deviceId, setCookie } = deviceOf(request, context.origin);
  const result = await takeCheckIn(db, { personId: actor.id, sessionId: uuidParam(params, "session"), code, deviceId, now });
  if (!result.ok && result.error.code === "unknown-session") throw notFound();
  const problem = result.ok ? null : textsOf(context.locale, "lecture")(`error.${result.error.code}`);
  return data({ problem }, { status: result.ok ? 200 : 400, ...(setCookie === null ? {} : { headers: { "Set-Cookie": setCookie } }) });
});

export default function CheckIn() {
  const { session, enrolmentId, status, mayCheckIn, code, locale, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("lecture");
  return (
    <div className="mx-auto max-w-md">
      <PageHeader title={t("checkIn.title")} lead={session.title} crumbs={[{ to: ownLecturesPath(enrolmentId, session.chapters[0] ?? ""), label: t("own.title") }]} />
      <Card>
        <p className="mb-4 text-ink-soft">
          <SessionTime session={session} locale={locale} readerZone={timeZone} />
        </p>
        {status !== null ? (
          <div role="status" className="grid justify-items-start gap-3">
            <p className="flex items-center gap-3 text-xl font-semibold">
              <CircleCheck aria-hidden className="size-8 text-pine" />
              {t("checkIn.done")} <StatusBadge status={status} />
            </p>
            <p className="text-ink-soft">{t(status === "absent" || status === "excused" ? "checkIn.byInstructor" : "checkIn.doneText")}</p>
            <ButtonLink to={livePath(session.id)} variant="primary" size="lg">
              {t("own.follow")}
            </ButtonLink>
          </div>
        ) : mayCheckIn ? (
          <CheckInForm sessionId={session.id} code={code} problem={answer?.problem ?? undefined} focus />
        ) : (
          <p>{t(session.state === "ended" ? "checkIn.over" : session.state === "cancelled" ? "checkIn.cancelled" : "checkIn.notYet")}</p>
        )}
      </Card>
    </div>
  );
}
