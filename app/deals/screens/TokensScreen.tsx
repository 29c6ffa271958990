import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Callout, Card, CheckboxGroup, ConfirmButton, EmptyState, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, PageHeader, SubmitButton, TextField } from "~/ui";

interface Token {
  id: string;
  name: string;
  hint: string;
  scopes: ("deals:read" | "deals:write")[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export interface TokensScreenProps {
  tokens: Token[];
  now: Date;
  locale: Locale;
  timeZone: string;
  origin: string;
  answer: { created: string | null; failure: FormFailure | null } | null;
}

/** Personal tokens of the API: a new one is shown once; each can be ended. */
export function TokensScreen({ tokens, now, locale, timeZone, origin, answer }: TokensScreenProps) {
  const { t } = useTranslation("deals");
  const day = (at: Date) => formatDate(at, { locale, timeZone, style: "date" });
  const labels = { name: t("tokens.name"), scopes: t("tokens.scopes"), days: t("tokens.days") };
  return (
    <div className="mx-auto grid max-w-3xl gap-6 [&>header]:mb-0">
      <PageHeader title={t("tokens.title")} lead={t("tokens.lead")} crumbs={[{ to: "/account", label: t("account:title") }]} />
      {answer?.created && (
        <Callout kind="key" title={t("tokens.created")}>
          <p className="rounded-md border border-line bg-surface px-3 py-2 font-mono text-sm break-all select-all">{answer.created}</p>
          <p className="text-sm text-ink-soft">{t("tokens.createdText")}</p>
        </Callout>
      )}
      <Card title={t("tokens.own")} look="flush">
        {tokens.length === 0 ? (
          <div className="p-4">
            <EmptyState title={t("tokens.none")}>{t("tokens.noneText")}</EmptyState>
          </div>
        ) : (
          <ul className="divide-y divide-line border-t border-line">
            {tokens.map((token) => {
              const state = token.revokedAt !== null ? "revoked" : token.expiresAt <= now ? "expired" : "live";
              return (
                <li key={token.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-5">
                  <div className="min-w-0">
                    <p className="font-medium">
                      {token.name} <code className="ms-1 text-sm text-ink-soft">{token.hint}…</code> {state !== "live" && <Badge>{t(`tokens.state.${state}`)}</Badge>}
                    </p>
                    <p className="text-sm text-ink-soft tabular">
                      {[token.scopes.map((scope) => t(`tokens.scope.${scope === "deals:read" ? "read" : "write"}`)).join(t("comma")), t("tokens.until", { day: day(token.expiresAt) }), token.lastUsedAt === null ? t("tokens.unused") : t("tokens.used", { at: formatDate(token.lastUsedAt, { locale, timeZone, style: "short-date-time" }) })].join(" · ")}
                    </p>
                  </div>
                  {state === "live" && (
                    <Form method="post">
                      <input type="hidden" name="id" value={token.id} />
                      <ConfirmButton name="intent" value="revoke" size="sm" title={t("tokens.revokeTitle", { name: token.name })} consequence={t("tokens.revokeText")} confirmLabel={t("tokens.revoke")}>
                        {t("tokens.revoke")}
                      </ConfirmButton>
                    </Form>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Card>
      <Card title={t("tokens.new")}>
        <Form method="post" className="grid gap-4" key={answer?.created ?? "new"}>
          <FormFailureProvider failure={answer?.failure}>
            <FormErrors labels={labels} />
            <FieldGrid>
              <TextField label={labels.name} hint={t("tokens.nameHint")} name="name" maxLength={60} required />
              <TextField type="number" label={labels.days} name="days" min={1} max={366} defaultValue={90} suffix={t("deadlines.days")} required />
            </FieldGrid>
            <CheckboxGroup label={labels.scopes} name="scopes" required defaultValues={["deals:read", "deals:write"]} options={[{ value: "deals:read", label: t("tokens.scope.read") }, { value: "deals:write", label: t("tokens.scope.write") }]} />
            <div>
              <SubmitButton name="intent" value="create">
                {t("tokens.create")}
              </SubmitButton>
            </div>
          </FormFailureProvider>
        </Form>
        <p className="mt-4 text-sm text-ink-soft">
          {t("tokens.address")} <code className="break-all">{`${origin}/api/v1/deals`}</code>
        </p>
      </Card>
    </div>
  );
}
