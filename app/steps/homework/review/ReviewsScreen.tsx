import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Card, EmptyState } from "~/ui";
import { HomeworkHead, type HomeworkPlace } from "../HomeworkHead";
import { reviewPath } from "../paths";
import { VersionCard } from "../work/VersionCard";
import type { ReviewRequest, ReviewsPage } from "./reviews-page.view.server";

export interface ReviewsScreenProps {
  page: ReviewsPage;
  place: HomeworkPlace;
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** Reviews to give, and reviews got. */
export function ReviewsScreen({ page, place, locale, timeZone, now }: ReviewsScreenProps) {
  const { t } = useTranslation("homework");
  const { toGive, given, missed, got } = page;
  const heard = got.filter(({ reviews }) => reviews.length > 0);
  return (
    <div className="mx-auto max-w-3xl">
      <HomeworkHead place={place} heading={t("reviews.title")} locale={locale} />
      <div className="grid gap-6">
        <Card title={t("reviews.toGive")}>
          {toGive.length + given.length + missed.length === 0 ? (
            <p className="text-ink-soft">{t("reviews.noneToGive")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {[...toGive, ...given, ...missed].map((request) => (
                <Request key={request.id} request={request} place={place} locale={locale} timeZone={timeZone} now={now} />
              ))}
            </ul>
          )}
        </Card>
        <section aria-labelledby="got" className="grid gap-4">
          <h2 id="got" className="text-lg">
            {t("reviews.got")}
          </h2>
          {heard.length === 0 ? <EmptyState title={t("reviews.noneGot")}>{t("reviews.noneGotText")}</EmptyState> : heard.map((version) => <VersionCard key={version.id} version={version} open locale={locale} timeZone={timeZone} />)}
        </section>
      </div>
    </div>
  );
}

function Request({ request, place, locale, timeZone, now }: { request: ReviewRequest } & Omit<ReviewsScreenProps, "page">) {
  const { t } = useTranslation("homework");
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const to = reviewPath(place.enrolmentId, place.chapterSlug, request.id);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <span className="min-w-0 flex-1">
        <strong>{request.author}</strong>
        <span className="block text-sm text-ink-soft tabular">
          {request.doneAt ? t("reviews.doneAt", { at: when(request.doneAt) }) : request.open ? t(request.dueAt < now ? "reviews.overdue" : "reviews.due", { at: when(request.dueAt) }) : t("reviews.missed")}
        </span>
      </span>
      {request.state === "done" ? <Badge tone="ok">{t("reviews.done")}</Badge> : null}
      {request.open ? (
        <ButtonLink to={to} variant="primary">
          {t("reviews.give")}
        </ButtonLink>
      ) : (
        request.state === "done" && <ButtonLink to={to}>{t("reviews.look")}</ButtonLink>
      )}
    </li>
  );
}
