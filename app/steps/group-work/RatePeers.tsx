import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Card, RadioGroup, SubmitButton } from "~/ui";
import { RATING_LEVELS, type RatingLevel } from "./peer-rating";

export interface RatePeersProps {
  groupSheetId: string;
  rating: {
    others: readonly { enrolmentId: string; name: string; nameLatin: string | null; level: RatingLevel | null }[];
    open: boolean;
    received: { raters: number; middle: number } | null;
  };
  locale: Locale;
}

/** How a member sees the others' part; what it can bring about is said beside it. */
export function RatePeers({ groupSheetId, rating, locale }: RatePeersProps) {
  const { t } = useTranslation("group-work");
  const said = rating.others.some((other) => other.level !== null);
  return (
    <Card title={t("rate.title")} level={3} look="inset">
      <p className="mb-4 text-sm text-ink-soft">{t("rate.lead")}</p>
      {rating.received && <p className="mb-4">{t("rate.received", { count: rating.received.raters, level: t(`rate.level.${Math.round(rating.received.middle)}`) })}</p>}
      {rating.open ? (
        <Form method="post" preventScrollReset className="grid gap-5">
          <input type="hidden" name="sheet" value={groupSheetId} />
          {rating.others.map((other) => (
            <RadioGroup
              key={other.enrolmentId}
              label={personName(other, locale)}
              name={`rate.${other.enrolmentId}`}
              layout="row"
              required
              {...(other.level === null ? {} : { defaultValue: String(other.level) })}
              options={RATING_LEVELS.map((level) => ({ value: String(level), label: t(`rate.level.${level}`) }))}
            />
          ))}
          <div>
            <SubmitButton name="intent" value="rate" variant="secondary">
              {t(said ? "rate.change" : "rate.submit")}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <p>{t("rate.closed")}</p>
      )}
    </Card>
  );
}
