import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { ReviewsScreen } from "~/steps/homework";
import { reviewsPage } from "~/steps/homework/index.server";
import { homeworkPageOf } from "./own-homework.server";

export const handle: RouteHandle = { i18n: ["ui", "road", "homework"], title: (t) => t("homework:reviews.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async (args) => {
  const { own, place } = await homeworkPageOf(args);
  const { locale } = args.context;
  return { page: await reviewsPage(args.db, own, { locale, now: args.now }), place, locale, timeZone: own.timeZone, now: args.now };
});

export default function Reviews() {
  return <ReviewsScreen {...useLoaderData<typeof loader>()} />;
}
