import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, DataList, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, PageHeader, Select, SubmitButton, Table, TextField } from "~/ui";
import { formatMoney } from "../money";
import { dealPath, RECEIVABLES_PATH } from "../paths";
import { ENTRY_KINDS, LETTERS } from "../receivables/receivable";
import type { ReceivablePage } from "../receivables/receivable-page.view.server";
import { dayText, nameIn } from "./texts";

export interface ReceivableScreenProps {
  page: ReceivablePage;
  today: string;
  locale: Locale;
  answer: { form: "entry" | "letter"; failure: FormFailure } | null;
}

/** One invoice: what of it is open, what was booked, which letters went out, and which is due. */
export function ReceivableScreen({ page, today, locale, answer }: ReceivableScreenProps) {
  const { t } = useTranslation("deals");
  const { invoice, entries, mayWork } = page;
  const money = (minor: string) => formatMoney({ minor, currency: invoice.currency }, locale);
  const failureOf = (form: "entry" | "letter") => (answer?.form === form ? answer.failure : null);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={invoice.number} lead={invoice.accountName} crumbs={[{ to: RECEIVABLES_PATH + (mayWork ? "" : "?of=team"), label: t(mayWork ? "receivables.title" : "receivables.teamTitle") }]} />
      <div className="grid gap-6">
        <Card>
          <DataList
            columns
            items={[
              { term: t("invoice.open"), value: <strong>{money(invoice.openMinor)}</strong> },
              { term: t("invoice.amount"), value: money(invoice.amountMinor) },
              { term: t("invoice.paid"), value: money(invoice.paidMinor) },
              { term: t("invoice.writtenOff"), value: money(invoice.writtenOffMinor) },
              { term: t("invoice.issuedOn"), value: dayText(invoice.issuedOn, locale) },
              { term: t("invoice.deliveredOn"), value: invoice.deliveredOn === null ? t("invoice.notDelivered") : dayText(invoice.deliveredOn, locale) },
              { term: t("invoice.dueOn"), value: invoice.overdue > 0 && BigInt(invoice.openMinor) > 0n ? t("invoice.dueLate", { day: dayText(invoice.dueOn, locale), count: invoice.overdue }) : dayText(invoice.dueOn, locale) },
              { term: t("head.owner"), value: nameIn({ name: invoice.ownerName, nameLatin: invoice.ownerLatin }, locale) },
              ...(invoice.dealId === null ? [] : [{ term: t("invoice.deal"), value: <Link to={dealPath(invoice.dealId)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{invoice.dealTitle}</Link> }]),
            ]}
          />
        </Card>
        <Card title={t("letter.title")}>
          <p>{invoice.letterDue === null ? t("letter.noneDue") : t("letter.dueSince", { letter: t(`letter.${invoice.letterDue.letter}`), day: dayText(invoice.letterDue.since, locale) })}</p>
          {invoice.letters.length > 0 && (
            <ul className="mt-2 text-ink-soft">
              {invoice.letters.map(({ letter, on }) => (
                <li key={`${letter} ${on}`}>{t("letter.sent", { letter: t(`letter.${letter}`), day: dayText(on, locale) })}</li>
              ))}
            </ul>
          )}
          {mayWork && (
            <Form method="post" className="mt-4 grid gap-4">
              <FormFailureProvider failure={failureOf("letter")}>
                <FieldGrid>
                  <Select label={t("letter.which")} name="letter" defaultValue={invoice.letterDue?.letter ?? "reminder"} options={LETTERS.map((value) => ({ value, label: t(`letter.${value}`) }))} required />
                  <TextField type="date" label={t("letter.on")} name="on" max={today} defaultValue={today} required />
                </FieldGrid>
                <div>
                  <SubmitButton name="intent" value="letter" variant="secondary">
                    {t("letter.note")}
                  </SubmitButton>
                </div>
              </FormFailureProvider>
            </Form>
          )}
        </Card>
        <Card title={t("entry.title")} look="flush">
          <Table
            caption={t("entry.title")}
            rows={entries}
            rowKey={(row) => row.id}
            empty={<p className="px-4 pb-4 text-ink-soft sm:px-5">{t("entry.none")}</p>}
            columns={[
              { key: "on", header: t("entry.on"), cell: (row) => dayText(row.on, locale) },
              { key: "kind", header: t("entry.kind"), cell: (row) => t(`entry.kindOption.${row.kind}`) },
              { key: "amount", header: t("entry.amount"), align: "end", cell: (row) => money(row.amountMinor) },
              { key: "reference", header: t("entry.reference"), wideOnly: true, cell: (row) => row.reference ?? "" },
            ]}
          />
          {mayWork && (
            <Form method="post" className="grid gap-4 border-t border-line px-4 py-4 sm:px-5">
              <FormFailureProvider failure={failureOf("entry")}>
                <FormErrors labels={{ amount: t("entry.amount"), on: t("entry.on") }} />
                <FieldGrid>
                  <Select label={t("entry.kind")} name="kind" options={ENTRY_KINDS.map((value) => ({ value, label: t(`entry.kindOption.${value}`) }))} required />
                  <TextField label={t("entry.amount")} hint={t("entry.amountHint")} name="amount" maxLength={40} required />
                  <TextField type="date" label={t("entry.on")} name="on" max={today} defaultValue={today} required />
                  <TextField label={t("entry.reference")} name="reference" maxLength={120} />
                </FieldGrid>
                <div>
                  <SubmitButton name="intent" value="entry">
                    {t("entry.book")}
                  </SubmitButton>
                </div>
              </FormFailureProvider>
            </Form>
          )}
        </Card>
      </div>
    </div>
  );
}
