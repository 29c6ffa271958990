import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { outboxPage } from "~/people/index.server";
import { Badge, Card, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "admin"], title: (t) => t("admin:mail.title") };

export const loader = guardedLoader({ permission: "people:manage", scope: "company" }, async ({ db, context, actor }) => ({ mails: await outboxPage(db), locale: context.locale, timeZone: actor.timeZone }));

export default function Mail() {
  const { mails, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("mail.title")} lead={t("mail.lead")} />
      {mails.length === 0 && <EmptyState title={t("mail.none")}>{t("mail.noneText")}</EmptyState>}
      <ul className="grid gap-4">
        {mails.map((mail) => (
          <Card
            key={mail.id}
            as="li"
            title={mail.subject}
            level={2}
            aside={<Badge tone={mail.sentAt ? "pine" : "neutral"}>{mail.sentAt ? t("mail.sent") : t("mail.waiting")}</Badge>}
          >
            <p className="mb-2 text-sm text-ink-soft tabular">
              {mail.to} · {formatDate(mail.createdAt, { locale, timeZone })}
            </p>
            <p className="break-words whitespace-pre-wrap">{mail.body}</p>
          </Card>
        ))}
      </ul>
    </div>
  );
}
