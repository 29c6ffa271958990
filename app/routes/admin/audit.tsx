import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { AUDIT_PAGE_SIZE, auditPage } from "~/people/index.server";
import { Button, Card, EmptyState, FilterFields, PageHeader, Table, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "admin"], title: (t) => t("admin:audit.title") };

export const loader = guardedLoader({ permission: "audit:read", scope: "company" }, async ({ db, url, context, actor }) => {
  const before = /^\d{1,18}$/.exec(url.searchParams.get("before") ?? "")?.[0] ?? null;
  const search = (url.searchParams.get("q") ?? "").slice(0, 100);
  const rows = await auditPage(db, { before, search });
  return { rows, search, older: rows.length === AUDIT_PAGE_SIZE ? rows.at(-1)!.id : null, locale: context.locale, timeZone: actor.timeZone };
});

export default function Audit() {
  const { rows, search, older, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin");
  return (
    <>
      <PageHeader title={t("audit.title")} lead={t("audit.lead")} />
      <Form role="search">
        <FilterFields>
        <TextField label={t("audit.search")} name="q" type="search" defaultValue={search} className="w-64 max-sm:w-full" />
        <Button type="submit" variant="secondary">
          {t("people.show")}
        </Button>
        </FilterFields>
      </Form>
      <Card look="flush">
        <Table
          caption={t("audit.title")}
          cards
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <div className="p-4">
              <EmptyState title={t("audit.none")}>{t("audit.noneText")}</EmptyState>
            </div>
          }
          columns={[
            { key: "at", header: t("audit.at"), cell: (row) => <span className="tabular whitespace-nowrap">{formatDate(row.at, { locale, timeZone })}</span> },
            { key: "actor", header: t("audit.actor"), cell: (row) => <span className="whitespace-nowrap">{row.actor ?? t("audit.system")}</span> },
            { key: "action", header: t("audit.action"), cell: (row) => <span className="lg:whitespace-nowrap">{t(`audit.actions.${row.action}`, { defaultValue: row.action })}</span> },
            { key: "subject", header: t("audit.subject"), cell: (row) => <span className="whitespace-nowrap">{row.subject ?? t(`audit.subjects.${row.subjectKind}`, { defaultValue: row.subjectKind })}</span> },
            { key: "details", header: t("audit.details"), wideOnly: true, cell: (row) => <span className="text-xs break-words text-ink-soft">{inWords(row.details)}</span> },
          ]}
        />
      </Card>
      {older && (
        <p className="mt-4">
          <Link to={`?${new URLSearchParams({ q: search, before: older }).toString()}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
            {t("audit.older")}
          </Link>
        </p>
      )}
    </>
  );
}

/** The details of an entry as `name: value`; what is nested stays as it was written down. */
function inWords(details: unknown): string {
  const entries = Object.entries((details ?? {}) as Record<string, unknown>);
  if (entries.length === 0) return "–";
  return entries.map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`).join(" · ");
}
