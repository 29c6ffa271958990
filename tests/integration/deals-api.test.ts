// The JSON API: tokens, every status, idempotent pushes, nobody else's deals.
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { pino } from "pino";
import { beforeAll, describe, expect, test } from "vitest";
import { createToken, ownTokens, revokeToken, type TokenScope } from "~/auth/index.server";
import { API_PER_TOKEN, API_REFUSED_PER_ADDRESS } from "~/auth/api-guard.server";
import { dealsOf, type PushedDeal, putDeal, stageHistories } from "~/deals/index.server";
import type { Actor } from "~/people";
import { suspendPerson } from "~/people/index.server";
import * as dealRoute from "~/routes/api/deal";
import * as listRoute from "~/routes/api/deals";
import * as unknownRoute from "~/routes/api/unknown";
import { auditOf } from "../factories/people";
import { NOW, salesWorld, type SalesWorld, TODAY } from "../factories/deals";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let w: SalesWorld;
let token: string;
beforeAll(async () => {
  w = await salesWorld(t.db);
  token = await tokenOf(w.seller);
});

async function tokenOf(actor: Actor, scopes: TokenScope[] = ["deals:read", "deals:write"], days = 30): Promise<string> {
  const made = await w.run((trx) => createToken(trx, actor, { name: "CRM", scopes, days, now: NOW }));
  if (!made.ok) throw new Error(made.error.code);
  return made.value.token;
}

interface Asked {
  token?: string | null;
  body?: unknown;
  text?: string;
  type?: string;
  now?: Date;
  ip?: string;
  headers?: Record<string, string>;
}

/** Asks a route as the server would, without Express in front. */
async function ask(method: string, path: string, asked: Asked = {}) {
  const url = new URL(path, "https://roadbook.test");
  const [, , , , source, key] = url.pathname.split("/").map(decodeURIComponent);
  const route = key !== undefined ? dealRoute : url.pathname === "/api/v1/deals" ? listRoute : unknownRoute;
  const handler = method === "GET" || method === "HEAD" ? route.loader : route.action;
  const sent = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  const bearer = asked.token === undefined ? token : asked.token;
  const headers = { ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }), ...(sent === undefined ? {} : { "Content-Type": asked.type ?? "application/json" }), ...asked.headers };
  const request = new Request(url, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
  const context = { db: t.db, now: asked.now ?? NOW, ip: asked.ip ?? "203.0.113.7", requestId: randomUUID(), origin: "https://roadbook.test", log: pino({ level: "silent" }), session: null };
  const response = (await handler({ request, params: { ...(source === undefined ? {} : { source }), ...(key === undefined ? {} : { key }) }, context } as unknown as LoaderFunctionArgs)) as Response;
  const json = (await response.json()) as Record<string, unknown>;
  if (response.status >= 400) {
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(json).toMatchObject({ type: expect.stringMatching(/^urn:roadbook:problem:[a-z-]+$/), status: response.status, title: expect.any(String), requestId: context.requestId });
  }
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, json, headers: response.headers };
}
const BODY = { account: "甬峰压铸", title: "二期", amount: "1680000.50", currency: "CNY", expectedClose: "2027-02-01", stage: "find", stageOn: "2026-11-03" };
const codeOf = ({ json }: { json: Record<string, unknown> }) => String(json.type).replace("urn:roadbook:problem:", "");

describe("a token", () => {
  test("is told once, kept as a hash, ends by date or at once, and only its owner sees and ends it", async () => {
    const world = await salesWorld(t.db);
    const fresh = await tokenOf(world.seller, ["deals:read"], 1);
    expect(fresh).toMatch(/^rb_[A-Za-z0-9_-]{43}$/);
    const stored = await t.db.selectFrom("api_token").select(["id", "token_hash", "hint"]).where("person_id", "=", world.seller.id).executeTakeFirstOrThrow();
    expect(stored.token_hash).not.toContain(fresh.slice(3));
    expect(fresh.startsWith(stored.hint)).toBe(true);
    expect(await ownTokens(t.db, world.seller, NOW)).toMatchObject([{ name: "CRM", scopes: ["deals:read"], lastUsedAt: null, revokedAt: null }]);
    expect((await ask("GET", "/api/v1/deals", { token: fresh })).status).toBe(200);
    expect((await ownTokens(t.db, world.seller, NOW))[0]?.lastUsedAt).toEqual(NOW);
    const spent = new Date(NOW.getTime() + 86_400_000);
    expect((await ask("GET", "/api/v1/deals", { token: fresh, now: spent })).status).toBe(401);
    expect(await w.run((trx) => revokeToken(trx, world.colleague, { tokenId: stored.id, now: NOW }))).toMatchObject({ error: { code: "not-found" } });
    expect(await w.run((trx) => revokeToken(trx, world.seller, { tokenId: stored.id, now: NOW }))).toMatchObject({ ok: true });
    expect((await ask("GET", "/api/v1/deals", { token: fresh })).status).toBe(401);
    expect(await w.run((trx) => revokeToken(trx, world.seller, { tokenId: stored.id, now: NOW }))).toMatchObject({ error: { code: "not-found" } });
    expect(await auditOf(t.db, stored.id)).toEqual(["create-api-token", "revoke-api-token"]);
    // Ten at most; days and scopes within bounds.
    for (let at = 0; at < 10; at++) await tokenOf(world.seller);
    const create = (days: number, scopes: TokenScope[]) => w.run((trx) => createToken(trx, world.seller, { name: "x", scopes, days, now: NOW }));
    expect(await create(30, ["deals:read"])).toMatchObject({ error: { code: "too-many" } });
    expect(await create(367, ["deals:read"])).toMatchObject({ error: { code: "days" } });
    expect(await create(30, [])).toMatchObject({ error: { code: "scopes" } });
  });

  test("can do what its owner can at that moment, within its scopes", async () => {
    const world = await salesWorld(t.db);
    const reading = await tokenOf(world.seller, ["deals:read"]);
    const refused = await ask("PUT", "/api/v1/deals/crm/S-1", { token: reading, body: BODY });
    expect([refused.status, codeOf(refused)]).toEqual([403, "scope-missing"]);
    const noDeals = await ask("GET", "/api/v1/deals", { token: await tokenOf(world.people.admin) });
    expect([noDeals.status, codeOf(noDeals)]).toEqual([403, "no-deals"]);
    await w.run((trx) => suspendPerson(trx, world.people.admin, { personId: world.seller.id, now: NOW }));
    expect((await ask("GET", "/api/v1/deals", { token: reading })).status).toBe(401);
  });

  test.each([[null], ["rb_"], [`rb_${"a".repeat(43)}`], ["x"]])("%s opens nothing", async (bad) => {
    const answer = await ask("GET", "/api/v1/deals", { token: bad, ip: `198.51.100.${String(bad).length}` });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="roadbook"']);
  });

  test("asks too often and is told when to come again; so is an address that guesses", async () => {
    const busy = await tokenOf(w.colleague);
    const { id } = await t.db.selectFrom("api_token").select("id").where("person_id", "=", w.colleague.id).executeTakeFirstOrThrow();
    const { countTry } = await import("~/auth/index.server");
    for (let at = 0; at < API_PER_TOKEN.limit; at++) await countTry(t.db, API_PER_TOKEN, id, NOW);
    const answer = await ask("GET", "/api/v1/deals", { token: busy });
    expect([answer.status, codeOf(answer), answer.headers.get("retry-after")]).toEqual([429, "too-many-requests", "60"]);
    expect((await ask("GET", "/api/v1/deals", { token: busy, now: new Date(NOW.getTime() + 61_000) })).status).toBe(200);
    for (let at = 0; at < API_REFUSED_PER_ADDRESS.limit; at++) await countTry(t.db, API_REFUSED_PER_ADDRESS, "192.0.2.1", NOW);
    expect((await ask("GET", "/api/v1/deals", { token: null, ip: "192.0.2.1" })).status).toBe(429);
    // A good token from there is not locked out with it.
    expect((await ask("GET", "/api/v1/deals", { ip: "192.0.2.1" })).status).toBe(200);
  });
});

describe("putting a deal", () => {
  test("makes it, changes it, leaves it: by its key, as often as one likes", async () => {
    const made = await ask("PUT", "/api/v1/deals/crm/P-1", { body: BODY });
    expect([made.status, made.headers.get("location"), made.headers.get("roadbook-result")]).toEqual([201, "/api/v1/deals/crm/P-1", "created"]);
    expect(made.json).toMatchObject({ source: "crm", key: "P-1", account: "甬峰压铸", title: "二期", amount: "1680000.50", currency: "CNY", stage: "find", stageSince: "2026-11-03", owner: w.seller.email, url: expect.stringMatching(/^https:\/\/roadbook\.test\/deals\//) });
    const again = await ask("PUT", "/api/v1/deals/crm/P-1", { body: BODY });
    expect([again.status, again.headers.get("roadbook-result"), again.json.updatedAt]).toEqual([200, "unchanged", made.json.updatedAt]);
    const changed = await ask("PUT", "/api/v1/deals/crm/P-1", { body: { ...BODY, amount: "2000000", stage: "won", stageOn: TODAY, outcome: "value", reason: "总经理定的" } });
    expect([changed.status, changed.headers.get("roadbook-result"), changed.json.stage, changed.json.closedOn, changed.json.amount]).toEqual([200, "changed", "won", TODAY, "2000000.00"]);
    expect((await stageHistories(t.db, [String(changed.json.id)])).get(String(changed.json.id))).toMatchObject([{ stage: "find" }, { stage: "won", outcome: "value", reason: "总经理定的" }]);
    expect((await ask("GET", "/api/v1/deals/crm/P-1")).json).toEqual(changed.json);
    // Eight at the same moment make one.
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask("PUT", "/api/v1/deals/crm/P-2", { body: { ...BODY, title: "三期" } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect((await dealsOf(t.db, w.seller, { mine: true })).filter(({ externalKey }) => externalKey === "P-2")).toHaveLength(1);
  });

  test("says what is wrong at which field, and what does not fit what is there", async () => {
    const put = (change: object, key = "W-1") => ask("PUT", `/api/v1/deals/crm/${key}`, { body: { ...BODY, ...change } });
    expect((await put({})).status).toBe(201);
    const wrong: [object, number, string, string][] = [
      [{ amount: "1.234" }, 422, "amount", "amount"],
      [{ amount: "168万" }, 422, "invalid", "amount"],
      [{ amount: 1680000 }, 422, "invalid", "amount"],
      [{ currency: "ABC" }, 422, "currency", "currency"],
      [{ stage: "closing" }, 422, "invalid", "stage"],
      [{ stageOn: "2026-13-01" }, 422, "invalid", "stageOn"],
      [{ stageOn: "2026-11-29" }, 422, "stage-future", "stageOn"],
      [{ stage: "won", stageOn: TODAY, outcome: "rival" }, 422, "stage", "outcome"],
      [{ owner: "nobody@hengneng.test" }, 422, "unknown-owner", "owner"],
      [{ owner: w.stranger.email }, 422, "unknown-owner", "owner"],
      [{ extra: 1 }, 422, "invalid", "extra"],
      [{ title: " " }, 422, "invalid", "title"],
      [{ title: "a\u0000b" }, 422, "invalid", "title"],
      [{ account: "别家" }, 409, "other-account", "account"],
      [{ stage: "qualify", stageOn: "2026-10-01" }, 409, "stage-order", "stageOn"],
    ];
    for (const [change, status, code, field] of wrong) {
      const answer = await put(change);
      expect([answer.status, codeOf(answer), (answer.json.errors as { field: string }[])[0]?.field], JSON.stringify(change)).toEqual([status, code, field]);
    }
    const path = "/api/v1/deals/crm/W-2";
    expect(codeOf(await ask("PUT", path, { text: "{" }))).toBe("bad-json");
    expect((await ask("PUT", path, { text: "{" })).status).toBe(400);
    expect((await ask("PUT", path, { text: "a=b", type: "application/x-www-form-urlencoded" })).status).toBe(415);
    expect((await ask("PUT", path, { body: { ...BODY, reason: "x".repeat(70_000) } })).status).toBe(413);
    expect((await ask("PUT", "/api/v1/deals/cr%20m/W-3", { body: BODY })).status).toBe(422);
    expect((await ask("PUT", `/api/v1/deals/crm/${"x".repeat(121)}`, { body: BODY })).status).toBe(422);
    expect((await dealsOf(t.db, w.seller, { mine: true })).map(({ externalKey }) => externalKey)).not.toContain("W-2");
  });

  test("a manager pushes for their people; somebody else's key is as if it were not there", async () => {
    const managing = await tokenOf(w.manager);
    const pushed = await ask("PUT", "/api/v1/deals/crm/M-1", { token: managing, body: { ...BODY, owner: w.colleague.email } });
    expect([pushed.status, pushed.json.owner]).toEqual([201, w.colleague.email]);
    const foreign = await tokenOf(w.stranger);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const answer = await ask(method, "/api/v1/deals/crm/M-1", { token: foreign, ...(method === "PUT" ? { body: BODY } : {}) });
      const nothing = await ask(method === "PUT" ? "GET" : method, "/api/v1/deals/crm/none", { token: foreign });
      expect([answer.status, codeOf(answer), answer.json.title]).toEqual([404, "not-found", nothing.json.title]);
    }
    // The seller's own token does not reach a colleague's deal either; an executive reads, and writes nothing.
    expect((await ask("GET", "/api/v1/deals/crm/M-1")).status).toBe(404);
    const reading = await tokenOf(w.executive);
    expect((await ask("GET", "/api/v1/deals/crm/M-1", { token: reading })).status).toBe(200);
    expect((await ask("PUT", "/api/v1/deals/crm/M-1", { token: reading, body: BODY })).status).toBe(422);
    expect((await ask("DELETE", "/api/v1/deals/crm/M-1", { token: reading })).status).toBe(404);
    expect((await ask("GET", "/api/v1/deals", { token: foreign })).json.data).toEqual([]);
  });
});

describe("deleting", () => {
  test("closes the deal as withdrawn and erases nothing", async () => {
    await ask("PUT", "/api/v1/deals/crm/D-1", { body: BODY });
    const gone = await ask("DELETE", "/api/v1/deals/crm/D-1");
    expect([gone.status, gone.json.stage, gone.json.closedOn]).toEqual([200, "lost", TODAY]);
    expect((await stageHistories(t.db, [String(gone.json.id)])).get(String(gone.json.id))).toMatchObject([{ stage: "find" }, { stage: "lost", outcome: "withdrawn" }]);
    expect((await ask("DELETE", "/api/v1/deals/crm/D-1")).json).toEqual(gone.json);
    expect((await ask("DELETE", "/api/v1/deals/crm/never")).status).toBe(404);
  });
});

describe("the audit log", () => {
  const entriesOf = async (dealId: unknown) => (await t.db.selectFrom("audit_event").select(["actor_id", "action", "details", "request_id"]).where("subject_kind", "=", "deal").where("subject_id", "=", String(dealId)).orderBy("id").execute()).map(({ actor_id, ...entry }) => ({ by: actor_id, ...entry }));

  test("says who wrote what by which token; what changed nothing or was refused is not in it", async () => {
    const world = await salesWorld(t.db);
    const own = await tokenOf(world.seller);
    const { id: tokenId } = await t.db.selectFrom("api_token").select("id").where("person_id", "=", world.seller.id).executeTakeFirstOrThrow();
    const put = (change: object) => ask("PUT", "/api/v1/deals/crm/audit-1", { token: own, body: { ...BODY, ...change } });
    const { json } = await put({});
    await put({});
    await put({ stage: "qualify", stageOn: "2026-10-01" });
    await put({ amount: "2000000", title: "二期扩建" });
    await put({ amount: "2000000", title: "二期扩建", stage: "qualify", stageOn: TODAY });
    await ask("DELETE", "/api/v1/deals/crm/audit-1", { token: own });
    await ask("DELETE", "/api/v1/deals/crm/audit-1", { token: own });
    const entries = await entriesOf(json.id);
    const base = { token: "CRM", tokenId, source: "crm", key: "audit-1" };
    expect(entries).toEqual([
      { by: world.seller.id, action: "push-deal", request_id: expect.any(String) as string, details: { ...base, fate: "new", set: BODY } },
      { by: world.seller.id, action: "push-deal", request_id: expect.any(String) as string, details: { ...base, fate: "changed", set: { title: "二期扩建", amount: "2000000", currency: "CNY" } } },
      { by: world.seller.id, action: "push-deal", request_id: expect.any(String) as string, details: { ...base, fate: "changed", set: { stage: "qualify", stageOn: TODAY } } },
      { by: world.seller.id, action: "withdraw-deal", request_id: expect.any(String) as string, details: { ...base, from: "qualify" } },
    ]);
  });

  test("knows nothing of a write that did not happen: both are one transaction", async () => {
    const world = await salesWorld(t.db);
    const by = { token: { id: randomUUID(), name: "CRM" }, requestId: randomUUID() };
    const stopped = world.run(async (trx) => {
      await putDeal(trx, world.seller, { source: "crm", key: "audit-2", deal: BODY as PushedDeal, by, now: NOW });
      throw new Error("the house went dark");
    });
    await expect(stopped).rejects.toThrow("the house went dark");
    expect(await t.db.selectFrom("audit_event").select("id").where("request_id", "=", by.requestId).execute()).toEqual([]);
    expect((await dealsOf(t.db, world.seller, { mine: true })).map(({ externalKey }) => externalKey)).not.toContain("audit-2");
  });
});

describe("listing", () => {
  test("gives every deal once, page by page, while others change", async () => {
    const world = await salesWorld(t.db);
    const own = await tokenOf(world.seller);
    for (let at = 1; at <= 7; at++) await ask("PUT", `/api/v1/deals/list/L-${at}`, { token: own, body: { ...BODY, title: `第 ${at} 个`, stage: at % 3 === 0 ? "lost" : "find", outcome: at % 3 === 0 ? "price" : undefined }, now: new Date(NOW.getTime() + (at >> 1) * 1000) });
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask>> = await ask("GET", `/api/v1/deals?limit=3${cursor === null ? "" : `&cursor=${cursor}`}`, { token: own });
      seen.push(...(page.json.data as { key: string }[]).map(({ key }) => key));
      cursor = page.json.next as string | null;
    } while (cursor !== null);
    expect([...seen].sort()).toEqual(["L-1", "L-2", "L-3", "L-4", "L-5", "L-6", "L-7"]);
    const keys = async (query: string) => ((await ask("GET", `/api/v1/deals?${query}`, { token: own })).json.data as { key: string }[]).map(({ key }) => key).sort();
    expect(await keys("state=closed")).toEqual(["L-3", "L-6"]);
    expect(await keys("state=open&limit=200")).toHaveLength(5);
    expect(await keys(`updatedSince=${new Date(NOW.getTime() + 3000).toISOString()}`)).toEqual(["L-6", "L-7"]);
    for (const query of ["limit=0", "limit=201", "state=x", "cursor=!!", "updatedSince=yesterday"]) expect((await ask("GET", `/api/v1/deals?${query}`, { token: own })).status, query).toBe(400);
  });
});

test("other methods and addresses are told apart", async () => {
  const post = await ask("POST", "/api/v1/deals/crm/P-1", { body: BODY });
  expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, PUT, DELETE"]);
  expect((await ask("POST", "/api/v1/deals", { body: BODY })).status).toBe(405);
  expect((await ask("GET", "/api/v1/nothing")).status).toBe(404);
  expect((await ask("POST", "/api/v1/nothing", { body: {} })).status).toBe(404);
});
