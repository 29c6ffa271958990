import { z } from "zod";
import { tokenRoute, type Tokened } from "~/auth/api-guard.server";
import { inTransaction } from "~/db/index.server";
import { LOST_FOR, STAGES, WON_FOR } from "~/deals";
import { dealByKey, putDeal, withdrawDeal } from "~/deals/index.server";
import { type Problem, problemResponse } from "~/platform/problem.server";

const MOST_BYTES = 64 * 1024;
const place = z.object({ source: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u), key: z.string().min(1).max(120).refine((key) => !key.includes("\0")) });
const line = (max: number) => z.string().trim().min(1).max(max).refine((text) => !text.includes("\0"));
const schema = z.strictObject({
  account: line(160),
  title: line(160),
  amount: z.string().regex(/^\d{1,16}(\.\d{1,4})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/).default("CNY"),
  expectedClose: z.iso.date().nullable().optional(),
  stage: z.enum(STAGES).optional(),
  stageOn: z.iso.date().optional(),
  outcome: z.enum([...new Set([...WON_FOR, ...LOST_FOR])] as [string, ...string[]]).transform((value) => value as (typeof WON_FOR)[number] | (typeof LOST_FOR)[number]).optional(),
  reason: line(400).optional(),
  owner: z.email().max(200).optional(),
});
const NOT_FOUND: Problem = { status: 404, code: "not-found", title: "There is no such deal" };

export const loader = tokenRoute({ GET: { scope: "deals:read", work: read } });
export const action = tokenRoute({ GET: { scope: "deals:read", work: read }, PUT: { scope: "deals:write", work: put }, DELETE: { scope: "deals:write", work: remove } });

async function read({ db, actor, params, context }: Tokened): Promise<Response> {
  const where = place.safeParse(params);
  const deal = where.success && (await dealByKey(db, actor, { ...where.data, origin: context.origin }));
  return deal ? Response.json(deal, { headers: { "Cache-Control": "no-store" } }) : problemResponse(NOT_FOUND, context.requestId);
}

async function put(args: Tokened): Promise<Response> {
  const { db, actor, token, params, now, context, request } = args;
  const problem = (of: Problem) => problemResponse(of, context.requestId);
  const where = place.safeParse(params);
  if (!where.success) return problem({ status: 422, code: "bad-key", title: "The source or the key is not of the form that the documentation names" });
  const body = await readJson(request);
  if ("status" in body) return problem(body);
  const parsed = schema.safeParse(body.json);
  if (!parsed.success) return problem({ status: 422, code: "invalid", title: "Some fields are not right", errors: parsed.error.issues.map((issue) => ({ field: issue.path.join(".") || (issue.code === "unrecognized_keys" ? issue.keys.join(",") : ""), code: issue.code })) });
  const result = await inTransaction(db, "put deal", (trx) => putDeal(trx, actor, { ...where.data, deal: parsed.data, by: { token, requestId: context.requestId }, now }));
  if (!result.ok) {
    if (result.error.code === "not-found") return problem(NOT_FOUND);
    const { reason, field } = result.error;
    const conflict = reason === "other-account" || reason === "stage-order";
    return problem({ status: conflict ? 409 : 422, code: reason, title: conflict ? "It does not fit what is there" : "Some fields are not right", errors: [{ field: field ?? "", code: reason }] });
  }
  const answer = await read(args);
  const { fate } = result.value;
  return new Response(answer.body, { status: fate === "new" ? 201 : 200, headers: { "Content-Type": "application/json", "Cache-Control": "no-store", "Roadbook-Result": fate === "new" ? "created" : fate, ...(fate === "new" ? { Location: new URL(request.url).pathname } : {}) } });
}

async function remove(args: Tokened): Promise<Response> {
  const { db, actor, token, params, now, context } = args;
  const where = place.safeParse(params);
  const result = where.success && (await inTransaction(db, "withdraw deal", (trx) => withdrawDeal(trx, actor, { ...where.data, by: { token, requestId: context.requestId }, now })));
  return result && result.ok ? read(args) : problemResponse(NOT_FOUND, context.requestId);
}

async function readJson(request: Request): Promise<{ json: unknown } | Problem> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { status: 415, code: "not-json", title: "The body must be application/json" };
  const text = await request.text();
  if (Buffer.byteLength(text) > MOST_BYTES) return { status: 413, code: "too-large", title: "The body is larger than 64 kB" };
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { status: 400, code: "bad-json", title: "The body is not valid JSON" };
  }
}
