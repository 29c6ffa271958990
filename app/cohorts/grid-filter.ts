/** What of a cohort's grid is shown, as its address says it. */
import { isStep, type Step } from "~/pipeline";

/** Whose rows: everybody, those with something late or failed, or those with a step that waits for a party. */
export const SHOWS = ["all", "late", "failed", "instructor", "examiner", "manager", "learner", "calendar"] as const;
export type Show = (typeof SHOWS)[number];

export interface GridFilter {
  /** A chapter's slug; null: all of them. */
  chapter: string | null;
  show: Show;
  /** Narrows `show` to one step. */
  step: Step | null;
  /** A team with those below it. */
  team: string | null;
  search: string;
  page: number;
}

/** Above this many chapters the grid begins with one of them: a screen is only so wide. */
const CHAPTERS_AT_ONCE = 2;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the filter from the address; what makes no sense is left out. `chapters` are the cohort's, in order. */
export function readGridFilter(query: URLSearchParams, chapters: readonly string[]): GridFilter {
  const wanted = query.get("chapter");
  const first = chapters.length > CHAPTERS_AT_ONCE ? (chapters[0] ?? null) : null;
  const step = query.get("step") ?? "";
  const team = query.get("team") ?? "";
  return {
    chapter: wanted === "all" ? null : (chapters.find((slug) => slug === wanted) ?? first),
    show: SHOWS.find((show) => show === query.get("show")) ?? "all",
    step: isStep(step) ? step : null,
    team: UUID.test(team) ? team : null,
    search: (query.get("q") ?? "").trim().slice(0, 100),
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(query.get("page"))) || 1)),
  };
}

/** The address of `filter` with `change` made to it; any change but of the page goes back to the first one. */
export function gridSearch(filter: GridFilter, change: Partial<GridFilter> = {}): string {
  const { chapter, show, step, team, search, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams({ chapter: chapter ?? "all" });
  if (show !== "all") query.set("show", show);
  if (step && show !== "all") query.set("step", step);
  if (team) query.set("team", team);
  if (search) query.set("q", search);
  if (page > 1) query.set("page", String(page));
  return `?${query.toString()}`;
}
