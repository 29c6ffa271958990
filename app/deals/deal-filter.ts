import { type Stage, STAGES } from "./stage";

/** What a list of deals shows; it stands in the address. */
export interface DealListFilter {
  /** Own deals, or those of the people below. */
  of: "mine" | "team";
  /** On the road, or won and lost. */
  state: "open" | "closed";
  stage: Stage | null;
  /** Only those beyond their deadline, or with an action overdue or none at all. */
  only: "late" | "action" | null;
  search: string;
  page: number;
}

export const DEAL_PAGE_SIZE = 50;

/** Reads the filter of an address; what makes no sense is left out. */
export function dealFilterOf(params: URLSearchParams): DealListFilter {
  const stage = STAGES.find((known) => known === params.get("stage")) ?? null;
  const only = params.get("only");
  return {
    of: params.get("of") === "team" ? "team" : "mine",
    state: params.get("state") === "closed" ? "closed" : "open",
    stage,
    only: only === "late" || only === "action" ? only : null,
    search: (params.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 80),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(params.get("page"))) || 1)),
  };
}

/** The address of a filter, without what is usual. */
export function dealSearch(filter: DealListFilter, change: Partial<DealListFilter> = {}): string {
  const { of, state, stage, only, search, page } = { ...filter, page: 1, ...change };
  const params = new URLSearchParams();
  if (of !== "mine") params.set("of", of);
  if (state !== "open") params.set("state", state);
  if (stage !== null) params.set("stage", stage);
  if (only !== null) params.set("only", only);
  if (search !== "") params.set("q", search);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `?${params.toString()}` : "";
}
