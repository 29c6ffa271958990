import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { FeedbackScreen } from "~/steps/defense";
import { feedbackPage } from "~/steps/defense/index.server";

export const handle: RouteHandle = { i18n: ["ui", "defense"], title: (t) => t("defense:feedback.title") };
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, params, context }) => {
  const page = await feedbackPage(db, actor, { slotId: uuidParam(params, "slot"), locale: context.locale });
  if (!page) throw notFound();
  return { page, locale: context.locale };
});

export default function Feedback() {
  const { page, locale } = useLoaderData<typeof loader>();
  return <FeedbackScreen page={page} locale={locale} timeZone={page.head.timeZone} />;
}
