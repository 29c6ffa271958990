import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { Button, Select, TextField } from "~/ui";
import { type GridFilter, gridSearch, type Show } from "./grid-filter";

/** The filters with a count of their own; the others are reached from "who waits for whom". */
const USUAL = ["all", "instructor", "late", "failed"] as const satisfies readonly Show[];

export interface GridToolbarProps {
  filter: GridFilter;
  counts: Record<(typeof USUAL)[number], number>;
  chapters: readonly { slug: string; label: string }[];
  teams: readonly { id: string; label: string }[];
}

/** The filters of a cohort's grid: links for what is asked most, a form for team and name. All of it is in the address. */
export function GridToolbar({ filter, counts, chapters, teams }: GridToolbarProps) {
  const { t } = useTranslation("cohorts");
  const special = (USUAL as readonly Show[]).includes(filter.show) ? [] : [filter.show];
  return (
    <div className="mb-4 grid gap-4">
      {chapters.length > 1 && (
        <nav aria-label={t("grid.chapters")} className="flex flex-wrap gap-2">
          {[...chapters, { slug: null, label: t("grid.allChapters") }].map((chapter) => (
            <Chip key={chapter.slug} to={gridSearch(filter, { chapter: chapter.slug })} on={filter.chapter === chapter.slug}>
              {chapter.label}
            </Chip>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <nav aria-label={t("grid.filters")} className="flex flex-wrap gap-2">
          {USUAL.map((show) => (
            <Chip key={show} to={gridSearch(filter, { show, step: null })} on={filter.show === show && (show === "all" || filter.step === null)}>
              {t(`show.${show}`)} <span className="font-normal tabular">{counts[show]}</span>
            </Chip>
          ))}
          {(special.length > 0 || filter.step) && (
            <Chip to={gridSearch(filter, { show: "all", step: null })} on>
              {[t(`show.${filter.show}`), filter.step && t(`road:step.${filter.step}`)].filter(Boolean).join(" · ")} ×
            </Chip>
          )}
        </nav>
        <Form role="search" className="flex flex-wrap items-end gap-3 max-sm:w-full">
          <input type="hidden" name="chapter" value={filter.chapter ?? "all"} />
          {filter.show !== "all" && <input type="hidden" name="show" value={filter.show} />}
          {filter.step && <input type="hidden" name="step" value={filter.step} />}
          <TextField key={filter.search} label={t("grid.search")} name="q" type="search" defaultValue={filter.search} className="w-52 max-sm:w-full" />
          <Select key={filter.team} label={t("grid.team")} name="team" defaultValue={filter.team ?? ""} placeholder={t("grid.anyTeam")} options={teams.map((team) => ({ value: team.id, label: team.label }))} className="w-44 max-sm:min-w-0 max-sm:flex-1" />
          <Button type="submit" variant="secondary">
            {t("grid.apply")}
          </Button>
        </Form>
      </div>
    </div>
  );
}

function Chip({ to, on, children }: { to: string; on: boolean; children: React.ReactNode }) {
  return (
    <Link
      to={to}
      preventScrollReset
      aria-current={on ? "true" : undefined}
      className={clsx("inline-flex min-h-9 items-center gap-1.5 rounded-md border px-3 text-sm coarse:min-h-11", on ? "border-pine bg-pine-soft font-semibold text-pine-deep" : "border-line-strong bg-surface hover:border-ink-soft")}
    >
      {children}
    </Link>
  );
}
