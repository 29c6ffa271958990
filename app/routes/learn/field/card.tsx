import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { DealCardScreen } from "~/steps/field-tracking";
import { dealCard } from "~/steps/field-tracking/index.server";

export const handle: RouteHandle<{ card: { deal: { accountName: string } } }> = { i18n: ["ui", "field"], title: (t, { card }) => t("field:card.title", { account: card.deal.accountName }) };

/** For who works on the deal and who coaches them: the deal's own right decides. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, now, context }) => {
  const card = await dealCard(db, actor, uuidParam(params, "deal"), { locale: context.locale, now });
  if (!card) throw notFound();
  return { card, locale: context.locale };
});

export default function Card() {
  return <DealCardScreen {...useLoaderData<typeof loader>()} />;
}
