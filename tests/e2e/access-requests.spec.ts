// What stands before the pages: where requests come from, how big they are, where they lead, what the browser is told.
import http from "node:http";
import { DEMO_PASSWORD } from "../../db/seed/accounts";
import { ask, emailOf, openSession } from "./support/people";
import { expect, test } from "./support/server";
import { worldOf } from "./support/world";

const EVIL = "https://evil.example";
const credentials = { email: emailOf("learner"), password: DEMO_PASSWORD };

test.describe("a write from elsewhere", () => {
  const foreign: Record<string, Record<string, string>> = {
    "another site": { origin: EVIL },
    "another site, as browsers say it": { origin: EVIL, "sec-fetch-site": "cross-site" },
    "a neighbour on the same domain": { "sec-fetch-site": "same-site" },
    "a sandboxed frame": { origin: "null" },
    "no browser": { origin: "" },
    "something typed": { origin: "", "sec-fetch-site": "none" },
  };
  for (const [from, headers] of Object.entries(foreign)) {
    test(`from ${from} is refused and does nothing`, async ({ server }) => {
      const w = await worldOf(server);
      const cookie = await openSession(server, emailOf("admin"));
      const acts: [string, Record<string, string>][] = [
        ["/sign-out", {}],
        ["/settings/language", { language: "en" }],
        ["/sign-in", credentials],
        [`/admin/people/${w.learnerId}`, { intent: "grant", role: "administrator" }],
        [`/admin/people/${w.learnerId}.data`, { intent: "grant", role: "administrator" }],
      ];
      for (const [path, form] of acts) {
        const response = await ask(server, { cookie }, path, { form, headers });
        expect.soft(response.status, path).toBe(403);
        expect.soft(response.headers.get("set-cookie")).toBeNull();
      }
      expect((await ask(server, { cookie }, "/account")).status).toBe(200);
      expect(await server.sql`select 1 from role_grant where person_id = ${w.learnerId} and role = 'administrator'`).toHaveLength(0);
    });
  }

  for (const method of ["PUT", "PATCH", "DELETE"]) {
    test(`by ${method} is refused, too`, async ({ server }) => {
      expect((await ask(server, "admin", "/account", { method, headers: { origin: EVIL } })).status).toBe(403);
    });
  }
});

test.describe("sizes", () => {
  test("a body beyond 2 MB is refused before it is read", async ({ server }) => {
    const answer = await raw(server.app.origin, { "content-length": String(2 * 1024 * 1024 + 1), "content-type": "application/x-www-form-urlencoded", origin: server.app.origin });
    expect(answer).toBe(413);
  });

  test("a body of unknown length is refused", async ({ server }) => {
    expect(await raw(server.app.origin, { "transfer-encoding": "chunked", "content-type": "application/x-www-form-urlencoded", origin: server.app.origin })).toBe(413);
  });

  test("a large but honest form is taken and answered", async ({ server }) => {
    const response = await ask(server, "nobody", "/sign-in", { form: { email: "x".repeat(1_000_000), password: "x" } });
    expect(response.status).toBe(400);
  });

  /** Sends headers only: the answer must come without the body. */
  function raw(origin: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const request = http.request(`${origin}/sign-in`, { method: "POST", headers }, (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on("error", reject);
      request.flushHeaders();
    });
  }
});

test.describe("where a sign-in leads", () => {
  const SOMEWHERE_ELSE = [EVIL, "//evil.example", "/\\evil.example", "/\t/evil.example", "/.//evil.example", "/x/..//evil.example", "\\\\evil.example", "javascript:alert(1)", "http:evil.example"];

  test("only to pages of our own", async ({ server }) => {
    const cookie = await openSession(server, emailOf("learner"));
    for (const next of SOMEWHERE_ELSE) {
      const at = `/sign-in?next=${encodeURIComponent(next)}`;
      const already = await ask(server, { cookie }, at);
      expect.soft(already.headers.get("location"), `signed in already, ${next}`).toBe("/learn");
      for (const path of ["/settings/language", "/settings/theme"]) {
        const answer = await ask(server, "nobody", path, { form: { language: "zh", theme: "dark", next } });
        expect.soft(answer.headers.get("location"), `${path} ${next}`).toBe("/");
      }
    }
    const fresh = await ask(server, "nobody", `/sign-in?next=${encodeURIComponent("/.//evil.example")}`, { form: credentials });
    expect(fresh.headers.get("location")).toBe("/");
    const inside = await ask(server, "nobody", `/sign-in?next=${encodeURIComponent("/learn/search?q=信任")}`, { form: credentials });
    expect(new URL(inside.headers.get("location")!, server.app.origin).searchParams.get("q")).toBe("信任");
  });
});

test.describe("what the browser is told", () => {
  test("the session's cookie is out of reach of scripts and other sites", async ({ server }) => {
    const response = await ask(server, "nobody", "/sign-in", { form: credentials });
    expect(response.status).toBe(303);
    expect(response.headers.get("set-cookie")).toMatch(/^roadbook_session=[a-z2-7]{40}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
  });

  test("signing out ends the session itself, not only its cookie", async ({ server }) => {
    const cookie = await openSession(server, emailOf("learner"));
    const response = await ask(server, { cookie }, "/sign-out", { form: {} });
    expect(response.headers.get("location")).toBe("/sign-in");
    expect(response.headers.get("set-cookie")).toMatch(/roadbook_session=;.*Max-Age=0/);
    expect((await ask(server, { cookie }, "/account")).status).toBe(302);
  });

  test("pages carry the policy of this very answer, and nothing tells what runs here", async ({ server }) => {
    const answers = await Promise.all([ask(server, "nobody", "/sign-in"), ask(server, "nobody", "/link/spent"), ask(server, "learner", "/learn"), ask(server, "learner", "/nothing/here"), ask(server, "learner", "/admin/people")]);
    const nonces = new Set<string>();
    for (const response of answers) {
      const policy = response.headers.get("content-security-policy") ?? "";
      const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      expect.soft(nonce, policy).not.toBe("");
      nonces.add(nonce);
      expect.soft(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|report-only|\*/);
      for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect.soft(policy).toContain(directive);
      const page = await response.text();
      for (const [tag] of page.matchAll(/<script(?![^>]*type="application\/json")[^>]*>/g)) expect.soft(tag).toContain(`nonce="${nonce}"`);
      expect.soft(page).not.toMatch(/ on[a-z]+="/);
      expect.soft(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect.soft(response.headers.get("referrer-policy")).toMatch(/same-origin|strict-origin-when-cross-origin/);
      expect.soft(response.headers.get("cache-control")).toMatch(/^private, no-cache$|^no-store$/);
      expect.soft(response.headers.get("x-powered-by")).toBeNull();
      expect.soft(response.headers.get("content-security-policy-report-only")).toBeNull();
    }
    expect(nonces.size).toBe(answers.length);
    expect((await ask(server, "learner", "/learn.data")).headers.get("cache-control")).toBe("private, no-cache");
  });

  test("a failing request tells neither stack nor database", async ({ ownServer }) => {
    await ownServer.sql`alter table outbox_mail rename to outbox_mail_gone`;
    const response = await ask(ownServer, "admin", "/admin/mail");
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain("出了点问题");
    expect(text).not.toMatch(/outbox_mail|relation|node_modules|at [A-Za-z]+ \(|postgres/i);
    expect(await (await ask(ownServer, "admin", "/admin/mail.data")).text()).not.toMatch(/outbox_mail|node_modules/);
  });
});

test.describe("tries", () => {
  test("an unknown address is refused and locked exactly like a known one, and a restart forgives nothing", async ({ ownServer }) => {
    const attempt = async (email: string) => {
      const response = await ask(ownServer, "nobody", "/sign-in", { form: { email, password: "not the password" } });
      const page = (await response.text()).replaceAll(email, "…").replaceAll(/nonce="[^"]*"|nonce-[^']*/g, "");
      return { status: response.status, length: page.length, cookie: response.headers.get("set-cookie") };
    };
    const known: unknown[] = [];
    const unknown: unknown[] = [];
    for (let at = 0; at < 9; at += 1) {
      known.push(await attempt(emailOf("learner2")));
      unknown.push(await attempt("nobody22@roadbook.test"));
    }
    expect(unknown).toEqual(known);
    expect(known.map((answer) => (answer as { status: number }).status)).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 429]);
    await ownServer.app.kill();
    await ownServer.restart();
    for (const email of [emailOf("learner2"), "nobody22@roadbook.test"]) expect((await attempt(email)).status).toBe(429);
  });

  test("asking for a reset answers the same, whether there is such an account or not", async ({ server }) => {
    const ask1 = async (email: string) => {
      const response = await ask(server, "nobody", "/forgot", { form: { email } });
      return { status: response.status, length: (await response.text()).replaceAll(/nonce="[^"]*"/g, "").length };
    };
    expect(await ask1("nobody@roadbook.test")).toEqual(await ask1(emailOf("examiner")));
    const mails = await server.sql<{ to_email: string }[]>`select to_email from outbox_mail where template = 'reset'`;
    expect(mails.map((mail) => mail.to_email)).toEqual([emailOf("examiner")]);
  });
});
