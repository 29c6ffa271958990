import { Link } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
import { CohortTabs } from "../CohortTabs";
import { COHORTS_PATH } from "../paths";
import { SessionTime } from "./SessionTime";

interface PlannedListProps {
  cohort: { id: string; name: string };
  lead: string;
  /** Where the next one is planned; null for who may not. */
  plan: { to: string; label: string } | null;
  empty: { title: string; text: string };
  /** Between the tabs and the list. */
  note?: ReactNode;
  /** `PlannedItem`s. */
  children: ReactNode[];
}

/** The page of a cohort's classes, role-plays or defense days. Needs the texts of `cohorts`. */
export function PlannedList({ cohort, lead, plan, empty, note, children }: PlannedListProps) {
  const { t } = useTranslation("cohorts");
  const button = plan && (
    <ButtonLink to={plan.to} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
      {plan.label}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={cohort.name} lead={lead} crumbs={[{ to: COHORTS_PATH, label: t("list.title") }]} />
      <CohortTabs cohortId={cohort.id} />
      {note}
      {children.length === 0 ? (
        <EmptyState title={empty.title} action={button}>
          {empty.text}
        </EmptyState>
      ) : (
        <div className="grid max-w-4xl gap-4">
          <div>{button}</div>
          <Card look="flush">
            <ul>{children}</ul>
          </Card>
        </div>
      )}
    </>
  );
}

interface PlannedItemProps {
  to: string;
  session: { title: string; startsAt: Date; endsAt: Date; timeZone: string };
  badge: ReactNode;
  /** What it is about, and where; a line each. */
  lines: (string | null)[];
  /** How far it is, at the end of the line. */
  progress?: ReactNode;
  locale: Locale;
  readerZone: string;
}

/** One of them in the list; all of it leads to its page. */
export function PlannedItem({ to, session, badge, lines, progress, locale, readerZone }: PlannedItemProps) {
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 hover:bg-paper sm:grid-cols-[1fr_auto] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-lg">
            <Link to={to} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
              {session.title}
            </Link>
          </h2>
          {badge}
        </div>
        <p className="text-ink-soft">
          <SessionTime session={session} locale={locale} readerZone={readerZone} />
        </p>
        {lines.map((line) => line && <p key={line} className="text-sm break-words text-ink-soft">{line}</p>)}
      </div>
      {progress && <p className="self-center text-sm text-ink-soft tabular sm:text-end">{progress}</p>}
    </li>
  );
}
