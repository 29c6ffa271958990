import { useTranslation } from "react-i18next";
import type { ShownRubric } from "~/marking";
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
          <dl className="grid gap-4 pt-1">
            {rubric.criteria.map(({ id, title, hint, levels }) => (
              <div key={id}>
                <dt className="font-semibold">{title}</dt>
                {hint && <dd className="text-sm text-ink-soft">{hint}</dd>}
                <dd>
                  <ol className="mt-1 grid gap-1 text-sm">
                    {levels.map(({ points, text }) => (
                      <li key={points} className="grid grid-cols-[3rem_1fr] gap-2">
                        <span className="text-ink-soft tabular">{t("points", { count: points })}</span>
                        {text}
                      </li>
                    ))}
                  </ol>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Card>
  );
}
