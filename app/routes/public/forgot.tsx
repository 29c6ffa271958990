import { data } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, requestReset } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { parseForm } from "~/platform/forms.server";
import { queueMail } from "~/platform/mail.server";
import { FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "public"], title: (t) => t("public:forgot.title") };

const schema = z.object({ email: z.email({ error: "email" }).max(254) });

export const loader = guardedLoader("public", async () => Promise.resolve(null));

export const action = guardedAction("public", async ({ request, context, db, now }) => {
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data({ sent: false, failure: parsed.error.failure }, { status: 400 });
  await inTransaction(db, "request reset", async (trx) => {
    const reset = await requestReset(trx, { email: parsed.value.email, ip: context.ip, now });
    if (!reset) return;
    const t = textsOf(reset.locale, "public");
    const body = t("mail.reset.body", { name: reset.name, link: `${context.origin}/link/${reset.secret}` });
    await queueMail(trx, { to: reset.email, template: "reset", locale: reset.locale, subject: t("mail.reset.subject"), body }, context.log);
  });
  return data({ sent: true, failure: null });
});

export default function Forgot() {
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("public");
  if (answer?.sent) {
    return (
      <div role="status">
        <h1 className="mb-2 text-2xl">{t("forgot.sentTitle")}</h1>
        <p className="mb-4 text-ink-soft">{t("forgot.sent")}</p>
        <BackLink />
      </div>
    );
  }
  return (
    <>
      <h1 className="mb-2 text-2xl">{t("forgot.title")}</h1>
      <p className="mb-6 text-ink-soft">{t("forgot.lead")}</p>
      <Form method="post" className="mb-4 grid gap-4">
        <FormFailureProvider failure={answer?.failure}>
          <FormErrors labels={{ email: t("signIn.email") }} />
          <TextField label={t("signIn.email")} name="email" type="email" autoComplete="username" required />
          <SubmitButton className="w-full">{t("forgot.submit")}</SubmitButton>
        </FormFailureProvider>
      </Form>
      <BackLink />
    </>
  );
}

function BackLink() {
  const { t } = useTranslation("public");
  return (
    <Link to="/sign-in" className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4">
      {t("forgot.back")}
    </Link>
  );
}
