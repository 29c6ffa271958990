import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, SubmitButton, TextArea } from "~/ui";
import { MarkChoice } from "./MarkChoice";
import type { RoundScreen } from "./round-screen";
import type { ShownBehaviour } from "./shown";

/** The salesperson on themself: the observer's behaviours, and own words. */
export function SelfReview({ screen, checklist }: { screen: RoundScreen; checklist: readonly ShownBehaviour[] }) {
  const { t } = useTranslation("role-play");
  const { review } = screen;
  return (
    <Card title={t("review.title")} aside={review && <span className="text-sm text-ink-soft">{t("review.saved")}</span>} id="review">
      <p className="text-sm text-ink-soft">{t("review.hint")}</p>
      <Form method="post" className="mt-3 grid gap-4" key={review?.at ?? "none"}>
        {checklist.map((behaviour) => (
          <fieldset key={behaviour.id} className="min-w-0">
            <legend className="mb-2">{behaviour.text}</legend>
            <MarkChoice name={`marks.${behaviour.id}`} value={review?.marks[behaviour.id] ?? null} />
          </fieldset>
        ))}
        <TextArea label={t("review.wentWell")} name="wentWell" rows={3} maxLength={1000} defaultValue={review?.wentWell ?? ""} />
        <TextArea label={t("review.nextTime")} name="nextTime" rows={3} maxLength={1000} defaultValue={review?.nextTime ?? ""} />
        <div>
          <SubmitButton name="intent" value="review" variant="secondary">
            {t("review.save")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
