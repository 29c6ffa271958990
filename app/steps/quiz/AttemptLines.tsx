import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, type Tone } from "~/ui";
import type { AttemptLine, ReopeningLine } from "./attempts-of-learner.view.server";

interface Props {
  attempts: readonly AttemptLine[];
  reopenings: readonly ReopeningLine[];
  locale: Locale;
  timeZone: string;
  to: (attempt: AttemptLine) => string;
  /** The attempt in view, which is no link. */
  current?: string;
}

/** Every attempt with what came of it, and every reopening with its reason. */
export function AttemptLines({ attempts, reopenings, locale, timeZone, to, current }: Props) {
  const { t } = useTranslation("quiz");
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  return (
    <Card title={t("attempts.title")} look="flush">
      <ul className="divide-y divide-line border-t border-line">
        {attempts.map((attempt) => (
          <li key={attempt.attemptId} className="flex flex-wrap items-center gap-x-4 px-4 py-1.5 sm:px-5">
            {attempt.attemptId === current ? (
              <strong className="inline-flex min-h-11 items-center">{t("paper.attempt", { number: attempt.number })}</strong>
            ) : (
              <Link to={to(attempt)} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
                {t("paper.attempt", { number: attempt.number })}
              </Link>
            )}
            <span className="text-sm text-ink-soft tabular">{when(attempt.submittedAt ?? attempt.startedAt)}</span>
            <span className="ms-auto flex items-center gap-3">
              {attempt.points !== null && attempt.maxPoints !== null && <span className="font-semibold tabular">{percentOf(attempt.points, attempt.maxPoints)}%</span>}
              <AttemptBadge attempt={attempt} />
            </span>
          </li>
        ))}
        {reopenings.map((reopening) => (
          <li key={String(reopening.at)} className="px-4 py-3 text-sm text-ink-soft sm:px-5">
            {t("attempts.reopened", { by: reopening.by, count: reopening.attempts, at: when(reopening.at) })}
            <span className="block text-ink">{t("attempts.reason", { reason: reopening.reason })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What became of an attempt, in a word. */
export function AttemptBadge({ attempt }: { attempt: Pick<AttemptLine, "state" | "passed" | "pending"> }) {
  const { t } = useTranslation("quiz");
  const [tone, key]: [Tone, string] =
    attempt.state === "open" ? ["pine", "open"] : attempt.state === "submitted" ? ["mist", "pending"] : attempt.passed ? ["ok", "passed"] : ["danger", "failed"];
  return <Badge tone={tone}>{t(`attempts.${key}`, { count: attempt.pending })}</Badge>;
}

/** A whole percent, rounded down, so that what is shown never reaches a mark that was missed. */
export function percentOf(points: number, max: number): number {
  return max === 0 ? 0 : Math.floor((points / max) * 100 + 1e-7);
}
