import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { Step } from "~/pipeline";
import { Badge, Card, DataList } from "~/ui";
import { type GridFilter, gridSearch } from "./grid-filter";
import { personName } from "./person-name";

export interface WhoWaitsProps {
  groups: readonly {
    party: "instructor" | "examiner" | "manager" | "learner" | "calendar";
    people: readonly { id: string; name: string; nameLatin: string | null }[];
    count: number;
    oldest: Date | null;
    steps: readonly { chapter: string; step: Step; count: number; oldest: Date | null }[];
  }[];
  filter: GridFilter;
  /** Chapter titles by slug, where several are shown. */
  titles: Readonly<Record<string, string>>;
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** 谁在等谁: whoever learners wait for, by name, with how many steps, the oldest deadline, and the way to the rows. */
export function WhoWaits({ groups, filter, titles, locale, timeZone, now }: WhoWaitsProps) {
  const { t } = useTranslation("cohorts");
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" });
  const day = (at: Date) => formatDate(at, { locale, timeZone, style: "short-date" });
  return (
    <Card title={t("waits.title")} id="who-waits">
      <p className="mb-3 text-sm text-ink-soft">{groups.length === 0 ? t("waits.none") : t("waits.lead")}</p>
      <DataList
        items={groups.map((group) => ({
          key: `${group.party} ${group.people.map((person) => person.id).join(" ")}`,
          term: <span className="font-semibold text-ink">{group.people.length > 0 ? list.format(group.people.map((person) => personName(person, locale))) : t(`waits.party.${group.party}`)}</span>,
          value: (
            <ul className="grid gap-1">
              {group.steps.map((line) => (
                <li key={`${line.chapter} ${line.step}`} className="flex flex-wrap items-center gap-x-3">
                  <Link to={gridSearch(filter, { show: group.party, step: line.step, chapter: line.chapter, team: null, search: "" })} className="inline-flex min-h-8 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                    {titles[line.chapter] ? `${titles[line.chapter]} · ` : ""}
                    {t(`waits.line.${group.party}`, { step: t(`road:step.${line.step}`), count: line.count })}
                  </Link>
                  {line.oldest && (group.party === "calendar" || line.oldest >= now) && <span className="text-sm text-ink-soft">{t(group.party === "calendar" ? "waits.opens" : "waits.oldest", { day: day(line.oldest) })}</span>}
                  {line.oldest && group.party !== "calendar" && line.oldest < now && <Badge tone="danger">{t("waits.overdue", { day: day(line.oldest) })}</Badge>}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Card>
  );
}
