import { guardedLoader } from "~/auth/guard.server";
import { placesOfModule, MDX_SCRIPT_HEADERS, mdxScript } from "~/courseware/index.server";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { mayRead } from "~/steps/preview/index.server";

/** The script of a compiled section or slide deck, for who may read a chapter that it stands in. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params }) => {
  const codeHash = /^([A-Za-z0-9_-]{20,64})\.js$/.exec(params.file ?? "")?.[1];
  if (codeHash === undefined) throw notFound();
  const [{ slugs, forPresenters }, script] = await Promise.all([placesOfModule(db, codeHash), mdxScript(db, codeHash)]);
  if (script === null || !(await mayRead(db, actor, slugs))) throw notFound();
  if (forPresenters && !holds(actor, "cohort:view", { kind: "any" })) throw notFound();
  return new Response(script, { headers: MDX_SCRIPT_HEADERS });
});
