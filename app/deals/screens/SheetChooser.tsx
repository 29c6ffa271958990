import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { SheetProgress } from "~/sheets";
import { Button, Card, Disclosure, EmptyState, PageHeader } from "~/ui";
import { DEALS_PATH, dealPath } from "../paths";
import type { sheetChoices } from "../sheet-choice.view.server";

export interface SheetChooserProps {
  deal: { id: string; title: string; accountName: string };
  choices: Awaited<ReturnType<typeof sheetChoices>>;
  locale: Locale;
}

/** Which sheet goes to the deal: one tap copies one from class, with its version named; or an empty one begins. */
export function SheetChooser({ deal, choices, locale }: SheetChooserProps) {
  const { t } = useTranslation("deals");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("chooser.title")} lead={t("chooser.lead")} crumbs={[{ to: DEALS_PATH, label: t("list.title") }, { to: dealPath(deal.id), label: deal.title }]} />
      {choices.sheets.length === 0 ? (
        <EmptyState title={t("chooser.none")}>{t("chooser.noneText")}</EmptyState>
      ) : (
        <ul className="grid gap-2.5">
          {choices.sheets.map((sheet) => (
            <Card as="li" key={sheet.sheetId} className="[&>div]:flex [&>div]:flex-wrap [&>div]:items-center [&>div]:justify-between [&>div]:gap-3">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-semibold">{pick(sheet.kind, locale)}</p>
                <p className="text-sm text-ink-soft">{sheet.group === null ? t("chooser.own", { title: sheet.title }) : t("chooser.group", { group: sheet.group, title: sheet.title })}</p>
                <SheetProgress {...sheet} />
                {sheet.taken && <p className="text-sm text-ink-soft">{t("chooser.taken")}</p>}
              </div>
              <Form method="post">
                <Button type="submit" name="sheet" value={sheet.sheetId} aria-label={t("chooser.takeOf", { title: sheet.title })}>
                  {t("chooser.take")}
                </Button>
              </Form>
            </Card>
          ))}
        </ul>
      )}
      <Disclosure summary={t("chooser.empty")} className="mt-6" open={choices.sheets.length === 0}>
        <ul className="mt-2 grid gap-2">
          {choices.kinds.map((kind) => (
            <li key={kind.key} className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-surface px-3 py-2.5">
              <span className="min-w-0 flex-1 basis-60">
                <span className="font-semibold">{pick(kind.title, locale)}</span>
                <span className="block text-sm text-ink-soft">{pick(kind.purpose, locale)}</span>
              </span>
              <Form method="post">
                <Button type="submit" size="sm" name="key" value={kind.key} aria-label={t("chooser.beginOf", { title: pick(kind.title, locale) })}>
                  {t("chooser.begin")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
