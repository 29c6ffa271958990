import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { roundScreen } from "~/steps/role-play/index.server";

/** The round as it stands now for one of those in it. 401 in JSON for who is signed out: the page stays, and says so. */
export const loader = guardedLoader("public", async ({ db, actor, params, context, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const screen = await roundScreen(db, actor, { roundId: uuidParam(params, "round"), locale: context.locale, now });
  return screen ? Response.json(screen, { headers: { "Cache-Control": "no-store" } }) : Response.json({ code: "unknown-round" }, { status: 404 });
});
