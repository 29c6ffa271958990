import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { DealOnSheet, dealPath } from "~/deals";
import { dealOfSheet } from "~/deals/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { shouldRevalidate as afterConflict } from "~/platform/after-conflict";
import { notFound } from "~/platform/errors";
import { connectLive, SheetEditor, type SheetScreen, SHEETS_PATH } from "~/sheets";
import { seeMentions, sheetPage } from "~/sheets/index.server";
import { GroupOnSheet, ownGroupWorkPath } from "~/steps/group-work";
import { groupOfSheet } from "~/steps/group-work/index.server";
import { actOnSheet } from "./act-on-sheet.server";

export const handle: RouteHandle<{ screen: SheetScreen }> = { i18n: ["ui", "sheets", "sheet-pictures", "group-work", "deals"], title: (_, { screen }) => screen.title };
/** What people write must never come from a cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader("signed-in", async ({ db, params, actor, now, url, context }) => {
  const { locale } = context;
  const history = url.searchParams.get("panel") === "history" ? (url.searchParams.get("about") ?? "") : null;
  const screen = await context.timing.measure("sheet", () => sheetPage(db, actor, { sheetId: uuidParam(params, "sheet"), locale, now, history }));
  if (!screen) throw notFound();
  if (url.searchParams.get("panel") === "comments") await inTransaction(db, "see mentions", (trx) => seeMentions(trx, actor, { sheetId: screen.id, now }));
  const [group, deal] = await Promise.all([groupOfSheet(db, { sheetId: screen.id, personId: actor.id, now }), dealOfSheet(db, actor, screen.id)]);
  return { screen, group: group ?? null, deal: deal ?? null, mayTake: holds(actor, "deal:work", { kind: "any" }), locale, now };
});

/** Plain forms, remarks, restoring; what is typed with scripts goes by the live store instead. */
export const action = guardedAction("signed-in", async (args) => actOnSheet(args, uuidParam(args.params, "sheet")));

/** Opening a row or a tab changes the address alone: there is nothing to read again. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod } = args;
  return currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search && formMethod === undefined ? false : afterConflict(args);
}

export default function Sheet() {
  const { screen, group, deal, mayTake, locale, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation(["sheets", "group-work"]);
  const back = group ? { to: ownGroupWorkPath(group.enrolmentId, group.chapterSlug), label: t("group-work:onSheet.back", { group: group.groupName }) } : deal ? { to: dealPath(deal.dealId, "sheets"), label: deal.dealTitle } : { to: SHEETS_PATH, label: t("list.title") };
  const notices = (
    <>
      {group && <GroupOnSheet group={group} locale={locale} now={now} />}
      <DealOnSheet sheetId={screen.id} deal={deal} mayTake={mayTake} />
    </>
  );
  return <SheetEditor key={screen.id} screen={screen} locale={locale} connect={connectLive} answer={answer} back={back} notices={notices} />;
}
