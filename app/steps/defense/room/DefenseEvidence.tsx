import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import { recordPath } from "../paths";
import { DefenseLines } from "./DefenseLines";
import type { DefenseOfLearner } from "./defenses-of-learner.view.server";

/** A learner's defenses of a chapter, on the instructor's page of their evidence. */
export function DefenseEvidence({ defenses, locale, timeZone }: { defenses: readonly DefenseOfLearner[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  return (
    <Card title={t("evidence.title")}>
      <DefenseLines defenses={defenses} locale={locale} timeZone={timeZone} to={recordPath} open={t("record.open")} />
    </Card>
  );
}
