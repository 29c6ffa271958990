/** The door of the tool sheets for routes, other rooms' server code and the seed. */
export { createSheet, type CreateSheetError, type NewSheet } from "./create-sheet.server";
export { type Member, setSheetMembers } from "./set-sheet-members.server";
export { lockSheet, unlockSheet } from "./lock-sheet.server";
export { applyEdits, type EditConflict, type EditError, type EditsInput } from "./apply-edits.server";
export { type SheetEdit } from "./live/document";
export { type ReadSheet, readSheet } from "./read-sheet.server";
export { type OpenedSheet, openSheet } from "./open-sheet.server";
export { formatCell } from "./format";
export { assessedSheet } from "./assessed-sheet.server";
export { type Sheet } from "./rows.server";
export { type HistoryEntry, sheetHistory, type SheetHistory } from "./sheet-history.server";
export { type RestoreError, restoreSheet } from "./restore-sheet.server";
export { sheetSummaries, type SheetSummary } from "./sheet-summaries.server";
export { sheetRight, sheetRights } from "./sheet-right.server";
export { type SheetRight } from "./sheet-right";
export { type MemberSheet, sheetsOfMember } from "./sheets-of-member.server";
export { type SheetNews, sheetTopic, type Written } from "./write-sheet.server";
export { watchPresence } from "./live/watch-presence.server";
export { contributions, type PersonsContribution } from "./contributions.server";
// Remarks.
export { addComment, type CommentError, type NewComment } from "./add-comment.server";
export { resolveComment, seeMentions } from "./settle-comment.server";
export { sheetComments, sheetPeople, type WaitingMention, waitingMentions } from "./sheet-comments.server";
// Pages.
export { sheetPage, type SheetPageInput } from "./sheet-page.view.server";
export { historyPage } from "./history-page.view.server";
export { type OwnSheet, type SheetList, sheetList } from "./sheet-list.view.server";
export { startPractice, type StartPracticeError } from "./start-practice.server";
export { readSheetForm } from "./read-sheet-form.server";
// Definitions: what sheets there are.
export { loadDefinition, type SheetKind, sheetKinds } from "./definitions.server";
export { publishSheets, type PublishSheetsReport } from "./publish-sheets.server";
// To Excel and back.
export { exportSheet } from "./export-sheet.server";
export { type ImportPlan, planImport, type PlanImportError } from "./plan-import.server";
export { takeImport } from "./take-import.server";
// Numbers and days as people write them, for other rooms' forms and imports.
export { readAmount, type ReadCell } from "./read-amount";
export { readDay } from "./read-day";
// A workbook from elsewhere, checked before anybody unpacks it.
export { checkWorkbook } from "./xlsx/check-zip.server";
export { setSheetTeam } from "./set-sheet-members.server";
