import { useTranslation } from "react-i18next";
import { StepLocked } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Callout } from "~/ui";
import type { HomeworkPlace } from "../HomeworkHead";
import type { WorkPage } from "../work-page.view.server";

/** One passage that says where the homework stands and what comes next. */
export function WorkNow({ page, place, locale, timeZone, now }: { page: WorkPage; place: HomeworkPlace; locale: Locale; timeZone: string; now: Date }) {
  const { t } = useTranslation("homework");
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const [latest] = page.versions;
  const overdue = page.dueAt !== null && page.dueAt < now;
  if (page.stepState === "locked") {
    return (
      <StepLocked enrolmentId={place.enrolmentId} chapterSlug={place.chapterSlug} title={t("now.lockedTitle")} blockers={page.waiting === null ? [] : [page.waiting]} locale={locale} timeZone={timeZone}>
        <p>{t("now.locked")}</p>
      </StepLocked>
    );
  }
  switch (page.state) {
    case "handed-in": {
      if (latest === undefined) return null;
      const peers = latest.reviewsWanted > 0 && latest.reviews.length < latest.reviewsWanted && latest.reviewsUntil > now;
      return (
        <Callout kind="note" title={t("now.handedInTitle", { at: when(latest.submittedAt) })}>
          <p>{peers ? t("now.peers", { done: latest.reviews.length, count: latest.reviewsWanted, until: when(latest.reviewsUntil) }) : t("now.instructor", { people: page.waiting?.people.map(({ name }) => name).join(t("comma")) || t("instructor") })}</p>
        </Callout>
      );
    }
    case "returned":
      return (
        <Callout kind="now" title={t("now.returnedTitle", { by: latest?.mark?.marker ?? t("instructor") })}>
          <p className="whitespace-pre-line">{latest?.mark?.remark}</p>
          <p className="text-sm text-ink-soft">{t("now.returned")}</p>
        </Callout>
      );
    case "accepted":
      return (
        <Callout kind="key" title={t("now.acceptedTitle", { by: latest?.mark?.marker ?? t("instructor") })}>
          <p>{latest?.mark?.remark ?? t("now.accepted")}</p>
        </Callout>
      );
    case "new":
    case "draft":
      if (page.dueAt === null) return null;
      return overdue ? (
        <Callout kind={page.acceptLate ? "now" : "danger"} title={t("now.overdueTitle", { at: when(page.dueAt) })}>
          <p>{t(page.acceptLate ? "now.overdue" : "now.closed")}</p>
        </Callout>
      ) : (
        <p className="text-ink-soft tabular">{t("now.due", { at: when(page.dueAt) })}</p>
      );
  }
}
