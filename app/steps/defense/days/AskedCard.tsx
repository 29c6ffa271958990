import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { RubricLevels } from "~/marking";
import { Card } from "~/ui";
import type { OwnDefense } from "./own-defense.view.server";

/** What a defense asks, what it will be about, and by what it is judged: known long before the day. */
export function AskedCard({ task, rubric, bring, locale }: Pick<OwnDefense, "task" | "rubric"> & { bring: string | null; locale: Locale }) {
  const { t } = useTranslation("defense-days");
  return (
    <>
      {task && (
        <Card title={t("own.task")}>
          <div className="grid gap-3">
            {task.task.map((paragraph, at) => (
              <p key={at} className="measure">
                {paragraph}
              </p>
            ))}
          </div>
          <h3 className="mt-5 text-base">{t("own.themes")}</h3>
          <ul className="mt-1 list-disc ps-5 leading-7">
            {task.themes.map((theme) => (
              <li key={theme}>{theme}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t("own.bring")}>
        <p className="measure whitespace-pre-line">{bring ?? t("own.bringDefault")}</p>
        {task && task.sheets.length > 0 && (
          <>
            <h3 className="mt-4 text-base">{t("own.sheets")}</h3>
            <ul className="mt-1 list-disc ps-5 leading-7">
              {task.sheets.map((title) => (
                <li key={title.en}>{pick(title, locale)}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {rubric && (
        <Card title={t("own.rubric", { count: rubric.criteria.length })}>
          <RubricLevels rubric={rubric} points={(count) => t("own.points", { count })} />
        </Card>
      )}
    </>
  );
}
