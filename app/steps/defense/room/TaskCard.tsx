import { useTranslation } from "react-i18next";
import { Card } from "~/ui";
import type { ShownChapter } from "./shown.server";

/** What the candidate was asked to show. */
export function TaskCard({ chapters }: { chapters: readonly Pick<ShownChapter, "slug" | "number" | "title" | "task">[] }) {
  const { t } = useTranslation("defense");
  return (
    <Card title={t("task.title")}>
      {chapters.map(({ slug, number, title, task }) => (
        <div key={slug} className="not-first:mt-4">
          <h3 className="text-base">{t("chapter", { number, title })}</h3>
          {task.map((paragraph) => (
            <p key={paragraph} className="mt-2 leading-relaxed">
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </Card>
  );
}
