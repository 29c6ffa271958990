import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { createToken, guardedAction, guardedLoader, MOST_TOKEN_DAYS, ownTokens, revokeToken, TOKEN_SCOPES } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { TokensScreen } from "~/deals";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { formFailure, type FormFailure, parseFormData } from "~/platform/forms.server";

const access = { permission: "deal:work", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "account", "deals"], title: (t) => t("deals:tokens.title") };
/** A token is told once, and by no cache. */
export const headers = () => ({ "Cache-Control": "no-store" });
const scopes = z.union([z.array(z.enum(TOKEN_SCOPES)), z.enum(TOKEN_SCOPES).transform((one) => [one])], { error: "choose" });
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), name: z.string({ error: "required" }).trim().min(1, "required").max(60, "tooLong"), scopes, days: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(MOST_TOKEN_DAYS, "invalid") }),
  z.object({ intent: z.literal("revoke"), id: z.uuid() }),
]);

type Answer = { created: string | null; failure: FormFailure | null };

export const loader = guardedLoader(access, async ({ db, actor, now, context }) => ({ tokens: await ownTokens(db, actor, now), now, locale: context.locale, timeZone: actor.timeZone, origin: context.origin }));

export const action = guardedAction(access, async ({ request, db, actor, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data<Answer>({ created: null, failure: parsed.error.failure }, { status: 400 });
  const input = parsed.value;
  if (input.intent === "revoke") {
    const revoked = await inTransaction(db, "revoke API token", (trx) => revokeToken(trx, actor, { tokenId: input.id, now }));
    if (!revoked.ok) throw notFound();
    return data<Answer>({ created: null, failure: null });
  }
  const result = await inTransaction(db, "create API token", (trx) => createToken(trx, actor, { ...input, now }));
  return result.ok ? data<Answer>({ created: result.value.token, failure: null }) : data<Answer>({ created: null, failure: formFailure(form, result.error.code === "too-many" ? ["tokensTooMany"] : ["invalid"]) }, { status: 400 });
});

export default function Tokens() {
  return <TokensScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
