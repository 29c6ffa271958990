/** Addresses of this room's pages. The routes are wired to them by `app/routes`. */

/** One's own sheets. */
export const SHEETS_PATH = "/sheets";

/** A sheet; `row` opens the form of a row (`<table>/<row>`), `panel` a tab of the side panel. */
export function sheetPath(sheetId: string, open: { row?: string; panel?: string } = {}): string {
  const query = new URLSearchParams(Object.entries(open).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return `/sheets/${sheetId}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

/** The sheet on paper, with its picture. */
export function sheetPrintPath(sheetId: string): string {
  return `/sheets/${sheetId}/print`;
}

/** Taking over a spreadsheet, after a look at what it would change. */
export function sheetImportPath(sheetId: string): string {
  return `/sheets/${sheetId}/import`;
}

/** The sheet as a spreadsheet. */
export function sheetExportPath(sheetId: string): string {
  return `/sheets/${sheetId}/export.xlsx`;
}

/** Who changed what when, of the sheet or of one cell or row, newest first; answers JSON. */
export function sheetHistoryPath(sheetId: string, { about = "", before }: { about?: string; before?: string } = {}): string {
  const query = new URLSearchParams({ ...(about === "" ? {} : { about }), ...(before === undefined ? {} : { before }) });
  return `/sheets/${sheetId}/history${query.size > 0 ? `?${query.toString()}` : ""}`;
}
