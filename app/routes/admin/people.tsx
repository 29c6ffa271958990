import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { type Role, ROLES } from "~/people";
import { listPeople, PEOPLE_PAGE_SIZE } from "~/people/index.server";
import { pageNumber } from "~/platform/request.server";
import { Badge, Button, ButtonLink, Card, EmptyState, FilterFields, PageHeader, Pagination, Select, Table, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "admin"], title: (t) => t("admin:people.title") };

export const loader = guardedLoader({ permission: "people:manage", scope: "company" }, async ({ db, url, context }) => {
  const search = (url.searchParams.get("q") ?? "").slice(0, 100);
  const role = ROLES.find((known) => known === url.searchParams.get("role")) ?? null;
  const page = pageNumber(url);
  return { ...(await listPeople(db, { search, role, page })), search, role, page, pageSize: PEOPLE_PAGE_SIZE, locale: context.locale };
});

export default function People() {
  const { rows, total, search, role, page, pageSize, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin");
  const address = (to: number) => `?${new URLSearchParams({ q: search, ...(role ? { role } : {}), page: String(to) }).toString()}`;
  return (
    <>
      <PageHeader title={t("people.title")} lead={t("people.lead", { count: total })} actions={<ButtonLink to="/admin/people/invite">{t("people.invite")}</ButtonLink>} />
      <Form role="search">
        <FilterFields>
        <TextField label={t("people.search")} name="q" type="search" defaultValue={search} className="w-64 max-sm:w-full" />
        <Select label={t("people.role")} name="role" defaultValue={role ?? ""} placeholder={t("people.anyRole")} options={ROLES.map((value: Role) => ({ value, label: t(`role.${value}`) }))} className="w-44" />
        <Button type="submit" variant="secondary">
          {t("people.show")}
        </Button>
        </FilterFields>
      </Form>
      <Card look="flush">
        <Table
          caption={t("people.title")}
          cards
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <div className="p-4">
              <EmptyState title={t("people.none")}>{t("people.noneText")}</EmptyState>
            </div>
          }
          columns={[
            {
              key: "name",
              header: t("person.name"),
              cell: (row) => (
                <Link to={`/admin/people/${row.id}`} className="inline-flex min-h-9 items-center underline decoration-line-strong underline-offset-4 hover:decoration-pine coarse:min-h-11">
                  {locale === "en" ? (row.nameLatin ?? row.name) : row.name}
                </Link>
              ),
            },
            { key: "email", header: t("person.email"), cell: (row) => row.email },
            { key: "team", header: t("person.team"), cell: (row) => (locale === "en" ? row.teamEn : row.teamZh) ?? "–" },
            { key: "roles", header: t("person.roles"), cell: (row) => row.roles.map((held) => t(`role.${held}`)).join(locale === "zh" ? "、" : ", ") || "–" },
            { key: "state", header: t("person.state"), cell: (row) => <Badge tone={row.state === "active" ? "pine" : row.state === "suspended" ? "danger" : "neutral"}>{t(`state.${row.state}`)}</Badge> },
          ]}
        />
      </Card>
      <Pagination page={page} pageSize={pageSize} total={total} to={address} />
    </>
  );
}
