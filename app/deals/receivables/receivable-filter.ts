/** What the ledger's page shows; it stands in the address. */
export interface ReceivableFilter {
  of: "mine" | "team";
  show: "open" | "overdue" | "all";
  page: number;
}

export const RECEIVABLE_PAGE_SIZE = 50;

/** Reads the filter of an address; what makes no sense is left out. */
export function receivableFilterOf(params: URLSearchParams): ReceivableFilter {
  const show = params.get("show");
  return { of: params.get("of") === "team" ? "team" : "mine", show: show === "overdue" || show === "all" ? show : "open", page: Math.min(10_000, Math.max(1, Math.trunc(Number(params.get("page"))) || 1)) };
}

/** The address of a filter, without what is usual. */
export function receivableSearch(filter: ReceivableFilter, change: Partial<ReceivableFilter> = {}): string {
  const { of, show, page } = { ...filter, page: 1, ...change };
  const params = new URLSearchParams();
  if (of !== "mine") params.set("of", of);
  if (show !== "open") params.set("show", show);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `?${params.toString()}` : "";
}
