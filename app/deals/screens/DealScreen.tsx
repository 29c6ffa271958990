import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, ButtonLink, Callout, type FormFailure, PageHeader } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import { DEALS_PATH } from "../paths";
import { isOpen } from "../stage";
import { DealHead } from "./DealHead";
import { DealInvoices } from "./DealInvoices";
import { DealSheets } from "./DealSheets";
import { NextAction } from "./NextAction";
import { PeopleByRole } from "./PeopleByRole";
import { StageRoad } from "./StageRoad";
import { Timeline } from "./Timeline";

/** What a form of the page was answered: whose form it was, and why it was not taken. */
export interface DealAnswer {
  form: string;
  failure: FormFailure;
}

export interface DealScreenProps {
  page: DealPage;
  today: string;
  locale: Locale;
  timeZone: string;
  answer: DealAnswer | null;
}

/** A deal: where it stands and since when, who plays which role, what is next, what lies on the table, and what happened. */
export function DealScreen({ page, today, locale, timeZone, answer }: DealScreenProps) {
  const { t } = useTranslation("deals");
  const { deal, right } = page;
  const failureOf = (form: string) => (answer?.form === form ? answer.failure : null);
  const team = right === "work" ? "" : "?of=team";
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={deal.title}
        crumbs={[{ to: DEALS_PATH + team, label: t(right === "work" ? "list.title" : "list.teamTitle") }]}
        lead={deal.accountName}
        badge={<Badge tone={deal.stage === "won" ? "ok" : isOpen(deal.stage) ? "pine" : "neutral"}>{t(`stage.${deal.stage}`)}</Badge>}
        actions={isOpen(deal.stage) && right === "work" && <ButtonLink to="#stages">{t("stages.move")}</ButtonLink>}
      />
      {right !== "work" && (
        <Callout className="mb-6" title={t(`right.${right}`)}>
          <p>{t(`right.${right}Text`)}</p>
        </Callout>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-6">
          <NextAction page={page} today={today} locale={locale} failure={failureOf("next-action")} />
          <StageRoad page={page} today={today} locale={locale} failureOf={failureOf} />
          <PeopleByRole page={page} failureOf={failureOf} />
          <DealSheets page={page} locale={locale} />
        </div>
        <div className="grid min-w-0 gap-6">
          <DealHead page={page} locale={locale} failure={failureOf("change")} />
          <DealInvoices page={page} locale={locale} />
          <Timeline entries={page.timeline} locale={locale} timeZone={timeZone} />
        </div>
      </div>
    </div>
  );
}
