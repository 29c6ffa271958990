/** The door of the deals for pages and other rooms' pure code. */
export { BUYING_ROLES, type BuyingRole, type Deal, DEAL_RIGHTS, type DealRight, missingRoles, type StageSpan } from "./deal";
export { daysFrom, DEFAULT_LIMITS, isOpen, LOST_FOR, OPEN_STAGES, type OpenStage, type Outcome, type OutcomeReason, OUTCOMES, type Stage, STAGES, WON_FOR } from "./stage";
export { formatMoney, formatShortMoney, isCurrency, minorDigits, type Money, sumMoney, toDecimal, toMinor } from "./money";
export * from "./paths";
export { dealFilterOf, dealSearch } from "./deal-filter";
export { ENTRY_KINDS, type EntryKind, LETTERS, type Letter } from "./receivables/receivable";
export { receivableFilterOf, receivableSearch } from "./receivables/receivable-filter";
// Screens and parts of them.
export { DealsScreen, type DealsScreenProps } from "./screens/DealsScreen";
export { NewDealScreen, type NewDealScreenProps } from "./screens/NewDealScreen";
export { type DealAnswer, DealScreen, type DealScreenProps } from "./screens/DealScreen";
export { SheetChooser, type SheetChooserProps } from "./screens/SheetChooser";
export { DealChooser, type DealChooserProps } from "./screens/DealChooser";
export { DealOnSheet } from "./screens/DealOnSheet";
export { SheetOrigin } from "./screens/SheetOrigin";
export { AgeBadge } from "./screens/AgeBadge";
export { DeadlinesScreen, type DeadlinesScreenProps } from "./screens/DeadlinesScreen";
export { ReceivablesScreen, type ReceivablesScreenProps } from "./screens/ReceivablesScreen";
export { ReceivableScreen, type ReceivableScreenProps } from "./screens/ReceivableScreen";
export { NewInvoiceScreen, type NewInvoiceScreenProps } from "./screens/NewInvoiceScreen";
export { IMPORT_KINDS, type ImportKind } from "./imports/fields";
export { ImportStart } from "./screens/ImportStart";
export { ImportScreen } from "./screens/ImportScreen";
export { TokensScreen } from "./screens/TokensScreen";
