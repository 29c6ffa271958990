import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import { Callout, Disclosure, ExportLinks, FilterFields, PageHeader, Select, SubmitButton, Tabs, TextField } from "~/ui";
import type { Frame } from "./frame.server";
import "./wall.css";
import { SavedFilters } from "./SavedFilters";
import { type DashboardPage, dashboardPath, exportPath, FILTER_KEYS, overduePath, PROGRESS_PATH } from "./paths";

export interface LeadFrameProps {
  page: DashboardPage;
  title: string;
  lead: string;
  frame: Frame;
  locale: Locale;
  /** Further fields of this page's filter. */
  fields?: ReactNode;
  /** Keys of the filter that `fields` sets: the others are carried along. */
  own?: readonly string[];
  /** The filter is what the page is about: it stands open. */
  open?: boolean;
  children: ReactNode;
}

/** Head, tabs, filter and exports around every dashboard. The filter is the address: what is seen can be sent to somebody. */
export function LeadFrame({ page, title, lead, frame, locale, fields, own = [], open = false, children }: LeadFrameProps) {
  const { t } = useTranslation("dashboards");
  const { filter, teams, top, day, tooEarly } = frame;
  const carried = FILTER_KEYS.filter((key) => key !== "team" && key !== "at" && !own.includes(key) && filter[key]);
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <LeadTabs team={filter.team ?? null} at={filter.at ?? null} />
      <Disclosure summary={t("frame", { part: top ? pick(top.name, locale) : t("partAll"), day: day?.day ?? t("now") })} name={t("frameName")} open={open} className="-mt-4 mb-4 print:hidden" summaryClass="text-sm text-ink-soft">
        <Form>
          <FilterFields>
        <Select key={top?.id} label={t("part")} name="team" defaultValue={filter.team ?? ""} placeholder={t("partAll")} options={teams.map((one) => ({ value: one.id, label: `${"\u2003".repeat(one.depth)}${pick(one.name, locale)}` }))} className="w-60 max-sm:w-full" />
        <TextField key={filter.at} type="date" label={t("day")} name="at" defaultValue={filter.at ?? ""} required={false} className="w-44 max-sm:min-w-0 max-sm:flex-1" />
        {fields}
            {carried.map((key) => (
              <input key={key} type="hidden" name={key} value={filter[key] ?? ""} />
            ))}
            <SubmitButton variant="secondary">{t("show")}</SubmitButton>
          </FilterFields>
        </Form>
        <SavedFilters page={page} frame={frame} />
        <ExportLinks to={(format) => exportPath(page, format, filter)} />
      </Disclosure>
      {tooEarly && (
        <Callout kind="note" title={t("tooEarly")}>
          <p>{tooEarly.first === null ? t("nothingKept") : t("firstKept", { day: tooEarly.first })}</p>
        </Callout>
      )}
      {day && (
        <Callout kind="note" title={t("asOf", { day: day.day })}>
          <p>{t(`kept.${day.how}`)}</p>
        </Callout>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">{children}</div>
    </>
  );
}

export function LeadTabs({ team, at }: { team: string | null; at: string | null }) {
  const { t } = useTranslation("dashboards");
  const filter = { team, at };
  return (
    <div data-lead>
      <Tabs
        label={t("pages")}
        tabs={[
          { to: dashboardPath("first", filter), label: t("tab.first"), end: true },
          { to: dashboardPath("heat", filter), label: t("tab.heat") },
          { to: dashboardPath("road", filter), label: t("tab.road") },
          { to: dashboardPath("compare", filter), label: t("tab.compare") },
          { to: dashboardPath("effect", filter), label: t("tab.effect") },
          { to: overduePath(team), label: t("tab.overdue") },
          { to: `${PROGRESS_PATH}${team ? `?team=${team}` : ""}`, label: t("tab.progress") },
        ]}
      />
    </div>
  );
}
