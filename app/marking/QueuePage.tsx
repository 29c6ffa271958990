import { Form, Link } from "@remix-run/react";
import { type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Callout, Card, EmptyState, PageHeader, SubmitButton } from "~/ui";
import { EVERYTHING, filterQuery, isNarrowed, type QueueFilter } from "./filter";
import { DoneFlash } from "./MarkingFrame";
import { markingPath } from "./paths";
import type { QueuePage as Page } from "./queue-page.view.server";
import { QueueFilters } from "./QueueFilters";
import { QueueTable } from "./QueueTable";

export interface QueuePageProps {
  page: Page;
  filter: QueueFilter;
  /** Id of the line before the first that is shown; null at the beginning. */
  after: string | null;
  locale: Locale;
  timeZone: string;
  /** Below the list: ways to what belongs to marking elsewhere. */
  children?: ReactNode;
}

/** Everything that waits for a person's mark: who is blocked longest stands first. */
export function QueuePage({ page, filter, after, locale, timeZone, children }: QueuePageProps) {
  const { t } = useTranslation("marking");
  const { lines, total, facets, closed } = page;
  const query = filterQuery(filter);
  const atClosed = closed.find(({ id }) => id === filter.cohortId);
  return (
    <>
      <DoneFlash done={page.done} queue={query} />
      <PageHeader
        title={t("title")}
        lead={total > 0 && !atClosed && `${t("lead", { count: total })}${t("leadBlocked", { count: page.blocked })}`}
        actions={
          total > 0 && (
            <Form method="post" action={markingPath(query)}>
              <SubmitButton name="intent" value="begin" variant="primary">
                {t("begin")}
              </SubmitButton>
            </Form>
          )
        }
      />
      {atClosed && (
        <Callout kind="note" title={t("closed.title", { cohort: atClosed.name })}>
          {t("closed.text")} <Link to={markingPath()} className="font-semibold underline underline-offset-4">{t("closed.back")}</Link>
        </Callout>
      )}
      {facets.total > 0 && !atClosed && <QueueFilters facets={facets} filter={filter} locale={locale} />}
      {lines.length > 0 ? (
        <Card look="flush">
          <QueueTable lines={lines} manyCohorts={facets.cohorts.length > 1} locale={locale} timeZone={timeZone} />
        </Card>
      ) : isNarrowed(filter) && (facets.total > 0 || filter.cohortId !== null) ? (
        <EmptyState title={t("noneHere")} action={<ButtonLink to={markingPath()}>{t("filter.all")}</ButtonLink>}>
          {t("noneHereText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      )}
      <nav aria-label={t("pages")} className="mt-4 flex flex-wrap justify-between gap-3">
        {after !== null && <ButtonLink to={markingPath(query)}>{t("fromStart")}</ButtonLink>}
        {page.more !== null && (
          <ButtonLink to={markingPath(new URLSearchParams([...new URLSearchParams(query), ["after", page.more]]).toString())} rel="next" className="ms-auto">
            {t("more")}
          </ButtonLink>
        )}
      </nav>
      {!atClosed && closed.length > 0 && (
        <ul className="mt-6 grid gap-1 text-ink-soft">
          {closed.map(({ id, name, left }) => (
            <li key={id}>
              {t("closed.left", { cohort: name, count: left })}{" "}
              <Link to={markingPath(filterQuery({ ...EVERYTHING, cohortId: id }))} className="inline-flex items-center font-semibold text-pine underline underline-offset-4 coarse:min-h-11">
                {t("closed.look")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {children}
    </>
  );
}
