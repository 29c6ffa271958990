import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { SheetPicture, SheetView, type SheetViewProps } from "~/sheets";
import { Timer } from "~/ui";
import { groupRoomNewsPath } from "./paths";
import { useServerTime } from "./use-server-time";

export interface GroupProjectorProps {
  page: {
    sheet: { cohortId: string; chapterSlug: string; groupName: string; customer: string };
    exhibit: { sheet: { currency: string }; definition: SheetViewProps["definition"]; content: SheetViewProps["content"]; evaluation: SheetViewProps["evaluation"] };
    timer: { endsAt: Date | null; body: string | null } | null;
  };
  locale: Locale;
  now: Date;
}

/** A group's sheet on the wall, as the group writes: to be read from the last row. */
export function GroupProjector({ page: { sheet, exhibit, timer }, locale, now }: GroupProjectorProps) {
  const { t } = useTranslation("group-work");
  useNews(groupRoomNewsPath(sheet.cohortId, sheet.chapterSlug), useQuietRevalidation());
  const time = useServerTime(now);
  const left = timer?.endsAt ? timer.endsAt.getTime() - time.getTime() : null;
  const shown = { definition: exhibit.definition, content: exhibit.content, evaluation: exhibit.evaluation, locale, currency: exhibit.sheet.currency };
  return (
    <main className="min-h-dvh bg-surface px-6 py-5 lg:px-12">
      <header className="mb-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 border-b border-line pb-3">
        <h1 className="text-3xl">{t("judge.title", { group: sheet.groupName, customer: sheet.customer })}</h1>
        <p className="text-xl text-ink-soft">{pick(exhibit.definition.title, locale)}</p>
        {left !== null && left > 0 && <Timer ms={left} label={t("broadcast.left")} lowMs={120_000} />}
      </header>
      <div className="grid gap-8">
        <div className="mx-auto w-full max-w-5xl">
          <SheetPicture {...shown} />
        </div>
        <SheetView {...shown} size="wall" notes={false} />
      </div>
    </main>
  );
}
