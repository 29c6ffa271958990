import { Form, Link } from "@remix-run/react";
import Lock from "lucide-react/icons/lock";
import Users from "lucide-react/icons/users";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, EmptyState, FormErrors, type FormFailure, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";
import { MentionList } from "./MentionList";
import { sheetPath } from "./paths";
import type { OwnSheet, SheetList, StartableKind } from "./sheet-list.view.server";
import { SheetProgress } from "./SheetProgress";

export interface OwnSheetsProps {
  list: SheetList;
  locale: Locale;
  timeZone: string;
  failure: FormFailure | undefined;
}

/** A person's own sheets by cohort and chapter, where they were asked for, and the way to one of their own to practise on. */
export function OwnSheets({ list, locale, timeZone, failure }: OwnSheetsProps) {
  const { t } = useTranslation("sheets");
  const { cohorts, kinds, mentions } = list;
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <MentionList mentions={mentions} locale={locale} timeZone={timeZone} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-10">
          {cohorts.length === 0 && <EmptyState title={t("list.empty")}>{t(kinds.length > 0 ? "list.emptyStart" : "list.emptyWait")}</EmptyState>}
          {cohorts.map((cohort) => (
            <section key={cohort.id ?? ""} className="min-w-0">
              <h2 className="mb-3 text-xl">{cohort.name ?? t("list.noCohort")}</h2>
              <div className="grid gap-6">
                {cohort.chapters.map((chapter) => (
                  <div key={chapter.slug}>
                    <h3 className="mb-2 text-sm text-ink-soft">{t("list.chapter", { number: chapter.number, title: chapter.title })}</h3>
                    <ul className="grid gap-2.5">
                      {chapter.sheets.map((sheet) => (
                        <SheetItem key={sheet.id} sheet={sheet} changed={formatDate(sheet.changedAt, { locale, timeZone, style: "short-date-time" })} />
                      ))}
                    </ul>
                  </div>
                ))}
              </div>
            </section>
          ))}
        </div>
        {kinds.length > 0 && <StartForm kinds={kinds} failure={failure} />}
      </div>
    </>
  );
}

function SheetItem({ sheet, changed }: { sheet: OwnSheet; changed: string }) {
  const { t } = useTranslation("sheets");
  return (
    <li>
      <Link to={sheetPath(sheet.id)} className="block rounded-lg border border-line bg-surface px-4 py-3 hover:border-pine">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="min-w-0 font-semibold break-words">{sheet.title}</span>
          <span className="text-sm text-ink-faint tabular">{changed}</span>
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          {sheet.kind !== sheet.title && <span>{sheet.kind}</span>}
          {sheet.others.length > 0 ? (
            <span className="inline-flex min-w-0 items-center gap-1.5">
              <Users aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0">{sheet.others.join(t("list.separator"))}</span>
            </span>
          ) : (
            <span>{t("list.alone")}</span>
          )}
          {sheet.locked && (
            <Badge icon={<Lock aria-hidden />} tone="mist">
              {t("notice.locked")}
            </Badge>
          )}
        </span>
        <SheetProgress {...sheet} className="mt-2" />
      </Link>
    </li>
  );
}

function StartForm({ kinds, failure }: { kinds: readonly StartableKind[]; failure: FormFailure | undefined }) {
  const { t } = useTranslation("sheets");
  const chapters = [...new Map(kinds.map((kind) => [kind.number, kind.chapter]))];
  return (
    <Card title={t("list.start")}>
      <p className="mb-4 text-sm text-ink-soft">{t("list.startLead")}</p>
      <Form method="post">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={{ key: t("list.kind"), title: t("list.name") }} />
          <div className="grid gap-4">
            <Select name="key" label={t("list.kind")} required defaultValue="">
              <option value="" disabled>
                {t("list.choose")}
              </option>
              {chapters.map(([number, chapter]) => (
                <optgroup key={number} label={t("list.chapter", { number, title: chapter })}>
                  {kinds
                    .filter((kind) => kind.number === number)
                    .map((kind) => (
                      <option key={kind.key} value={kind.key}>
                        {kind.title}
                      </option>
                    ))}
                </optgroup>
              ))}
            </Select>
            <TextField name="title" label={t("list.name")} hint={t("list.nameHint")} maxLength={160} />
            <div>
              <SubmitButton>{t("list.begin")}</SubmitButton>
            </div>
          </div>
        </FormFailureProvider>
      </Form>
    </Card>
  );
}
