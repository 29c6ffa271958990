import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { teamName } from "~/cohorts";
import { OPEN_STAGES, type OpenStage } from "~/deals";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Card, EmptyState, Flash, type FlashMessage, PageHeader, Pagination, SubmitButton } from "~/ui";
import { DEALS_PER_PAGE } from "../meeting";
import type { MeetingPage } from "../meeting-page.view.server";
import { COACH_PATH, meetingPath, meetingStagePath } from "../paths";
import { Commitments } from "./Commitments";
import { Funnel } from "./Funnel";
import { Letters } from "./Letters";
import { MeetingDealCard } from "./MeetingDealCard";
import { MinuteForm } from "./MinuteForm";

export interface MeetingScreenProps {
  page: MeetingPage;
  /** For ids of what is sent; new with each load. */
  nonce: string;
  locale: Locale;
  timeZone: string;
  flash: FlashMessage[];
  /** On a projector: larger, nothing to press. */
  wall?: boolean;
}

/** A team's sales meeting: what was promised, the funnel, deal by deal. */
export function MeetingScreen({ page, nonce, locale, timeZone, flash, wall = false }: MeetingScreenProps) {
  const { t } = useTranslation("field");
  const { team, meeting, previousOn, commitments, people, today } = page;
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
  const name = teamName({ teamZh: team.nameZh, teamEn: team.nameEn }, locale);
  const running = meeting?.running ?? false;
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={t("meeting.title", { team: name })}
        badge={running ? <Badge tone="pine">{t("meeting.running")}</Badge> : undefined}
        lead={meeting === null ? (previousOn === null ? t("meeting.first") : t("meeting.previous", { day: day(previousOn) })) : t("meeting.held", { day: day(meeting.heldOn), who: meeting.ledBy })}
        crumbs={wall ? [] : [{ to: COACH_PATH, label: t("coach.title") }]}
        actions={wall ? undefined : <Acts page={page} running={running} />}
      />
      <Flash messages={flash} />
      <div className="grid gap-8">
        <section aria-labelledby="commitments">
          <h2 id="commitments" className="mb-3 text-lg">
            {t("meeting.commitments")}
          </h2>
          {commitments.length === 0 ? (
            <EmptyState level={3} title={t("meeting.noCommitments")}>
              {t("meeting.noCommitmentsText")}
            </EmptyState>
          ) : (
            <Commitments commitments={commitments} locale={locale} mayAct={!wall} />
          )}
        </section>
        <section aria-labelledby="funnel">
          <h2 id="funnel" className="mb-3 text-lg">
            {t("meeting.funnel")}
          </h2>
          <Funnel stages={page.funnel} to={(stage) => (page.part.stage === null || page.part.stage === stage ? `#stage-${stage}` : meetingStagePath(team.id, stage))} locale={locale} />
          {page.part.stage !== null && (
            <Link to={meetingPath(team.id)} className="mt-2 inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {t("meeting.allStages")}
            </Link>
          )}
        </section>
        {page.funnel.every(({ count }) => count === 0) && (
          <EmptyState level={2} title={t("meeting.noDeals")}>
            {t("meeting.noDealsText")}
          </EmptyState>
        )}
        {[...OPEN_STAGES].reverse().map((stage) => {
          const own = page.deals.filter(({ deal }) => deal.stage === stage);
          const total = page.funnel.find((one) => one.stage === stage)?.count ?? 0;
          if (own.length === 0) return null;
          return (
            <section key={stage} aria-labelledby={`stage-${stage}`}>
              <h3 id={`stage-${stage}`} className="mb-3 scroll-mt-4 text-lg">
                {t(`stage.${stage}`)} <span className="font-normal text-ink-soft tabular">{total}</span>
              </h3>
              <ul className="grid gap-4 xl:grid-cols-2 xl:items-start">
                {own.map((line) => (
                  <MeetingDealCard key={line.deal.id} line={line} page={page} nonce={nonce} locale={locale} timeZone={timeZone} wall={wall} />
                ))}
              </ul>
              {page.part.stage === stage ? (
                <Pagination page={page.part.page} pageSize={DEALS_PER_PAGE} total={total} to={(at) => meetingStagePath(team.id, stage, at)} />
              ) : (
                total > own.length && <More team={team.id} stage={stage} total={total} shown={own.length} wall={wall} />
              )}
            </section>
          );
        })}
        {page.letters.length > 0 && <Letters letters={page.letters} total={page.letterCount} locale={locale} />}
        {(page.minutes.length > 0 || (running && !wall)) && (
          <Card title={t("meeting.minutes")}>
            <ul className="grid gap-1">
              {page.minutes.map((minute) => (
                <li key={`${String(minute.at)} ${minute.body}`} className="border-s-2 border-pine ps-3">
                  {minute.body}
                </li>
              ))}
            </ul>
            {running && !wall && meeting && (
              <div className="mt-4">
                <MinuteForm meetingId={meeting.id} dealId={null} ownerId={people[0]?.id ?? null} people={people} today={today} nonce={nonce} locale={locale} />
              </div>
            )}
          </Card>
        )}
      </div>
    </div>
  );
}

/** The way to the deals of a stage that the page does not show; on the wall their number. */
function More({ team, stage, total, shown, wall }: { team: string; stage: OpenStage; total: number; shown: number; wall: boolean }) {
  const { t } = useTranslation("field");
  if (wall) return <p className="mt-3 text-ink-soft tabular">{t("meeting.more", { count: total - shown })}</p>;
  return (
    <Link to={meetingStagePath(team, stage)} className="mt-2 inline-flex min-h-11 items-center text-pine underline underline-offset-4 tabular">
      {t("meeting.allOfStage", { count: total, stage: t(`stage.${stage}`) })}
    </Link>
  );
}

function Acts({ page: { meeting, team }, running }: { page: MeetingPage; running: boolean }) {
  const { t } = useTranslation("field");
  return (
    <>
      <ButtonLink to={meetingPath(team.id, "wall")} target="_blank" variant="secondary">
        {t("meeting.wall")}
      </ButtonLink>
      <Form method="post">
        {meeting && <input type="hidden" name="meeting" value={meeting.id} />}
        <SubmitButton name="intent" value={running ? "end" : "begin"} variant={running ? "secondary" : "primary"}>
          {running ? t("meeting.end") : meeting ? t("meeting.goOn") : t("meeting.begin")}
        </SubmitButton>
      </Form>
    </>
  );
}
