import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import type { HomeworkOfLearner } from "./homework-of-learner.view.server";
import { submissionPath } from "./paths";
import { RehearsalList } from "./RehearsalList";
import { VersionCard } from "./work/VersionCard";

export interface HomeworkEvidenceProps {
  homework: HomeworkOfLearner;
  cohortId: string;
  locale: Locale;
  timeZone: string;
}

/** A learner's homework as evidence of the step: versions, judgements, rehearsals, what they gave to others. */
export function HomeworkEvidence({ homework, cohortId, locale, timeZone }: HomeworkEvidenceProps) {
  const { t } = useTranslation("homework");
  const { versions, rehearsals, given, asked, state } = homework;
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft tabular">
        {t(`state.${state}`)} · {t("evidence.given", { given, count: asked })} · {t("evidence.rehearsals", { count: rehearsals.length })}
      </p>
      {versions.map((version, at) => (
        <div key={version.id}>
          <VersionCard version={version} open={at === 0} locale={locale} timeZone={timeZone} />
          <Link to={submissionPath(cohortId, version.id)} className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">
            {t("evidence.open")}
          </Link>
        </div>
      ))}
      {rehearsals.length > 0 && (
        <Card title={t("around.rehearsals", { count: rehearsals.length })} level={3}>
          <RehearsalList lines={rehearsals} parts={[]} locale={locale} />
        </Card>
      )}
    </div>
  );
}
