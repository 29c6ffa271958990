import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { stepPath } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Callout, Card, EmptyState, Meter, PageHeader } from "~/ui";
import type { Contents, ContentsSection } from "./contents.view.server";
import { previewPath, roadPath } from "./paths";
import { SearchForm } from "./SearchForm";
import { SectionMark } from "./SectionMark";

export interface ContentsPageProps {
  contents: Contents;
  enrolmentId: string;
  slug: string;
  locale: Locale;
  timeZone: string;
}

/** The contents of a chapter's preview: what is there, how far one is, where to go on. */
export function ContentsPage(props: ContentsPageProps) {
  const { contents, enrolmentId, slug } = props;
  const { t } = useTranslation("preview");
  const road = roadPath(enrolmentId, slug);
  const title = t("contents.title", { number: contents.number, title: contents.title });
  return (
    <>
      <PageHeader crumbs={[{ to: "/learn", label: t("learn") }, { to: road, label: title }]} title={t("step")} lead={contents.summary} />
      {contents.sections.length === 0 ? (
        <EmptyState title={t("contents.outlineTitle")} action={<ButtonLink to={road}>{t("contents.road")}</ButtonLink>}>
          {t("contents.outline")}
        </EmptyState>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
          <div className="grid min-w-0 gap-6">
            {contents.open ? <Standing {...props} /> : <Locked {...props} />}
            <Card title={t("contents.sections")} look="flush">
              <ol className="divide-y divide-line border-t border-line">
                {contents.sections.map((section, index) => (
                  <SectionLine key={section.id} section={section} number={index + 1} to={contents.open ? previewPath(enrolmentId, slug, section.id) : null} />
                ))}
              </ol>
            </Card>
          </div>
          <aside className="grid min-w-0 gap-6">
            <Card title={t("contents.goals")}>
              <ul className="grid gap-2.5">
                {contents.goals.map((goal) => (
                  <li key={goal} className="flex gap-2.5 leading-relaxed before:mt-[0.8em] before:h-[1.5px] before:w-2.5 before:shrink-0 before:bg-pine">
                    {goal}
                  </li>
                ))}
              </ul>
            </Card>
            <SearchForm label={t("contents.search")} button={t("contents.searchButton")} action="/learn/search" />
          </aside>
        </div>
      )}
    </>
  );
}

function Standing({ contents, enrolmentId, slug, locale, timeZone }: ContentsPageProps) {
  const { t } = useTranslation(["preview", "road"]);
  const { progress, goOn, done, nextStep, dueAt, sections } = contents;
  const first = sections[0];
  return (
    <Card>
      <Meter label={t("contents.sections")} value={progress.finished} max={progress.asked} text={t("contents.progress", { finished: progress.finished, asked: progress.asked })} />
      {!done && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-ink-soft">
          {progress.minutesLeft > 0 && <span>{t("contents.minutesLeft", { count: progress.minutesLeft })}</span>}
          {dueAt !== null && <span>{t("contents.due", { date: formatDate(dueAt, { locale, timeZone, style: "short-date-time" }) })}</span>}
        </p>
      )}
      {done && (
        <Callout kind="note" title={t("contents.doneTitle")} className="mt-4">
          <p>{t("contents.done")}</p>
        </Callout>
      )}
      <div className="mt-4 flex flex-wrap gap-3 max-sm:[&>*]:w-full">
        {done && (
          <ButtonLink variant="primary" to={nextStep === null ? roadPath(enrolmentId, slug) : stepPath(enrolmentId, slug, nextStep)}>
            {nextStep === null ? t("contents.road") : t("contents.nextStep", { step: t(`road:step.${nextStep}`) })}
          </ButtonLink>
        )}
        {goOn !== null && (
          <ButtonLink variant={done ? "secondary" : "primary"} to={previewPath(enrolmentId, slug, goOn.id)}>
            {t(goOn.begun || progress.finished > 0 ? "contents.goOn" : "contents.start", { title: goOn.title })}
          </ButtonLink>
        )}
        {goOn === null && first !== undefined && <ButtonLink to={previewPath(enrolmentId, slug, first.id)}>{t("contents.again")}</ButtonLink>}
      </div>
    </Card>
  );
}

function Locked({ contents: { opensAt }, locale, timeZone }: ContentsPageProps) {
  const { t } = useTranslation("preview");
  return (
    <Callout kind="note" title={t("contents.lockedTitle")}>
      <p>{opensAt === null ? t("contents.lockedNoDate") : t("contents.locked", { date: formatDate(opensAt, { locale, timeZone, style: "short-date-time" }) })}</p>
    </Callout>
  );
}

function SectionLine({ section, number, to }: { section: ContentsSection; number: number; to: string | null }) {
  const { t } = useTranslation("preview");
  const { title, minutes, state, changed, required, activeMs, checkinsLeft } = section;
  const inside = (
    <>
      <span className="flex h-[1lh] items-center">
        <SectionMark state={state} label={t(`section.${state}`)} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className={clsx(state !== "finished" && to !== null && "font-semibold")}>
            <span className="tabular">{number}</span> {title}
          </span>
          {changed && <Badge tone="mist">{t("contents.changed")}</Badge>}
          {!required && <Badge>{t("contents.optional")}</Badge>}
        </span>
        <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft tabular">
          <span>{t("section.minutes", { count: minutes })}</span>
          {activeMs >= 60_000 && <span>{t("section.activeMinutes", { count: Math.round(activeMs / 60_000) })}</span>}
          {state === "reading" && checkinsLeft > 0 && <span>{t("section.checkinsLeft", { count: checkinsLeft })}</span>}
        </span>
      </span>
    </>
  );
  const look = "flex min-h-14 gap-3 px-4 py-3 sm:px-5";
  return (
    <li>
      {to === null ? (
        <div className={clsx(look, "text-ink-soft")}>{inside}</div>
      ) : (
        <Link to={to} className={clsx(look, "-outline-offset-4 hover:bg-paper")}>
          {inside}
        </Link>
      )}
    </li>
  );
}
