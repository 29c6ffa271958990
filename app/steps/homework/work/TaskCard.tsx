import { useTranslation } from "react-i18next";
import { RubricLevels, type ShownRubric } from "~/marking";
import { Card } from "~/ui";
import type { ShownAssignment } from "../assignment";

/** The task, and by what it will be judged: known before the first word is written. */
export function TaskCard({ assignment, rubric, open }: { assignment: ShownAssignment; rubric: ShownRubric | null; open: boolean }) {
  const { t } = useTranslation("homework");
  return (
    <Card title={assignment.title}>
      <details open={open}>
        <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("task.title")}</summary>
        <div className="grid gap-3">
          {assignment.task.map((paragraph, at) => (
            <p key={at} className="measure">
              {paragraph}
            </p>
          ))}
        </div>
      </details>
      {rubric && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("task.rubric", { count: rubric.criteria.length })}</summary>
          <RubricLevels rubric={rubric} points={(count) => t("points", { count })} />
        </details>
      )}
    </Card>
  );
}
