import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useTranslation } from "react-i18next";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Card, ConfirmButton, IconButton, Select, SubmitButton } from "~/ui";
import { calendarPath } from "./paths";

interface Chapter {
  slug: string;
  number: number;
  title: Bilingual;
  outline: boolean;
}

export interface ChapterOrderProps {
  cohort: { id: string; version: number };
  /** With what taking one out would set aside. */
  chapters: readonly (Chapter & { learners: number; stepsDone: number })[];
  addable: readonly Chapter[];
  current: string | null;
  locale: Locale;
}

/** A cohort's chapters in teaching order: choose one to edit, move, add, take out. */
export function ChapterOrder({ cohort, chapters, addable, current, locale }: ChapterOrderProps) {
  const { t } = useTranslation("cohorts");
  const name = (chapter: Chapter) => `${t("chapter", { number: chapter.number, title: pick(chapter.title, locale) })}${chapter.outline ? ` · ${t("new.outline")}` : ""}`;
  return (
    <Card title={t("chapters.title")} look="flush">
      <ol className="divide-y divide-line border-t border-line">
        {chapters.map((chapter, at) => (
          <li key={chapter.slug} className={clsx("flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 sm:px-5", chapter.slug === current && "bg-pine-soft/50")}>
            <Link to={calendarPath(cohort.id, chapter.slug)} aria-current={chapter.slug === current ? "true" : undefined} preventScrollReset className={clsx("inline-flex min-h-11 min-w-0 flex-1 items-center underline-offset-4 max-sm:basis-full hover:underline", chapter.slug === current && "font-semibold text-pine-deep")}>
              {name(chapter)}
            </Link>
            <Form method="post" preventScrollReset className="flex items-center gap-1">
              <input type="hidden" name="version" value={cohort.version} />
              <input type="hidden" name="chapter" value={chapter.slug} />
              <IconButton type="submit" name="intent" value="earlier" disabled={at === 0} label={t("chapters.earlier", { title: pick(chapter.title, locale) })} icon={<ArrowUp aria-hidden className="size-4.5" />} />
              <IconButton type="submit" name="intent" value="later" disabled={at === chapters.length - 1} label={t("chapters.later", { title: pick(chapter.title, locale) })} icon={<ArrowDown aria-hidden className="size-4.5" />} />
              <ConfirmButton
                name="intent"
                value="remove"
                size="sm"
                variant="quiet"
                disabled={chapters.length === 1}
                title={t("chapters.removeTitle", { title: pick(chapter.title, locale) })}
                consequence={t("chapters.removeText", { count: chapter.learners, steps: chapter.stepsDone })}
                confirmLabel={t("chapters.remove")}
              >
                {t("chapters.remove")}
              </ConfirmButton>
            </Form>
          </li>
        ))}
      </ol>
      {addable.length > 0 && (
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 border-t border-line px-4 py-4 sm:px-5">
          <input type="hidden" name="version" value={cohort.version} />
          <Select label={t("chapters.add")} name="chapter" required options={addable.map((chapter) => ({ value: chapter.slug, label: name(chapter) }))} className="min-w-0 flex-1 sm:max-w-md" />
          <SubmitButton variant="secondary" name="intent" value="add">
            {t("chapters.addSubmit")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
