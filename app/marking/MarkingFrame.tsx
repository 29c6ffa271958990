import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, type Crumb, Flash, PageHeader } from "~/ui";
import { Beside } from "./Beside";
import { ClaimLine } from "./ClaimLine";
import type { DoneMark, MarkingPlace } from "./marking-place.view.server";
import { short } from "./points";

export interface MarkingFrameProps {
  place: MarkingPlace;
  /** Who has it in hand now: `useClaim(place)`. */
  claim: MarkingPlace["claim"];
  /** Who handed it in. */
  title: string;
  badge?: ReactNode;
  /** What it is, before the time it waits. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** What went wrong, above everything. */
  notice?: ReactNode;
  /** The work, beside the rubric on a desk and above it on a phone. */
  exhibit: ReactNode;
  /** The rubric: a `RubricForm`. */
  children: ReactNode;
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** The page on which one thing is marked, whatever its kind: head with the ways on, claim, work and rubric always together. */
export function MarkingFrame({ place, claim, title, badge, lead, crumbs = [], notice, exhibit, children, locale, timeZone, now }: MarkingFrameProps) {
  const { t } = useTranslation("marking");
  const { item } = place;
  const late = item?.dueAt != null && item.dueAt < now;
  return (
    <>
      <DoneFlash done={place.done} queue={place.queue} />
      <PageHeader
        title={title}
        badge={item === null ? <Badge tone="ok">{t("marked")}</Badge> : late ? <Badge tone="danger">{t("overdue")}</Badge> : badge}
        lead={
          <span className="tabular">
            {lead}
            {item && (
              <>
                {t("dot")}
                {t("waitingSince", { at: formatDate(item.waitingSince, { locale, timeZone, style: "short-date-time" }) })}
                {item.blockedCount > 1 && `${t("dot")}${t("blocks", { count: item.blockedCount })}`}
              </>
            )}
          </span>
        }
        crumbs={[{ to: place.queuePath, label: t("title") }, ...crumbs]}
        actions={<Ways place={place} />}
      />
      {notice}
      <ClaimLine place={place} claim={claim} locale={locale} timeZone={timeZone} />
      <Beside exhibit={exhibit}>{children}</Beside>
    </>
  );
}

function Ways({ place }: { place: MarkingPlace }) {
  const { t } = useTranslation("marking");
  return (
    <>
      <span className="text-sm text-ink-soft tabular">{t("left", { count: place.waiting })}</span>
      {place.previous && <ButtonLink to={place.previous}>{t("previous")}</ButtonLink>}
      {place.next && <ButtonLink to={place.next}>{t(place.item === null ? "next" : "skip")}</ButtonLink>}
    </>
  );
}

/** What was marked just before, with the way back to it. */
export function DoneFlash({ done, queue }: { done: DoneMark | null; queue: string }) {
  const { t } = useTranslation("marking");
  if (done === null) return <Flash />;
  const separator = done.path.includes("?") ? "&" : "?";
  const to = queue === "" ? done.path : `${done.path}${separator}queue=${encodeURIComponent(queue)}`;
  const text = done.points === null || done.max === null ? t("doneWithout", { title: done.title }) : t("done", { title: done.title, points: short(done.points), max: short(done.max) });
  return (
    <Flash
      messages={[
        {
          id: `${done.id} ${done.points}`,
          tone: "ok",
          text,
          action: (
            <Link to={to} className="inline-flex min-h-11 shrink-0 items-center px-2 font-semibold text-pine underline underline-offset-4">
              {t("undo")}
            </Link>
          ),
        },
      ]}
    />
  );
}
