import { z } from "zod";
import { tokenRoute } from "~/auth/api-guard.server";
import { listDeals } from "~/deals/index.server";
import { problemResponse } from "~/platform/problem.server";

const schema = z.object({
  state: z.enum(["open", "closed", "all"]).default("all"),
  updatedSince: z.iso.datetime({ offset: true }).transform((text) => new Date(text)).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().transform(readCursor).nullable().default(null),
});

/** A page of deals. */
export const loader = tokenRoute({
  GET: {
    scope: "deals:read",
    work: async ({ db, actor, url, context }) => {
      const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
      if (!parsed.success) return problemResponse({ status: 400, code: "bad-query", title: "The query is not understood", errors: parsed.error.issues.map((issue) => ({ field: issue.path.join("."), code: "invalid" })) }, context.requestId);
      const { data, next } = await listDeals(db, actor, parsed.data, context.origin);
      return Response.json({ data, next: next && writeCursor(next) }, { headers: { "Cache-Control": "no-store" } });
    },
  },
});

export const action = tokenRoute({ GET: { scope: "deals:read", work: () => Promise.reject(new Error("unreachable")) } });

function writeCursor({ at, id }: { at: Date; id: string }): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString("base64url");
}

function readCursor(text: string, context: z.RefinementCtx<string>) {
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString("utf8").split(" ");
  const parsed = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
  if (parsed.success) return { at: new Date(parsed.data.at), id: parsed.data.id };
  context.addIssue({ code: "custom", message: "no cursor of ours" });
  return z.NEVER;
}
