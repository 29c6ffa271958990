/** The door of the tool sheets for pages and other rooms' components. */
import "./sheets.css";

export * from "./paths";
export { connectLive } from "./client/connect";
export { OwnSheets, type OwnSheetsProps } from "./OwnSheets";
export { MentionList } from "./MentionList";
export { SheetImport, type SheetImportAnswer, type SheetImportProps } from "./SheetImport";
export { SheetPrint } from "./SheetPrint";
export { SheetEditor, type SheetEditorProps } from "./SheetEditor";
export { SheetProgress, type SheetProgressProps } from "./SheetProgress";
export { SheetView, type SheetViewProps } from "./SheetView";
export { SheetPicture, type SheetPictureProps } from "./SheetPicture";
export type { SheetAnswer } from "./sheet-answer";
export type { SheetScreen } from "./sheet-screen";
// What rules over sheets of other rooms need.
export type { CellAddress, SheetContent } from "./content";
export type { CellDefinition, SheetDefinition } from "./definition";
export type { Evaluation, Finding, Missing } from "./evaluation";
