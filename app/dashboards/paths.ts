/** Addresses of this room's pages. The routes are wired to them by `app/routes`. */
export const DASHBOARD_PAGES = ["first", "heat", "road", "compare", "effect"] as const;
export type DashboardPage = (typeof DASHBOARD_PAGES)[number];

const PLACES: Record<DashboardPage, string> = { first: "/lead", heat: "/lead/heat", road: "/lead/road", compare: "/lead/compare", effect: "/lead/effect" };

/** What the address of a dashboard may say. */
export const FILTER_KEYS = ["team", "at", "chapter", "by", "measure"] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];
export type Filter = Partial<Record<FilterKey, string | null>>;

/** The filter of an address, in a fixed order and without what is empty. */
export function filterOf(params: URLSearchParams): Filter {
  return Object.fromEntries(FILTER_KEYS.flatMap((key) => (params.get(key) ? [[key, params.get(key)]] : [])));
}

export function queryOf(filter: Filter): string {
  const params = new URLSearchParams();
  for (const key of FILTER_KEYS) if (filter[key]) params.set(key, filter[key]);
  return params.toString();
}

/** A query as it may be kept: what is no filter is left out. */
export function cleanQuery(query: string): string {
  return queryOf(filterOf(new URLSearchParams(query)));
}

export function dashboardPath(page: DashboardPage, filter: Filter = {}): string {
  const query = queryOf(filter);
  return query ? `${PLACES[page]}?${query}` : PLACES[page];
}

/** The people behind a figure. */
export function peoplePath(competency: string, filter: Filter & { standing?: string | null } = {}): string {
  const params = new URLSearchParams({ competency });
  if (filter.team) params.set("team", filter.team);
  if (filter.standing) params.set("standing", filter.standing);
  return `/lead/people?${params.toString()}`;
}

/** What is decided about a gap, and what was. */
export function gapPath(teamId: string, competency: string): string {
  return `/lead/gaps/${teamId}/${competency}`;
}

export function exportPath(page: DashboardPage, format: "csv" | "xlsx", filter: Filter): string {
  const query = queryOf(filter);
  return `/lead/export/${page}.${format}${query ? `?${query}` : ""}`;
}

/** What is overdue now, of the people of a team or of all within reach. */
export function overduePath(team: string | null, page = 1): string {
  const params = new URLSearchParams({ ...(team ? { team } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return params.size > 0 ? `/lead/overdue?${params.toString()}` : "/lead/overdue";
}

export function overdueExportPath(format: "csv" | "xlsx", team: string | null): string {
  return `/lead/export/overdue.${format}${team ? `?team=${team}` : ""}`;
}

/** Takes `POST` with `intent` save or delete. */
export const FILTERS_PATH = "/lead/filters";

/** The progress of the people in the teams below. */
export const PROGRESS_PATH = "/lead/progress";
