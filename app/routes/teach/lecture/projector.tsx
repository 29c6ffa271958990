import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { loadMdx, MdxScript } from "~/courseware";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { useNonce } from "~/platform/nonce";
import { ProjectorScreen } from "~/steps/lecture";
import { codeCard, projectorPage } from "~/steps/lecture/index.server";
import { TEACH } from "./access";

export const handle: RouteHandle<{ session: { title: string } }> = { i18n: ["ui", "lecture", "courseware", "exercises"], title: (_t, page) => page.session.title };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") };
  const [page, code] = await Promise.all([projectorPage(db, key, context.locale), codeCard(db, key, { origin: context.origin, now })]);
  if (!page) throw notFound();
  await Promise.all(page.decks.map((deck) => context.mdx.ensure(db, deck.codeHash)));
  return { ...page, code: code ?? null, origin: context.origin, locale: context.locale };
});

/** After a navigation in the browser the slides' scripts must be there before the page is. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  const page = await serverLoader<typeof loader>();
  await Promise.all(page.decks.map((deck) => loadMdx(deck.codeHash).catch(() => undefined)));
  return page;
};

export default function Projector() {
  const page = useLoaderData<typeof loader>();
  const nonce = useNonce();
  return (
    <>
      <ProjectorScreen {...page} />
      {page.decks.map((deck) => (
        <MdxScript key={deck.codeHash} codeHash={deck.codeHash} nonce={nonce} />
      ))}
    </>
  );
}
