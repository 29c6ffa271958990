import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { BUYING_ROLES, type BuyingRole, type Deal, isOpen, missingRoles } from "~/deals";
import { contactsOf, findDeal, sheetsOfDeals, stageLimits } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import { assessedSheet, formatCell } from "~/sheets/index.server";
import { cardRows, type CardTool, isCardTool } from "./card-part";
import { deadlineOf, missingSheets, type StageDeadline } from "./meeting";
import { type NextCell, nextCells } from "./next-cell";
import { roadbooksOf } from "./roadbooks.server";
import { allTools } from "./tools.server";

const MOST_ROWS = 6;
const MOST_WARNINGS = 6;

/** A row as the card prints it. */
export interface CardLine {
  title: string;
  facts: { label: string; value: string }[];
}

export interface DealCard {
  deal: Deal;
  deadline: StageDeadline | null;
  /** By role; roles that nobody plays are in `missing`. */
  people: { role: BuyingRole; names: { name: string; title: string | null }[] }[];
  missing: BuyingRole[];
  missingTools: Bilingual[];
  parts: { tool: CardTool; sheetId: string; title: Bilingual; rows: CardLine[] }[];
  warnings: { sheetId: string; tool: Bilingual; message: Bilingual; reason: Bilingual; problem: boolean }[];
  next: (NextCell & { sheetId: string; tool: Bilingual })[];
  today: string;
}

/** One page to read before the next meeting with the customer; null when the deal is none of the actor's. */
export async function dealCard(db: Kysely<DB>, actor: Actor, dealId: string, { locale, now }: { locale: Locale; now: Date }): Promise<DealCard | null> {
  const deal = await findDeal(db, actor, dealId);
  if (!deal) return null;
  const today = isoDay(now, actor.timeZone);
  const [contacts, sheets, roadbooks, limits, tools] = await Promise.all([contactsOf(db, dealId), sheetsOfDeals(db, [dealId]), roadbooksOf(db, [dealId]), stageLimits(db), allTools(db)]);
  const own = sheets.get(dealId) ?? [];
  const read = (await Promise.all(own.map(({ sheetId }) => assessedSheet(db, sheetId, now)))).flatMap((one) => one ?? []);
  const named = (key: string): Bilingual => tools.get(key)?.title ?? { zh: key, en: key };
  const roles = contacts.flatMap(({ name, title, roles: played }) => played.map((role) => ({ role, name, title })));
  return {
    deal,
    deadline: isOpen(deal.stage) ? deadlineOf({ stage: deal.stage, stageSince: deal.stageSince, roadbook: roadbooks.get(dealId) ?? {}, limitDays: limits[deal.stage] }, today) : null,
    people: BUYING_ROLES.filter((role) => deal.roles.includes(role)).map((role) => ({ role, names: roles.filter((one) => one.role === role).map(({ name, title }) => ({ name, title })) })),
    missing: missingRoles(deal),
    missingTools: isOpen(deal.stage) ? missingSheets(deal.stage, own.map(({ key }) => key)).map(named) : [],
    parts: read.flatMap(({ sheet, definition, content }) => {
      if (!isCardTool(sheet.key)) return [];
      const rows = cardRows(sheet.key, definition, content, MOST_ROWS).map(({ title, cells }) => ({
        title,
        facts: cells.map(({ column, value }) => ({ label: pick(column.label, locale), value: formatCell(column, value, locale, sheet.currency) })),
      }));
      return rows.length === 0 ? [] : [{ tool: sheet.key, sheetId: sheet.id, title: definition.title, rows }];
    }),
    warnings: read
      .flatMap(({ sheet, definition, evaluation }) => evaluation.findings.map(({ severity, message, reason }) => ({ sheetId: sheet.id, tool: definition.title, message, reason, problem: severity === "problem" })))
      .sort((a, b) => Number(b.problem) - Number(a.problem))
      .slice(0, MOST_WARNINGS),
    next: read.flatMap(({ sheet, definition, content, evaluation }) => nextCells(definition, content, evaluation).filter(({ kind }) => kind !== "method" && kind !== "advice").slice(0, 1).map((one) => ({ ...one, sheetId: sheet.id, tool: definition.title }))),
    today,
  };
}
