import type { Locale } from "~/i18n/locale";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { GroupNotices, type GroupNoticesProps } from "./GroupNotices";
import { ownGroupNewsPath } from "./paths";

/** On a sheet's own page: what the instructor says to all groups, as it is said. The sheet itself keeps up by its own connection. */
export function GroupOnSheet({ group, locale, now }: { group: { enrolmentId: string; chapterSlug: string; timeZone: string; broadcasts: GroupNoticesProps["broadcasts"] }; locale: Locale; now: Date }) {
  const revalidate = useQuietRevalidation();
  useNews(ownGroupNewsPath(group.enrolmentId, group.chapterSlug), (what) => {
    if (what !== "sheet") revalidate();
  });
  return <GroupNotices broadcasts={group.broadcasts} now={now} locale={locale} timeZone={group.timeZone} />;
}
