/** Addresses of this room's pages. The routes are wired to them by `app/routes/deals`. */

/** One's own deals. */
export const DEALS_PATH = "/deals";
export const NEW_DEAL_PATH = "/deals/new";
export const RECEIVABLES_PATH = "/deals/receivables";
export const DEAL_IMPORT_PATH = "/deals/import";
export const DEAL_DEADLINES_PATH = "/deals/deadlines";

/** A deal; `anchor` leads to a part of its page. */
export function dealPath(dealId: string, anchor?: "people" | "sheets" | "action" | "timeline" | "stages"): string {
  return `/deals/${dealId}${anchor === undefined ? "" : `#${anchor}`}`;
}

/** Choosing the deal that a sheet goes to. */
export function sheetToDealPath(sheetId: string): string {
  return `/sheets/${sheetId}/deal`;
}

/** Choosing a sheet for a deal. */
export function dealSheetsPath(dealId: string): string {
  return `/deals/${dealId}/sheets`;
}

/** One invoice, its payments and letters. */
export function receivablePath(receivableId: string): string {
  return `/deals/receivables/${receivableId}`;
}

/** Entering an invoice, of a deal where one is given. */
export function newInvoicePath(dealId?: string): string {
  return `/deals/receivables/new${dealId === undefined ? "" : `?deal=${dealId}`}`;
}

/** A file that is being looked at before it is taken. */
export function dealImportPath(importId: string): string {
  return `/deals/import/${importId}`;
}

export const API_TOKENS_PATH = "/account/tokens";
