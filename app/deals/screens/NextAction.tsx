import { Form } from "@remix-run/react";
import clsx from "clsx";
import CalendarClock from "lucide-react/icons/calendar-clock";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, Disclosure, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, Select, SubmitButton, TextField } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import { isOpen } from "../stage";
import { dayText, nameIn } from "./texts";

/** What is done next, by whom and when. The salesperson says it, and so does who coaches them. */
export function NextAction({ page, today, locale, failure }: { page: DealPage; today: string; locale: Locale; failure: FormFailure | null }) {
  const { t } = useTranslation("deals");
  const { deal, right, actionOwners } = page;
  const action = deal.nextAction;
  if (!isOpen(deal.stage) && action === null) return null;
  const labels = { text: t("action.text"), owner: t("action.owner"), due: t("action.due") };
  const may = right !== "read" && isOpen(deal.stage);
  return (
    <Card id="action" title={t("action.title")}>
      {action === null ? (
        <p className="text-ink-soft">{t("action.noneText")}</p>
      ) : (
        <div className="flex flex-wrap items-start justify-between gap-3">
          <p className={clsx("flex min-w-0 items-start gap-2.5", deal.actionLate && "text-danger")}>
            <CalendarClock aria-hidden className="mt-1 size-5 shrink-0" />
            <span className="min-w-0">
              <span className="font-semibold">{action.text}</span>
              <span className="block text-sm tabular">{t(deal.actionLate ? "action.byLate" : "action.by", { name: nameIn({ name: action.ownerName, nameLatin: action.ownerLatin }, locale), day: dayText(action.due, locale) })}</span>
            </span>
          </p>
          {may && (
            <Form method="post">
              <SubmitButton name="intent" value="action-done" variant="secondary" size="sm">
                {t("action.done")}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
      {may && (
        <Disclosure summary={t(action === null ? "action.set" : "action.change")} open={failure !== null || action === null} className="mt-2">
          <Form method="post" className="mt-1 grid gap-4" key={deal.version}>
            <FormFailureProvider failure={failure}>
              <FormErrors labels={labels} />
              <TextField label={labels.text} hint={t("action.textHint")} name="text" maxLength={200} required defaultValue={action?.text} />
              <FieldGrid>
                <Select label={labels.owner} name="owner" defaultValue={action?.ownerId ?? deal.ownerId} options={actionOwners.map((person) => ({ value: person.id, label: nameIn(person, locale) }))} required />
                <TextField type="date" label={labels.due} name="due" min={today} defaultValue={action && action.due >= today ? action.due : ""} required />
              </FieldGrid>
              <div>
                <SubmitButton name="intent" value="next-action">
                  {t("save")}
                </SubmitButton>
              </div>
            </FormFailureProvider>
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
