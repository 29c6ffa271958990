import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { ContentsPage, type ContentsPageProps } from "~/steps/preview";
import { contentsView } from "~/steps/preview/index.server";
import { LEARN, ownPlace, placeParams } from "./own-place.server";

export const handle: RouteHandle<ContentsPageProps> = { i18n: ["ui", "road", "preview"], title: (t, data) => `${t("preview:step")} · ${data.contents.title}` };

export const loader = guardedLoader(LEARN, async (args) => {
  const { db, now, context } = args;
  const { locale } = context;
  const [place, contents] = await Promise.all([ownPlace(args), contentsView(db, placeParams(args), locale, now)]);
  if (contents === null) throw notFound();
  return { contents, enrolmentId: place.enrolmentId, slug: place.chapterSlug, locale, timeZone: place.timeZone } satisfies ContentsPageProps;
});

export default function PreviewContents() {
  return <ContentsPage {...useLoaderData<typeof loader>()} />;
}
