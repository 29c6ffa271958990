import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { filterIn, filterQuery, markingItemPath, markingPath, QueuePage } from "~/marking";
import { claimMarking, firstWaiting, queuePage } from "~/marking/index.server";
import { reachOf } from "~/people";
import { bankPath } from "~/steps/quiz";

const access = { permission: "cohort:teach", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "marking"], title: (t) => t("marking:title") };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const loader = guardedLoader(access, async ({ db, actor, now, url, context }) => {
  const filter = filterIn(url.searchParams);
  const asked = url.searchParams.get("after") ?? "";
  const after = UUID.test(asked) ? asked : null;
  const page = await queuePage(db, { reach: reachOf(actor, "cohort:teach"), actorId: actor.id, filter, now }, { after, done: url.searchParams.get("done") });
  return { page, filter, after, locale: context.locale, timeZone: actor.timeZone };
});

/** Takes the first thing in hand that nobody else has, and leads to it. */
export const action = guardedAction(access, async ({ db, actor, now, url }) => {
  const filter = filterIn(url.searchParams);
  const reach = reachOf(actor, "cohort:teach");
  const first = await inTransaction(db, "begin marking", async (trx) => {
    const next = await firstWaiting(trx, { reach, actorId: actor.id, filter, now });
    if (next !== undefined) await claimMarking(trx, actor, { itemId: next.id, reach, now });
    return next;
  });
  const queue = filterQuery(filter);
  throw redirect(first === undefined ? markingPath(queue) : markingItemPath(first, { queue }), 303);
});

export default function Marking() {
  const props = useLoaderData<typeof loader>();
  const { t } = useTranslation("marking");
  return (
    <QueuePage {...props}>
      <p className="mt-4 flex flex-wrap gap-x-5 text-sm">
        {props.page.facets.chapters.map(({ slug, title }) => (
          <Link key={slug} to={bankPath(slug)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
            {t("bank.title", { chapter: pick(title, props.locale) })}
          </Link>
        ))}
      </p>
    </QueuePage>
  );
}
