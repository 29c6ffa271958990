/** The demo company's people for tests: signed in without the form, and asked for over plain HTTP. */
import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { DEMO_ACCOUNTS } from "../../../db/seed/accounts";
import type { TestServer } from "./server";

/** The seven demo accounts by what they are, in the order of the accounts. */
export const ROLES = ["learner", "learner2", "instructor", "examiner", "manager", "executive", "admin"] as const;
export type Role = (typeof ROLES)[number];
/** A role, or nobody signed in, or a Cookie header. */
export type Who = Role | "nobody" | { cookie: string };

export const emailOf = (role: Role): string => `${role}@roadbook.test`;

const cookies = new WeakMap<TestServer, Map<string, Promise<string>>>();

/** The Cookie header of a signed-in visit of this person: one session per server and person, put straight into the database. */
export function cookieOf(server: TestServer, email: string): Promise<string> {
  const known = cookies.get(server) ?? new Map<string, Promise<string>>();
  cookies.set(server, known);
  const cookie = known.get(email) ?? openSession(server, email);
  known.set(email, cookie);
  return cookie;
}

/** A session nobody else uses, for tests that end it. */
export async function openSession({ sql }: TestServer, email: string): Promise<string> {
  // The alphabet of Lucia's ids; 32 letters, so every byte chooses evenly.
  const id = [...randomBytes(40)].map((byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte % 32]).join("");
  const opened = await sql`insert into session (id, user_id, expires_at, user_agent) select ${id}, id, now() + interval '30 days', 'Playwright' from person where email = ${email} returning id`;
  if (opened.length !== 1) throw new Error(`nobody has the address ${email}`);
  return `roadbook_session=${id}`;
}

/** Gives a browser's context the session of a demo account. */
export async function signInContext(context: BrowserContext, server: TestServer, role: Role): Promise<void> {
  await signInAs(context, server, emailOf(role));
}

/** Gives a browser's context a session of whoever has the address; the form itself is tried in sign-in.spec.ts. */
export async function signInAs(context: BrowserContext, server: TestServer, email: string): Promise<void> {
  const [name = "", value = ""] = (await cookieOf(server, email)).split("=", 2);
  await context.addCookies([{ name, value, url: server.app.origin, httpOnly: true, sameSite: "Lax" }]);
}

export interface Question {
  method?: string;
  /** Posted as a form. */
  form?: Record<string, string>;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
}

/** One request, redirects not followed; writes come with our own Origin unless `headers` says otherwise (an empty one is left out). */
export async function ask(server: TestServer | { app: { origin: string } }, who: Who, path: string, question: Question = {}): Promise<Response> {
  const { origin } = server.app;
  const body = question.form ? new URLSearchParams(question.form) : question.json === undefined ? question.body : JSON.stringify(question.json);
  const method = question.method ?? (body === undefined ? "GET" : "POST");
  const cookie = typeof who === "object" ? who.cookie : who === "nobody" ? "" : await cookieOf(server as TestServer, emailOf(who));
  const headers = { cookie, origin: method === "GET" ? "" : origin, ...(question.json === undefined ? {} : { "content-type": "application/json" }), ...question.headers };
  return fetch(new URL(path, origin), { method, body: body ?? null, redirect: "manual", headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== "")) });
}

if (DEMO_ACCOUNTS.some(({ email }, at) => email !== emailOf(ROLES[at]!))) throw new Error("the demo accounts have changed: adapt ROLES");
