import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { sheetPath } from "~/sheets";
import { Button, ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
import type { Deal } from "../deal";
import { formatMoney } from "../money";
import { NEW_DEAL_PATH } from "../paths";

export interface DealChooserProps {
  sheet: { id: string; title: string };
  deals: Deal[];
  locale: Locale;
}

/** Which deal the sheet goes to: one tap makes a copy there, and names this sheet with its version. */
export function DealChooser({ sheet, deals, locale }: DealChooserProps) {
  const { t } = useTranslation("deals");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("toDeal.title")} lead={t("toDeal.lead", { title: sheet.title })} crumbs={[{ to: sheetPath(sheet.id), label: sheet.title }]} />
      {deals.length === 0 ? (
        <EmptyState title={t("toDeal.none")} action={<ButtonLink to={NEW_DEAL_PATH}>{t("list.new")}</ButtonLink>}>
          {t("toDeal.noneText")}
        </EmptyState>
      ) : (
        <ul className="grid gap-2.5">
          {deals.map((deal) => (
            <Card as="li" key={deal.id} className="[&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:justify-between [&>div]:gap-3">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-semibold">{deal.title}</p>
                <p className="text-sm text-ink-soft">{[deal.accountName, t(`stage.${deal.stage}`), formatMoney({ minor: deal.amountMinor, currency: deal.currency }, locale)].join(" · ")}</p>
              </div>
              <Form method="post">
                <Button type="submit" name="deal" value={deal.id} aria-label={t("toDeal.takeOf", { title: deal.title })}>
                  {t("toDeal.take")}
                </Button>
              </Form>
            </Card>
          ))}
        </ul>
      )}
    </div>
  );
}
