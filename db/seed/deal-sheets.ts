import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { BuyingRole } from "~/deals";
import { addSheetToDeal, type Contact, contactsOf, dealsOf } from "~/deals/index.server";
import type { Actor } from "~/people";
import { loadActor } from "~/people/index.server";
import { randomFrom } from "~/platform/random";
import { applyEdits, type SheetEdit } from "~/sheets/index.server";
import { dayAt, momentAt } from "./deal-invoices";
import type { SeededCompany } from "./seed-company";
import { DEMO_COHORTS } from "./story";

const TOOL = "relationship-development";

/** Learners of the finished cohort use the relationship sheet on a deal of theirs: the one from class where it is about that customer, or a new one. */
export async function seedDealSheets(trx: Transaction<DB>, seeded: SeededCompany, today: Date): Promise<void> {
  const finished = DEMO_COHORTS.find(({ state }) => state === "closed");
  for (const member of finished?.groups.flatMap(({ members }) => members) ?? []) {
    const random = randomFrom(`deal sheet ${member}`);
    const actor = await loadActor(trx, seeded.people.get(member) ?? "");
    if (!actor) throw new Error(`the demo's ${member} is missing`);
    // Not everybody does.
    if (random() < 0.15) continue;
    const deals = await dealsOf(trx, actor, { mine: true, state: "open" });
    const known = await trx.selectFrom("group_sheet as g").innerJoin("sheet_member as m", "m.sheet_id", "g.sheet_id").select(["g.sheet_id as sheetId", "g.customer"]).where("m.person_id", "=", actor.id).where("m.valid_to", "is", null).execute();
    const deal = deals.find(({ accountName }) => known.some(({ customer }) => customer === accountName)) ?? deals[0];
    if (!deal) continue;
    const sheet = known.find(({ customer }) => customer === deal.accountName);
    const opened = (Date.parse(deal.openedOn) - today.getTime()) / 86_400_000;
    const now = momentAt(today, Math.max(Math.ceil(opened), -62 + Math.floor(random() * 55)));
    const added = await addSheetToDeal(trx, { dealId: deal.id, from: sheet ? { sheetId: sheet.sheetId } : { key: TOOL }, actor, now, locale: "zh", via: "seed" });
    if (!added.ok) throw new Error(`the demo's sheet of ${member} was refused: ${added.error.code}`);
    if (!sheet) await fillIn(trx, actor, added.value.sheetId, { customer: deal.accountName, project: deal.title, people: (await contactsOf(trx, deal.id)).filter(({ roles }) => roles.length > 0), today, random, now });
  }
}

const STAGES = ["acquaintance", "interaction", "personal-relation", "alliance"] as const;
const SEEN: Readonly<Record<BuyingRole, string>> = { initiator: "主动把三个月的电费单发了过来", designer: "问了计量精度，记了笔记", "decision-maker": "听了十分钟，问什么时候能看到结果", user: "带着看了最费电的那台设备" };
const NEXT: Readonly<Record<BuyingRole, string>> = { initiator: "和他算清一年多花的钱，请他改过再往上送", designer: "把三条指标写成可以测的标准，请他签字", "decision-maker": "约二十分钟，讲停产损失和收回的时间，问立项会在哪天", user: "请他列出最费电的时段，当面核对一遍" };

async function fillIn(trx: Transaction<DB>, actor: Actor, sheetId: string, { customer, project, people, today, random, now }: { customer: string; project: string; people: Contact[]; today: Date; random: () => number; now: Date }): Promise<void> {
  const entries: SheetEdit[] = [
    { do: "set", address: "customer", value: customer },
    { do: "set", address: "project", value: project },
  ];
  for (const [at, person] of people.entries()) {
    const row = `p${at + 1}`;
    const role = person.roles[0] ?? "user";
    const stage = Math.floor(random() * 3);
    const cells = { name: person.name, title: person.title ?? "", roles: person.roles, attitude: random() < 0.3 ? 0 : 1, evidence: SEEN[role], stage: STAGES[stage] ?? "interaction", target: STAGES[stage + 1] ?? "alliance", action: NEXT[role], owner: actor.name, due: dayAt(today, 2 + Math.floor(random() * 16)) };
    entries.push({ do: "add-row", table: "people", row }, ...Object.entries(cells).filter(([, value]) => value !== "").map(([cell, value]): SheetEdit => ({ do: "set", address: `people/${row}/${cell}`, value })));
  }
  const written = await applyEdits(trx, actor, { sheetId, entries, now });
  if (!written.ok) throw new Error(`the demo's sheet was not filled in: ${written.error.code}`);
}
