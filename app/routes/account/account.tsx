import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { changePassword, endOwnSessions, guardedAction, guardedLoader, ownSessions } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { API_TOKENS_PATH } from "~/deals";
import { formatDate, isTimeZone } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { changeSettings } from "~/people/index.server";
import { formFailure, type FormFailure, parseFormData } from "~/platform/forms.server";
import { deviceName } from "~/platform/user-agent";
import { Badge, Button, ButtonLink, Card, Flash, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "account"], title: (t) => t("account:title") };

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change-password"), password: z.string({ error: "required" }).max(256), newPassword: z.string({ error: "required" }).max(256), newPasswordAgain: z.string({ error: "required" }).max(256) }),
  z.object({ intent: z.literal("end-session"), session: z.uuid() }),
  z.object({ intent: z.literal("end-other-sessions") }),
  z.object({ intent: z.literal("change-time-zone"), timeZone: z.string().max(60).refine(isTimeZone, "unknownTimeZone") }),
]);

type Answer = { intent: string; done: number | null; failure: FormFailure | null };

export const loader = guardedLoader("signed-in", async ({ actor, db, now, context }) => ({
  email: actor.email,
  name: actor.name,
  timeZone: actor.timeZone,
  locale: context.locale,
  timeZones: Intl.supportedValuesOf("timeZone"),
  mayHaveTokens: holds(actor, "deal:work", { kind: "any" }),
  sessions: (await ownSessions(db, actor, context.session?.id ?? "", now)).map((session) => ({ ...session, device: deviceName(session.userAgent) })),
}));

export const action = guardedAction("signed-in", async ({ request, actor, db, now, context }) => {
  const form = await request.formData();
  const intent = String(form.get("intent"));
  const answer = (done: number | null, failure: FormFailure | null = null) => data<Answer>({ intent, done, failure }, { status: failure ? 400 : 200 });
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return answer(null, parsed.error.failure);
  const input = parsed.value;
  const sessionId = context.session?.id ?? "";
  switch (input.intent) {
    case "change-password": {
      if (input.newPassword !== input.newPasswordAgain) return answer(null, formFailure(form, [], { newPasswordAgain: ["passwordsDiffer"] }));
      const change = { current: input.password, next: input.newPassword, keepSessionId: sessionId, now };
      const result = await inTransaction(db, "change password", (trx) => changePassword(trx, actor, change));
      if (result.ok) return answer(result.value.endedSessions);
      const code = result.error.code;
      return answer(null, code === "locked" ? formFailure(form, ["signInLocked"]) : formFailure(form, [], code === "wrong-password" ? { password: [code] } : { newPassword: [code] }));
    }
    case "end-session":
      return answer(await inTransaction(db, "end session", (trx) => endOwnSessions(trx, actor, { publicId: input.session })));
    case "end-other-sessions":
      return answer(await inTransaction(db, "end sessions", (trx) => endOwnSessions(trx, actor, { allBut: sessionId })));
    case "change-time-zone":
      await changeSettings(db, actor, { time_zone: input.timeZone });
      return answer(1);
  }
});

export default function Account() {
  const { name, email, timeZone, timeZones, sessions, mayHaveTokens, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("account");
  const done = answer && !answer.failure;
  return (
    <div className="mx-auto grid max-w-3xl gap-6 [&>header]:mb-0">
      <PageHeader title={t("title")} lead={`${name} · ${email}`} />
      <Flash messages={done ? [{ id: answer.intent, tone: "ok", text: t(`done.${answer.intent}`, { count: answer.done ?? 0 }) }] : []} />
      <Card title={t("password.title")}>
        <Form method="post" className="grid max-w-sm gap-4" key={done && answer.intent === "change-password" ? "done" : "open"}>
          <FormFailureProvider failure={answer?.intent === "change-password" ? answer.failure : null}>
            <FormErrors labels={{ password: t("password.current"), newPassword: t("password.next"), newPasswordAgain: t("password.again") }} />
            <TextField label={t("password.current")} name="password" type="password" autoComplete="current-password" required />
            <TextField label={t("password.next")} hint={t("password.hint")} name="newPassword" type="password" autoComplete="new-password" minLength={10} required />
            <TextField label={t("password.again")} name="newPasswordAgain" type="password" autoComplete="new-password" minLength={10} required />
            <div>
              <SubmitButton name="intent" value="change-password">
                {t("password.submit")}
              </SubmitButton>
            </div>
          </FormFailureProvider>
        </Form>
      </Card>
      <Card title={t("sessions.title")} look="flush">
        <ul className="divide-y divide-line border-t border-line">
          {sessions.map((session) => (
            <li key={session.publicId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
              <div>
                <p className="font-medium">
                  {session.device ?? t("sessions.unknown")} {session.current && <Badge tone="pine">{t("sessions.current")}</Badge>}
                </p>
                <p className="text-sm text-ink-soft tabular">{t("sessions.seen", { at: formatDate(session.lastSeenAt, { locale, timeZone }), ip: session.ip })}</p>
              </div>
              {!session.current && (
                <Form method="post">
                  <input type="hidden" name="session" value={session.publicId} />
                  <Button variant="secondary" size="sm" name="intent" value="end-session" type="submit">
                    {t("sessions.end")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form method="post" className="border-t border-line px-4 py-3 sm:px-5">
            <Button variant="quiet" name="intent" value="end-other-sessions" type="submit">
              {t("sessions.endOthers", { count: sessions.length - 1 })}
            </Button>
          </Form>
        )}
      </Card>
      {mayHaveTokens && (
        <Card title={t("tokens.title")}>
          <p className="mb-3 text-ink-soft">{t("tokens.text")}</p>
          <ButtonLink to={API_TOKENS_PATH}>{t("tokens.open")}</ButtonLink>
        </Card>
      )}
      <Card title={t("timeZone.title")}>
        <Form method="post" className="flex max-w-md flex-wrap items-end gap-3">
          <FormFailureProvider failure={answer?.intent === "change-time-zone" ? answer.failure : null}>
            <Select label={t("timeZone.label")} name="timeZone" defaultValue={timeZone} options={timeZones.map((zone) => ({ value: zone, label: zone }))} className="min-w-0 flex-1" />
            <SubmitButton variant="secondary" name="intent" value="change-time-zone">
              {t("timeZone.submit")}
            </SubmitButton>
          </FormFailureProvider>
        </Form>
      </Card>
    </div>
  );
}
