import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton, TextField } from "~/ui";
import { checkInPath } from "./paths";

/** The six digits from the wall; works before JavaScript. */
export function CheckInForm({ sessionId, code, problem, focus = false }: { sessionId: string; code?: string; problem?: string | undefined; focus?: boolean }) {
  const { t } = useTranslation("lecture");
  return (
    <Form method="post" action={checkInPath(sessionId)} className="grid gap-4">
      <TextField
        label={t("checkIn.code")}
        name="code"
        hint={t("checkIn.hint")}
        {...(problem === undefined ? {} : { error: problem })}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]{6}"
        maxLength={6}
        required
        // The page is for nothing else.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focus}
        defaultValue={code}
        inputClassName="max-w-56 text-center !text-3xl font-semibold tracking-[0.3em] tabular"
      />
      <div>
        <SubmitButton size="lg">{t("checkIn.submit")}</SubmitButton>
      </div>
    </Form>
  );
}
