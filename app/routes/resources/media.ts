import { guardedLoader } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { mayRead, mediaResponse } from "~/steps/preview/index.server";

/** A recording of a chapter, or its captions, for who may read the chapter; in ranges, so that players can seek. */
export const loader = guardedLoader("signed-in", async ({ db, actor, params, request }) => {
  const slug = params.slug ?? "";
  const file = params["*"] ?? "";
  if (!(await mayRead(db, actor, [slug]))) throw notFound();
  const response = await mediaResponse({ root: "content/chapters", slug, file, request });
  if (response === null) throw notFound();
  return response;
});
