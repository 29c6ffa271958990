import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, EmptyState, SubmitButton } from "~/ui";
import type { AttendanceCounts } from "./attendance";
import { RollRow, type RollRowProps } from "./RollRow";
import { RollSummary } from "./RollSummary";
import type { SessionState } from "./session";

export interface RollProps {
  session: { state: SessionState; timeZone: string };
  roll: readonly RollRowProps["line"][];
  counts: AttendanceCounts;
  mayTeach: boolean;
  locale: Locale;
}

/** The roll: everybody of the cohort, what counts of them, and the instructor's word. */
export function Roll({ session, roll, counts, mayTeach, locale }: RollProps) {
  const { t } = useTranslation("lecture");
  if (session.state === "cancelled") return <EmptyState title={t("roll.cancelled")}>{t("roll.cancelledText")}</EmptyState>;
  if (roll.length === 0) return <EmptyState title={t("roll.empty")}>{t("roll.emptyText")}</EmptyState>;
  const ended = session.state === "ended";
  return (
    <Card
      look="flush"
      title={t("roll.title")}
      aside={
        mayTeach &&
        !ended &&
        counts.unmarked > 0 && (
          <Form method="post">
            <SubmitButton name="intent" value="mark-rest" variant="secondary" size="sm">
              {t("roll.markRest", { count: counts.unmarked })}
            </SubmitButton>
          </Form>
        )
      }
    >
      <div className="border-b border-line px-4 pb-4 sm:px-5">
        <RollSummary counts={counts} />
        {ended && mayTeach && <p className="mt-3 text-sm text-ink-soft">{t("roll.endedHint")}</p>}
      </div>
      <ul className="divide-y divide-line">
        {roll.map((line) => (
          <RollRow key={line.enrolmentId} line={line} ended={ended} mayMark={mayTeach} locale={locale} timeZone={session.timeZone} />
        ))}
      </ul>
    </Card>
  );
}
