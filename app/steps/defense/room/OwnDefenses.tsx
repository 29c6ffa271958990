import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card } from "~/ui";
import { feedbackPath } from "../paths";
import { DefenseLines } from "./DefenseLines";
import type { DefenseOfLearner } from "./defenses-of-learner.view.server";

/** One's own defenses of a chapter, with the way to the feedback sheets; nothing where none was held. */
export function OwnDefenses({ defenses, locale, timeZone }: { defenses: readonly DefenseOfLearner[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("defense");
  if (defenses.length === 0) return null;
  return (
    <Card title={t("own.title")}>
      <DefenseLines defenses={defenses} locale={locale} timeZone={timeZone} to={feedbackPath} open={t("feedback.read")} />
    </Card>
  );
}
