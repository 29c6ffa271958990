import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, signIn } from "~/auth/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { homePath } from "~/people";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { safeRedirect } from "~/platform/request.server";
import { FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "public"], title: (t) => t("public:signIn.title") };

const schema = z.object({ email: z.string({ error: "required" }).max(254), password: z.string({ error: "required" }).max(256) });

export const loader = guardedLoader("public", async ({ actor, url }) => {
  if (actor) throw redirect(safeRedirect(url.searchParams.get("next"), homePath(actor)));
  return Promise.resolve(null);
});

export const action = guardedAction("public", async ({ request, context, db, now, url }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const result = await signIn(db, { ...parsed.value, ip: context.ip, now });
  if (!result.ok) {
    const message = result.error.code === "locked" ? "signInLocked" : "signInWrong";
    return data(formFailure(form, [message]), { status: result.error.code === "locked" ? 429 : 400 });
  }
  const cookie = await context.auth.open(result.value.personId, { userAgent: request.headers.get("User-Agent") ?? "", ip: context.ip });
  throw redirect(safeRedirect(url.searchParams.get("next"), "/"), { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function SignIn() {
  const failure = useActionData<typeof action>();
  const { t } = useTranslation("public");
  return (
    <>
      <h1 className="mb-2 text-2xl">{t("signIn.title")}</h1>
      <p className="mb-6 text-ink-soft">{t("signIn.lead")}</p>
      <Form method="post" className="grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={{ email: t("signIn.email"), password: t("signIn.password") }} />
          <TextField label={t("signIn.email")} name="email" type="email" autoComplete="username" required />
          <TextField label={t("signIn.password")} name="password" type="password" autoComplete="current-password" required />
          <SubmitButton className="mt-2 w-full">{t("signIn.submit")}</SubmitButton>
        </FormFailureProvider>
      </Form>
      <p className="mt-4 text-sm">
        <Link to="/forgot" className="inline-flex min-h-11 items-center text-ink-soft underline underline-offset-4 hover:text-ink">
          {t("signIn.forgot")}
        </Link>
      </p>
    </>
  );
}
