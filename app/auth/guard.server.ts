import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type Actor, holds, type Permission, type Scope } from "~/people";
import { forbidden, notFound } from "~/platform/errors";
import type { RequestContext } from "~/platform/context";

type Params = Record<string, string | undefined>;

/** Where a route's permission is wanted: `any` for lists, the company, or the cohort or team named by a parameter. */
export type RouteScope = "any" | "company" | { cohort: string } | { team: string };

/** What a route demands of who asks. `signed-in` is for what belongs to the actor alone; its query names the actor. */
export type Access = "public" | "signed-in" | { permission: Permission; scope: RouteScope };

/** What a route of the API demands: a bearer token, with a scope by method (`~/auth/api-guard.server`). */
export interface TokenAccess {
  token: string;
}

/** What a guarded loader or action gets. */
export interface Guarded<A extends Actor | null = Actor> {
  request: Request;
  params: Params;
  url: URL;
  context: RequestContext;
  db: RequestContext["db"];
  now: Date;
  actor: A;
}

type ActorFor<X extends Access> = X extends "public" ? Actor | null : Actor;
type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
type Handler<T> = ((args: RouteArgs) => Promise<T>) & { access: Access };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A loader that runs only for whom `access` admits; a test refuses routes without one. */
export function guardedLoader<X extends Access, T>(access: X, load: (args: Guarded<ActorFor<X>>) => Promise<T>): Handler<T> {
  return guarded(access, load);
}

/** An action that runs only for whom `access` admits. */
export function guardedAction<X extends Access, T>(access: X, act: (args: Guarded<ActorFor<X>>) => Promise<T>): Handler<T> {
  return guarded(access, act);
}

function guarded<X extends Access, T>(access: X, work: (args: Guarded<ActorFor<X>>) => Promise<T>): Handler<T> {
  const handler = async ({ request, params, context }: RouteArgs): Promise<T> => {
    const actor = context.session?.actor ?? null;
    await admit(access, actor, params, request, context);
    return work({ request, params, url: new URL(request.url), context, db: context.db, now: context.now, actor: actor as ActorFor<X> });
  };
  return Object.assign(handler, { access });
}

/**
 * Lets the actor pass, or throws what the browser should see: the sign-in page, 403 for a page that none of their roles
 * opens, 404 for a thing that is not theirs (which must look the same as one that does not exist).
 */
async function admit(access: Access, actor: Actor | null, params: Params, request: Request, context: RequestContext): Promise<void> {
  if (access === "public") return;
  if (!actor) throw signInFirst(request);
  if (access === "signed-in") return;
  if (!holds(actor, access.permission, { kind: "any" })) throw forbidden();
  const scope = await resolveScope(access.scope, params, context);
  if (!scope) throw notFound();
  if (!holds(actor, access.permission, scope)) throw access.scope === "company" ? forbidden() : notFound();
}

function signInFirst(request: Request): Response {
  const url = new URL(request.url);
  const next = request.method === "GET" ? url.pathname.replace(/\.data$/, "") + url.search : "/";
  return redirect(`/sign-in?next=${encodeURIComponent(next)}`);
}

async function resolveScope(scope: RouteScope, params: Params, context: RequestContext): Promise<Scope | null> {
  if (scope === "any" || scope === "company") return { kind: scope };
  if ("team" in scope) {
    const teamId = params[scope.team];
    return teamId && UUID.test(teamId) ? { kind: "team", teamId } : null;
  }
  const cohortId = params[scope.cohort];
  if (!cohortId || !UUID.test(cohortId)) return null;
  const cohort = await context.db.selectFrom("cohort").select("team_id").where("id", "=", cohortId).executeTakeFirst();
  return cohort ? { kind: "cohort", cohortId, teamId: cohort.team_id } : null;
}

/** A parameter that must be a uuid; otherwise there is no such page. */
export function uuidParam(params: Params, name: string): string {
  const value = params[name];
  if (!value || !UUID.test(value)) throw notFound();
  return value;
}
