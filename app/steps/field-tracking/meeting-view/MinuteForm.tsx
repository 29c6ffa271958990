import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Select, SubmitButton, TextArea, TextField } from "~/ui";
import type { MeetingPage } from "../meeting-page.view.server";
import { dayAfter } from "../plan";

interface Props {
  meetingId: string;
  /** The deal it is about; null for the team. */
  dealId: string | null;
  /** Who is proposed as the owner. */
  ownerId: string | null;
  people: MeetingPage["people"];
  today: string;
  /** Ids for what this form sends; new after each. */
  nonce: string;
  locale: Locale;
}

/** What is written down in a meeting: a minute, or a commitment with its owner and day. */
export function MinuteForm({ meetingId, dealId, ownerId, people, today, nonce, locale }: Props) {
  const { t } = useTranslation("field");
  return (
    <Form method="post" preventScrollReset className="grid gap-3" key={nonce}>
      <input type="hidden" name="meeting" value={meetingId} />
      <input type="hidden" name="opId" value={nonce} />
      {dealId !== null && <input type="hidden" name="deal" value={dealId} />}
      <TextArea label={t("minute.body")} name="body" rows={2} required maxLength={300} />
      <div className="flex flex-wrap items-end gap-3">
        <Select label={t("minute.owner")} name="owner" defaultValue={ownerId ?? ""} options={people.map((person) => ({ value: person.id, label: personName(person, locale) }))} className="w-40" />
        <TextField label={t("minute.due")} name="dueOn" type="date" required min={today} defaultValue={dayAfter(today, 7)} className="w-44" />
        <SubmitButton name="intent" value="commit">
          {t("minute.commit")}
        </SubmitButton>
        <SubmitButton name="intent" value="minute" variant="secondary">
          {t("minute.only")}
        </SubmitButton>
      </div>
    </Form>
  );
}
