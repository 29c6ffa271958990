import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton, TextField } from "~/ui";

/** Takes a round out of the count, with the reason; opens in place, also before scripts. */
export function VoidRound({ roundId, number, held }: { roundId: string; number: number; held: boolean }) {
  const { t } = useTranslation("role-play");
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-ink-soft underline underline-offset-4 hover:text-danger">{t("void.open", { number })}</summary>
      <Form method="post" className="grid gap-3 pt-1 pb-2">
        <p className="text-sm text-ink-soft">{t(held ? "void.textHeld" : "void.text")}</p>
        <input type="hidden" name="round" value={roundId} />
        <TextField label={t("void.reason")} name="reason" required maxLength={500} />
        <div>
          <SubmitButton size="sm" name="intent" value="void-round" variant="danger">
            {t("void.do")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
