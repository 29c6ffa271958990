import { redirect } from "@remix-run/node";
import { z } from "zod";
import { guardedAction } from "~/auth/guard.server";
import { DASHBOARD_PAGES, dashboardPath } from "~/dashboards";
import { deleteFilter, saveFilter } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { safeRedirect } from "~/platform/request.server";

const back = z.string().max(2000).optional();
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), name: z.string().trim().min(1).max(60), page: z.enum(DASHBOARD_PAGES), query: z.string().max(1000).default(""), back }),
  z.object({ intent: z.literal("delete"), id: z.uuid(), back }),
]);

/** Keeps a filter under a name, or forgets one; one's own alone. Goes back to the page. */
export const action = guardedAction({ permission: "dashboard:view", scope: "any" }, async ({ db, request, actor, now }) => {
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) throw new Response("Bad request", { status: 400 });
  const input = parsed.value;
  if (input.intent === "save") {
    const saved = await inTransaction(db, "save a filter", (trx) => saveFilter(trx, actor.id, input, now));
    if (!saved.ok) throw new Response("Too many filters", { status: 409 });
  } else if (!(await inTransaction(db, "delete a filter", (trx) => deleteFilter(trx, actor.id, input.id)))) throw notFound();
  return redirect(safeRedirect(input.back, dashboardPath("first")), 303);
});
