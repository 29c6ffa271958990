import { data } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { loadMdx, MdxScript } from "~/courseware";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { useNonce } from "~/platform/nonce";
import { Presenter } from "~/steps/lecture";
import { codeCard, presenterPage } from "~/steps/lecture/index.server";
import { TEACH } from "./access";
import { actOnStage } from "./act-on-stage.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ session: { title: string } }> = { i18n: ["ui", "lecture", "courseware", "exercises"], title: (t, page) => `${t("lecture:present.title")} · ${page.session.title}` };

export const loader = guardedLoader(TEACH, async ({ db, params, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") };
  const [page, code] = await Promise.all([presenterPage(db, key, context.locale), codeCard(db, key, { origin: context.origin, now })]);
  if (!page) throw notFound();
  await Promise.all(page.decks.map((deck) => context.mdx.ensure(db, deck.codeHash)));
  return { ...page, code: code ?? null, locale: context.locale, now };
});

export const action = guardedAction(TEACH, async (args) => {
  const problem = await actOnStage(args);
  return data({ problem }, { status: problem === null ? 200 : 409 });
});

/** After a navigation in the browser the slides' scripts must be there before the page is. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  const page = await serverLoader<typeof loader>();
  await Promise.all(page.decks.map((deck) => loadMdx(deck.codeHash).catch(() => undefined)));
  return page;
};

export default function Present() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const nonce = useNonce();
  return (
    <>
      <Presenter {...page} problem={answer?.problem ?? null} />
      {page.decks.map((deck) => (
        <MdxScript key={deck.codeHash} codeHash={deck.codeHash} nonce={nonce} />
      ))}
    </>
  );
}
