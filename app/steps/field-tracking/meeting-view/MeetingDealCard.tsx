import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { dealPath, formatMoney } from "~/deals";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { sheetPath } from "~/sheets";
import { Badge, Card, Disclosure } from "~/ui";
import { ApplicationFacts } from "../ApplicationFacts";
import { DecideForm } from "../manager/DecideForm";
import type { MeetingDeal, MeetingPage } from "../meeting-page.view.server";
import { dealCardPath } from "../paths";
import { MinuteForm } from "./MinuteForm";

interface Props {
  line: MeetingDeal;
  page: Pick<MeetingPage, "meeting" | "people" | "today">;
  nonce: string;
  locale: Locale;
  timeZone: string;
  wall: boolean;
}

/** Problems that are read out per deal on the page; the sheet has them all. */
const MOST_PROBLEMS = 3;
/** People in the choice of every deal's form. */
const MOST_TO_CHOOSE = 40;

/** A deal as the meeting goes through it: how old, what is missing, what was found, what waits; and what is written down. */
export function MeetingDealCard({ line, page, nonce, locale, timeZone, wall }: Props) {
  const { t } = useTranslation("field");
  const { deal, waiting, problems, problemCount, minutes } = line;
  const comma = locale === "zh" ? "、" : ", ";
  return (
    <Card
      as="li"
      level={4}
      title={
        <Link to={dealPath(deal.id)} className="underline-offset-4 hover:text-pine hover:underline">
          {deal.accountName} <span className="font-normal text-ink-soft">· {deal.title}</span>
        </Link>
      }
      aside={<span className="text-sm tabular">{formatMoney({ minor: deal.amountMinor, currency: deal.currency }, locale)}</span>}
    >
      <div className="grid gap-2">
        <Facts line={line} locale={locale} today={page.today} />
        {line.missingRoles.length > 0 && <p className="text-sm">{t("meeting.missingRoles", { roles: line.missingRoles.map((role) => t(`role.${role}`)).join(comma) })}</p>}
        {line.missingTools.length > 0 && <p className="text-sm">{t("meeting.missingTools", { tools: line.missingTools.map((tool) => pick(tool, locale)).join(comma) })}</p>}
        {problemCount > 0 && (
          <ul className="grid gap-1 border-s-2 border-danger ps-3 text-sm">
            {problems.slice(0, MOST_PROBLEMS).map((problem) => (
              <li key={`${problem.sheetId} ${problem.message.zh}`}>
                <Link to={sheetPath(problem.sheetId)} className="underline-offset-4 hover:underline">
                  {pick(problem.tool, locale)}: {pick(problem.message, locale)}
                </Link>
              </li>
            ))}
            {problemCount > Math.min(problems.length, MOST_PROBLEMS) && <li className="text-ink-soft">{t("meeting.moreProblems", { count: problemCount - Math.min(problems.length, MOST_PROBLEMS) })}</li>}
          </ul>
        )}
        {minutes.length > 0 && (
          <ul className="grid gap-1">
            {minutes.map((minute) => (
              <li key={`${String(minute.at)} ${minute.body}`} className="border-s-2 border-pine ps-3">
                {minute.body}
              </li>
            ))}
          </ul>
        )}
        {waiting.map((application) => (
          <div key={application.id} className="rounded-md border border-line bg-paper p-3">
            <p className="font-semibold">{t("meeting.used", { name: personName({ name: application.personName, nameLatin: application.personLatin }, locale), tool: pick(application.tool, locale) })}</p>
            <ApplicationFacts application={application} locale={locale} timeZone={timeZone} />
            {!wall && <DecideForm application={application} />}
          </div>
        ))}
        {!wall && (
          <div className="flex flex-wrap items-start gap-x-4">
            <Link to={dealCardPath(deal.id)} className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">
              {t("own.card")}
            </Link>
            {page.meeting?.running && (
              <Disclosure summary={<span className="text-sm">{t("minute.open")}</span>} name={t("minute.openNamed", { deal: deal.title })} className="max-w-2xl flex-1">
                <MinuteForm meetingId={page.meeting.id} dealId={deal.id} ownerId={deal.ownerId} people={whoMayOwe(page.people, deal.teamId)} today={page.today} nonce={nonce} locale={locale} />
              </Disclosure>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

/** Who may be given a commitment on a deal: anybody of the meeting; in a very large one those of the deal's own team. */
function whoMayOwe(people: MeetingPage["people"], teamId: string | null): MeetingPage["people"] {
  return people.length <= MOST_TO_CHOOSE ? people : people.filter((person) => person.teamId === teamId);
}

function Facts({ line: { deal, daysInStage, deadline, nextActionOver }, locale, today }: { line: MeetingDeal; locale: Locale; today: string }) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft tabular">
        <span className="font-semibold text-ink">{personName({ name: deal.ownerName, nameLatin: deal.ownerLatin }, locale)}</span>
        <span>{t("meeting.inStage", { count: daysInStage })}</span>
        {deadline.over > 0 ? <Badge tone="danger">{t(`meeting.over.${deadline.by}`, { count: deadline.over })}</Badge> : <span>{t(`meeting.deadline.${deadline.by}`, { day: day(deadline.on) })}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-2">
        {deal.nextAction === null ? (
          <Badge tone="danger">{t("meeting.noNextAction")}</Badge>
        ) : (
          <>
            <span>{t("meeting.nextAction", { action: deal.nextAction.text })}</span>
            <span className="text-sm text-ink-soft tabular">{day(deal.nextAction.due)}</span>
            {nextActionOver && deal.nextAction.due < today && <Badge tone="danger">{t("card.over")}</Badge>}
          </>
        )}
      </p>
    </>
  );
}
