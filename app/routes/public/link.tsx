import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { findLink, guardedAction, guardedLoader, useLink as spendLink } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "public"], title: (t) => t("public:link.title") };

const schema = z.object({ password: z.string({ error: "required" }).max(256), passwordAgain: z.string({ error: "required" }).max(256) });

export const loader = guardedLoader("public", async ({ params, db, now }) => {
  const link = await findLink(db, params.secret ?? "", now);
  return data(link ? { name: link.name, email: link.email, purpose: link.purpose } : null, { status: link ? 200 : 410 });
});

export const action = guardedAction("public", async ({ request, params, context, db, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const { password, passwordAgain } = parsed.value;
  if (password !== passwordAgain) return data(formFailure(form, [], { passwordAgain: ["passwordsDiffer"] }), { status: 400 });
  const result = await inTransaction(db, "use link", (trx) => spendLink(trx, { secret: params.secret ?? "", password, now }));
  if (!result.ok) {
    const failure = result.error.code === "link-not-usable" ? formFailure(form, ["linkNotUsable"]) : formFailure(form, [], { password: [result.error.code] });
    return data(failure, { status: 400 });
  }
  const cookie = await context.auth.open(result.value.personId, { userAgent: request.headers.get("User-Agent") ?? "", ip: context.ip });
  throw redirect("/", { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function AccountLink() {
  const link = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { t } = useTranslation("public");
  if (!link) {
    return (
      <>
        <h1 className="mb-2 text-2xl">{t("link.goneTitle")}</h1>
        <p className="mb-4 text-ink-soft">{t("link.gone")}</p>
        <Link to="/forgot" className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
          {t("link.again")}
        </Link>
      </>
    );
  }
  return (
    <>
      <h1 className="mb-2 text-2xl">{t(`link.${link.purpose}`, { name: link.name })}</h1>
      <p className="mb-6 text-ink-soft">{t("link.lead", { email: link.email })}</p>
      <Form method="post" className="grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={{ password: t("link.password"), passwordAgain: t("link.passwordAgain") }} />
          <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
          <TextField label={t("link.password")} hint={t("link.hint")} name="password" type="password" autoComplete="new-password" minLength={10} required />
          <TextField label={t("link.passwordAgain")} name="passwordAgain" type="password" autoComplete="new-password" minLength={10} required />
          <SubmitButton className="mt-2 w-full">{t("link.submit")}</SubmitButton>
        </FormFailureProvider>
      </Form>
    </>
  );
}
