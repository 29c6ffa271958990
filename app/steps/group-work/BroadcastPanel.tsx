import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Button, Card, type FormFailure, FormFailureProvider, Select, SubmitButton, TextArea, TextField } from "~/ui";
import { HINT_CHARACTERS, TIMER_MINUTES } from "./broadcast";
import { GroupNotices, type GroupNoticesProps } from "./GroupNotices";

export interface BroadcastPanelProps extends Omit<GroupNoticesProps, "locale"> {
  failure: FormFailure | null;
  /** Which form the failure is about. */
  failed: string | null;
  /** New after each sending: the form is empty again. */
  sent: string;
  mayTeach: boolean;
  locale: Locale;
}

/** A hint or a timer for all groups, and what stands now. */
export function BroadcastPanel({ broadcasts, failure, failed, sent, mayTeach, ...notices }: BroadcastPanelProps) {
  const { t } = useTranslation("group-work");
  const standing = [broadcasts.timer, ...broadcasts.hints].flatMap((one) => one ?? []);
  return (
    <Card title={t("broadcast.title")}>
      <GroupNotices broadcasts={broadcasts} {...notices} />
      {mayTeach && (
        <div className="grid gap-4">
          {standing.length > 0 && (
            <ul className="flex flex-wrap gap-2">
              {standing.map((one) => (
                <li key={one.id}>
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="broadcast" value={one.id} />
                    <Button type="submit" name="intent" value="take-down" size="sm" variant="quiet">
                      {one.endsAt ? t("broadcast.stopTimer") : t("broadcast.takeDown", { text: (one.body ?? "").slice(0, 12) })}
                    </Button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
          <FormFailureProvider failure={failed === "hint" ? failure : null}>
            <Form key={`hint ${sent}`} method="post" preventScrollReset className="grid gap-3">
              <TextArea label={t("broadcast.hint")} hint={t("broadcast.hintHint")} name="body" rows={2} required maxLength={HINT_CHARACTERS} />
              <div>
                <SubmitButton name="intent" value="hint" variant="secondary">
                  {t("broadcast.send")}
                </SubmitButton>
              </div>
            </Form>
          </FormFailureProvider>
          <FormFailureProvider failure={failed === "timer" ? failure : null}>
            <Form key={`timer ${sent}`} method="post" preventScrollReset className="flex flex-wrap items-end gap-3 border-t border-line pt-4">
              <Select label={t("broadcast.minutes")} name="minutes" required defaultValue="15" className="w-32" options={TIMER_MINUTES.map((count) => ({ value: String(count), label: t("broadcast.minutesCount", { count }) }))} />
              <TextField label={t("broadcast.task")} name="body" maxLength={200} className="min-w-40 flex-1" />
              <SubmitButton name="intent" value="timer" variant="secondary">
                {t("broadcast.start")}
              </SubmitButton>
            </Form>
          </FormFailureProvider>
        </div>
      )}
    </Card>
  );
}
