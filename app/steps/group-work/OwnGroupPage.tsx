import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName, roadPath, teamName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Step, StepState } from "~/pipeline";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { sheetPath } from "~/sheets/paths";
import { Avatar, Callout, Card, EmptyState, Flash, type FlashMessage, type FormFailure, PageHeader } from "~/ui";
import { BeginSheetForm } from "./BeginSheetForm";
import { GroupNotices, type GroupNoticesProps } from "./GroupNotices";
import { OwnSheetCard, type OwnSheetCardProps } from "./OwnSheetCard";
import { ownGroupNewsPath } from "./paths";

export interface OwnGroupPageProps {
  enrolment: { enrolmentId: string; cohortId: string; chapterSlug: string; timeZone: string };
  chapterTitle: string;
  work: {
    step: { state: StepState; opensAt: Date | null; behind: Step | null };
    requireComplete: boolean;
    group: { id: string; name: string; members: readonly { enrolmentId: string; name: string; nameLatin: string | null; teamZh: string | null; teamEn: string | null }[] } | null;
    tools: readonly { tool: { key: string; title: Bilingual; purpose: Bilingual }; sheet: OwnSheetCardProps["sheet"] | null }[];
    earlier: readonly { id: string; sheetId: string; groupName: string; customer: string; state: OwnSheetCardProps["sheet"]["state"] }[];
    broadcasts: GroupNoticesProps["broadcasts"];
  };
  instructors: readonly string[];
  messages: readonly FlashMessage[];
  /** The last answer, with the tool or sheet that it is about. */
  failure: FormFailure | null;
  about: string | null;
  locale: Locale;
  now: Date;
}

/** A learner's group at work on a chapter. */
export function OwnGroupPage({ enrolment, chapterTitle, work, instructors, messages, failure, about, locale, now }: OwnGroupPageProps) {
  const { t } = useTranslation("group-work");
  const { enrolmentId, chapterSlug, timeZone } = enrolment;
  useNews(ownGroupNewsPath(enrolmentId, chapterSlug), useQuietRevalidation());
  const { group } = work;
  const names = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" }).format([...instructors]);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} lead={t("own.lead")} crumbs={[{ to: roadPath(enrolmentId, chapterSlug), label: chapterTitle }]} />
      <Flash messages={messages} />
      <div className="mt-4">
        <GroupNotices broadcasts={work.broadcasts} now={now} locale={locale} timeZone={timeZone} />
      </div>
      <div className="grid gap-6">
        <Standing step={work.step} locale={locale} timeZone={timeZone} now={now} />
        {group ? (
          <Card title={group.name} aside={<span className="text-sm text-ink-soft tabular">{t("people", { count: group.members.length })}</span>}>
            <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {group.members.map((member) => (
                <li key={member.enrolmentId} className="flex items-center gap-3">
                  <Avatar name={member.name} size="sm" />
                  <span className="min-w-0">
                    {personName(member, locale)} {member.enrolmentId === enrolmentId && <span className="text-sm text-ink-soft">{t("own.you")} </span>}
                    <span className="text-sm text-ink-soft">{teamName(member, locale)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ) : (
          <EmptyState title={t("own.noGroup")}>{names ? t("own.noGroupText", { names }) : t("own.noGroupNobody")}</EmptyState>
        )}
        {group && work.tools.length === 0 && <EmptyState title={t("own.noTool")}>{t("own.noToolText")}</EmptyState>}
        {group &&
          work.tools.map(({ tool, sheet }) =>
            sheet ? (
              <OwnSheetCard key={tool.key} tool={pick(tool.title, locale)} sheet={sheet} members={group.members.length} requireComplete={work.requireComplete} failure={about === sheet.id ? failure : null} locale={locale} timeZone={timeZone} />
            ) : (
              <Card key={tool.key} title={pick(tool.title, locale)}>
                <p className="mb-4 text-ink-soft">{pick(tool.purpose, locale)}</p>
                <BeginSheetForm tool={tool.key} failure={about === tool.key ? failure : null} />
              </Card>
            ),
          )}
        {work.earlier.length > 0 && (
          <Card title={t("own.earlier")}>
            <p className="mb-2 text-sm text-ink-soft">{t("own.earlierText")}</p>
            <ul className="divide-y divide-line">
              {work.earlier.map((sheet) => (
                <li key={sheet.id} className="flex flex-wrap items-center justify-between gap-x-4">
                  <Link to={sheetPath(sheet.sheetId)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                    {t("own.earlierSheet", { group: sheet.groupName, customer: sheet.customer })}
                  </Link>
                  <span className="text-sm text-ink-soft">{t(`state.${sheet.state}`)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </div>
  );
}

/** Where the step stands for this learner, where that needs saying. */
function Standing({ step, locale, timeZone, now }: { step: OwnGroupPageProps["work"]["step"]; locale: Locale; timeZone: string; now: Date }) {
  const { t } = useTranslation(["group-work", "road"]);
  if (step.state === "passed" || step.state === "waived") return <Callout kind="key" title={t(`own.step.${step.state}`)}>{t("own.step.done")}</Callout>;
  if (step.behind) return <Callout kind="note" title={t("own.step.behind", { step: t(`road:step.${step.behind}`) })}>{t("own.step.behindText")}</Callout>;
  if (step.opensAt && step.opensAt > now && step.state === "locked") return <Callout kind="note" title={t("own.step.notYet", { day: formatDate(step.opensAt, { locale, timeZone, style: "short-date-time" }) })}>{t("own.step.notYetText")}</Callout>;
  return null;
}
