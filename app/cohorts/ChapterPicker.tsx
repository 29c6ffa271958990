import { useTranslation } from "react-i18next";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { isStep } from "~/pipeline";
import { FieldGroup, oneText, useField } from "~/ui";
import { placeName } from "./picked-chapters";

export interface ChapterPickerProps {
  chapters: readonly { slug: string; number: number; title: Bilingual; outline: boolean; omits: readonly string[] }[];
  locale: Locale;
}

/** Picks chapters in order, before JavaScript as well: a number beside each chapter that is wanted. */
export function ChapterPicker({ chapters, locale }: ChapterPickerProps) {
  const { t } = useTranslation("cohorts");
  const field = useField("chapters");
  return (
    <FieldGroup field={field} label={t("new.chapters")} hint={t("new.chaptersHint")} required>
      <ul className="divide-y divide-line rounded-md border border-line">
        {chapters.map((chapter) => (
          <Line key={chapter.slug} chapter={chapter} count={chapters.length} locale={locale} />
        ))}
      </ul>
    </FieldGroup>
  );
}

function Line({ chapter, count, locale }: { chapter: ChapterPickerProps["chapters"][number]; count: number; locale: Locale }) {
  const { t } = useTranslation("cohorts");
  const field = useField(placeName(chapter.slug));
  const title = pick(chapter.title, locale);
  const notes = [chapter.outline && t("new.outline"), chapter.omits.length > 0 && t("new.omits", { steps: chapter.omits.map((step) => (isStep(step) ? t(`road:step.${step}`) : step)).join(locale === "zh" ? "、" : ", ") })].filter(Boolean);
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <input
        type="number"
        name={placeName(chapter.slug)}
        min={1}
        max={count}
        step={1}
        defaultValue={oneText(field.refill) ?? ""}
        aria-label={t("new.order", { title })}
        className="min-h-11 w-16 shrink-0 rounded-md border border-line-strong bg-surface px-2 text-center text-base tabular hover:border-ink-soft focus-visible:border-pine"
      />
      <span className="min-w-0 leading-snug">
        {t("chapter", { number: chapter.number, title })}
        {notes.length > 0 && <span className="block text-sm text-ink-soft">{notes.join(" · ")}</span>}
      </span>
    </li>
  );
}
