/** The door of the deals for routes, other rooms' server code and the seed. */
export { type AccountChoice, type Account, accountsOf } from "./choose-account.server";
export { createDeal, type CreateDealError, type NewDeal } from "./create-deal.server";
export { changeDeal, type ChangeDealError, type DealChange } from "./change-deal.server";
export { moveStage, type MoveStageError, type MoveStageInput } from "./move-stage.server";
export { correctStage, type CorrectStageError, type CorrectStageInput } from "./correct-stage.server";
export { setNextAction, type NextActionError, type NextActionInput } from "./set-next-action.server";
export { addContact, contactLeft, type DealPersonError, type NewContact, setRoles } from "./deal-people.server";
export { addSheetToDeal, type AddSheetError, type AddSheetInput, removeSheetFromDeal } from "./add-sheet-to-deal.server";
export { dealRight } from "./deal-right.server";
export { findDeal } from "./find-deal.server";
export { type DealFilter, dealsById, dealsOf, dealsOfTeams } from "./deals-of.server";
export { type Contact, contactsOf } from "./contacts-of.server";
export { type DealSheet, dealSheets, sheetsOfDeals } from "./deal-sheets.server";
export { type DealWithHistory, dealsWithStageHistory, openDealsWithStageHistory } from "./funnel.server";
export { stageHistories } from "./rows.server";
export { setStageLimits, type StageLimits, stageLimits } from "./stage-limits.server";
export { dealOfSheet, sheetChoices, type SheetOnDeal } from "./sheet-choice.view.server";
export { readDate, readMoney } from "./read-text.server";
// Pages.
export { dealsPage, listed, type ListedDeal } from "./deals-page.view.server";
export { dealPage, type DealPage } from "./deal-page.view.server";
// Receivables.
export { bookEntry, enterInvoice, type EntryError, type NewInvoice, type NewInvoiceError, noteLetter } from "./receivables/write-receivable.server";
export { type InvoiceLine, receivablesOf } from "./receivables/invoices-of.server";
export { ledgerSums, type LedgerSums } from "./receivables/ledger.server";
export { type BonusEffect, bonusEffects, bonusRule, setBonusRule } from "./receivables/bonus.server";
export { receivablesPage } from "./receivables/receivables-page.view.server";
export { receivablePage } from "./receivables/receivable-page.view.server";
// Writing without asking for rights: for who has asked already (the seed, imports, meetings).
export { findOrAddAccount } from "./choose-account.server";
export { insertDeal } from "./create-deal.server";
export { findOrAddContact, writeRoles } from "./deal-people.server";
export { placeMove } from "./move-stage.server";
export { writeNextAction } from "./set-next-action.server";
export { insertInvoice } from "./receivables/write-receivable.server";
// Bringing in.
export { startImport } from "./imports/start-import.server";
export { importPage, type ImportPage, mapImport } from "./imports/plan-import.server";
export { takeDealImport } from "./imports/take-import.server";
export { handOverDeal } from "./hand-over.server";
// The API.
export { dealByKey, type DealJson, listDeals } from "./api/deal-json.server";
export { type PushedDeal, putDeal, type PutDealError, withdrawDeal } from "./api/put-deal.server";
