import { redirect } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { loadMdx, MdxScript } from "~/courseware";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import type { DocumentHandle } from "~/platform/document/handle";
import { notFound } from "~/platform/errors";
import { useNonce } from "~/platform/nonce";
import { type PackedPage, previewPath, SectionReader, unpackPage } from "~/steps/preview";
import { openSection, sectionPageView } from "~/steps/preview/index.server";
import { LEARN, ownPlace, placeParams } from "./own-place.server";
import { actOnSection } from "./section-actions.server";

type LoaderData = { page: PackedPage; enrolmentId: string; personId: string };
export const handle: RouteHandle<LoaderData> & DocumentHandle<LoaderData> = {
  i18n: ["ui", "preview", "courseware", "exercises"],
  title: (_t, { page }) => `${page.title} · ${page.chapterTitle}`,
  // Where the reader was is looked at in the browser only; without it, all who have come as far get the same document.
  document: { ids: ({ enrolmentId, personId }) => [enrolmentId, personId], shown: (data) => ({ ...data, page: { ...data.page, place: null } }) },
};

export const loader = guardedLoader(LEARN, async (args) => {
  const { db, now, context, actor, request } = args;
  const key = placeParams(args);
  const sectionId = args.params.section ?? "";
  const view = await sectionPageView(db, { ...key, personId: actor.id }, sectionId, context.locale, now, context.readSection);
  if (view === null) throw notFound();
  if (view.kind === "locked") throw redirect(previewPath(key.enrolmentId, key.chapterSlug));
  const fetchedAhead = request.headers.get("Sec-Purpose")?.includes("prefetch") ?? false;
  const opening = view.newlyOpened && !fetchedAhead ? inTransaction(db, "open section", (trx) => openSection(trx, actor, { ...key, sectionId, now })) : null;
  await Promise.all([context.mdx.ensure(db, view.page.codeHash), opening]);
  return { page: view.page, enrolmentId: key.enrolmentId, personId: actor.id, locale: context.locale, theme: context.theme };
});

export const action = guardedAction(LEARN, async (args) => {
  await ownPlace(args);
  return actOnSection(args, { ...placeParams(args), sectionId: args.params.section ?? "" });
});

/** After a navigation in the browser the text's script must be there before the page is. Without a network it comes later. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  const data = await serverLoader<typeof loader>();
  await loadMdx(data.page.codeHash).catch(() => undefined);
  return data;
};

export default function PreviewSection() {
  const { page: packed, ...reader } = useLoaderData<typeof loader>();
  const page = useMemo(() => unpackPage(packed), [packed]);
  const refusal = useActionData<typeof action>();
  const nonce = useNonce();
  return (
    <>
      <SectionReader key={page.id} page={page} {...reader} problem={refusal?.code === "answer" ? refusal : null} refused={refusal?.code === "missing"} />
      <MdxScript codeHash={page.codeHash} nonce={nonce} />
    </>
  );
}
