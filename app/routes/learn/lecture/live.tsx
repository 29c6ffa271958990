import { data } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { loadMdx, MdxScript } from "~/courseware";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { useNonce } from "~/platform/nonce";
import { LiveFollower, ownLecturesPath } from "~/steps/lecture";
import { answerPoll, livePage, ownSession } from "~/steps/lecture/index.server";

export const handle: RouteHandle<{ session: { title: string } }> = { i18n: ["ui", "lecture", "courseware", "exercises"], title: (_t, page) => page.session.title };
const LEARN = { permission: "learn", scope: "any" } as const;
const UUID = /^[0-9a-f-]{36}$/;

export const loader = guardedLoader(LEARN, async ({ db, params, context, actor, now }) => {
  const place = await ownSession(db, actor.id, uuidParam(params, "session"));
  if (!place) throw notFound();
  const page = await livePage(db, place, context.locale, now);
  await Promise.all(page.decks.map((deck) => context.mdx.ensure(db, deck.codeHash)));
  return { ...page, back: ownLecturesPath(place.enrolmentId, place.session.chapters[0] ?? ""), locale: context.locale };
});

export const action = guardedAction(LEARN, async ({ request, db, params, context, actor, now }) => {
  const form = await request.formData();
  const pollId = String(form.get("poll") ?? "");
  const sessionId = uuidParam(params, "session");
  if (!UUID.test(pollId)) throw notFound();
  const result = await inTransaction(db, "answer poll", (trx) => answerPoll(trx, actor, { sessionId, pollId, form, now }));
  if (!result.ok && result.error.code === "unknown-poll") throw notFound();
  const problem = result.ok ? null : textsOf(context.locale, "lecture")(`error.${result.error.code}`);
  return data({ problem }, { status: result.ok ? 200 : 400 });
});

/** After a navigation in the browser the slides' scripts must be there before the page is. */
export const clientLoader = async ({ serverLoader }: ClientLoaderFunctionArgs) => {
  const page = await serverLoader<typeof loader>();
  await Promise.all(page.decks.map((deck) => loadMdx(deck.codeHash).catch(() => undefined)));
  return page;
};

export default function Live() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const nonce = useNonce();
  return (
    <>
      <LiveFollower {...page} problem={answer?.problem ?? null} />
      {page.decks.map((deck) => (
        <MdxScript key={deck.codeHash} codeHash={deck.codeHash} nonce={nonce} />
      ))}
    </>
  );
}
