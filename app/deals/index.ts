/** The door of the deals for pages and other rooms' pure code. */
export { BUYING_ROLES, type BuyingRole, type Deal, DEAL_RIGHTS, type DealRight, missingRoles, type StageSpan } from "./deal";
export { daysFrom, DEFAULT_LIMITS, isOpen, LOST_FOR, OPEN_STAGES, type OpenStage, type Outcome, type OutcomeReason, OUTCOMES, type Stage, STAGES, WON_FOR } from "./stage";
export { formatMoney, formatShortMoney, isCurrency, minorDigits, type Money, sumMoney, toDecimal, toMinor } from "./money";
export * from "./paths";
